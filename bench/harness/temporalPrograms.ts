import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, goInstall, suffix, type FindOptions } from '../../dev/goInstall.ts';

/** As in docker-compose.yml. */
const version = '1.29.1';
const module = 'go.temporal.io/server';

/** Paths of executables. */
export interface TemporalPrograms {
  server: string;
  /** Makes the server's tables. */
  schemaTool: string;
}

/**
 * Temporal's server for production, which comes as source only: built with Go into the user's cache, once.
 * @throws StartFailure where that does not work.
 */
export async function findTemporalPrograms(options: FindOptions): Promise<TemporalPrograms> {
  const cache = cacheDir(options.env);
  const folder = join(cache, `temporal-server-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const programs = {
      label: "Temporal's server for PostgreSQL built with Go (once; two to six minutes on two cores)",
      packages: ['cmd/server', 'cmd/tools/sql'].map((path) => `${module}/${path}@v${version}`),
      folder: cache,
      keep: (built: string) => renameSync(built, folder),
    };
    await goInstall(programs, options);
  }
  return { server: join(folder, `server${suffix}`), schemaTool: join(folder, `sql${suffix}`) };
}
