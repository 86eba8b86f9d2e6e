import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartFailure } from './failure.ts';
import { cacheDir, goInstall, reasonIn, run, suffix, type FindOptions } from './goInstall.ts';
import { during } from './progress.ts';

/** Server 1.29.1, UI 2.42; the newest tag that `go install` accepts. */
const version = '1.5.1';
const goPackage = `github.com/temporalio/cli/cmd/temporal@v${version}`;

/** @throws StartFailure unless it is an executable that works. */
const check = async (executable: string, options: FindOptions): Promise<void> => {
  const { ok, output } = await run(executable, ['--version'], options);
  if (!ok) throw new StartFailure(reasonIn(output));
};

/** The SDK's own download. Gives up when nothing arrives within 20 seconds. */
const download = async (folder: string, target: string, { env, log, signal }: FindOptions): Promise<void> => {
  const silence = new AbortController();
  const isArriving = () => readdirSync(folder).some((file) => file.endsWith('.downloading'));
  const timer = setTimeout(() => {
    if (!isArriving()) silence.abort();
  }, 20_000);
  const script = fileURLToPath(new URL('./temporal-download.ts', import.meta.url));
  const either = AbortSignal.any([silence.signal, ...(signal ? [signal] : [])]);
  try {
    await during(log, "Temporal's server downloaded by the SDK (once)", async () => {
      const { ok, output } = await run(process.execPath, [script, folder], { env, signal: either });
      if (silence.signal.aborted) throw new StartFailure('no connection within 20 seconds');
      if (!ok) throw new StartFailure(reasonIn(output));
    });
    const file = readdirSync(folder).find((name) => name.startsWith('temporal-sdk-typescript-'));
    if (!file) throw new StartFailure(`nothing was saved in ${folder}`);
    renameSync(join(folder, file), target);
  } finally {
    clearTimeout(timer);
  }
};

const build = (folder: string, target: string, options: FindOptions): Promise<void> =>
  goInstall(
    {
      label: "Temporal's server built with Go (once; three to four minutes on two cores)",
      packages: [goPackage],
      folder,
      keep: (built) => renameSync(join(built, `temporal${suffix}`), target),
    },
    options,
  );

interface Way {
  what: string;
  executable: string;
  obtain?: () => Promise<void>;
}

const waysToFind = (options: FindOptions): Way[] => {
  const folder = cacheDir(options.env);
  const cached = join(folder, `temporal-${version}${suffix}`);
  mkdirSync(folder, { recursive: true });
  const chosen = options.env.TEMPORAL_CLI;
  return [
    ...(chosen ? [{ what: `TEMPORAL_CLI=${chosen}`, executable: chosen }] : []),
    { what: 'temporal on PATH', executable: `temporal${suffix}` },
    { what: cached, executable: cached },
    { what: "the SDK's download", executable: cached, obtain: () => download(folder, cached, options) },
    { what: `go install ${goPackage}`, executable: cached, obtain: () => build(folder, cached, options) },
  ];
};

/**
 * Finds the executable that has Temporal's development server, or makes it.
 * @throws StartFailure naming everything that was tried.
 */
export const findTemporalCli = async (options: FindOptions): Promise<string> => {
  const { env, log, signal } = options;
  const tried: string[] = env.TEMPORAL_CLI ? [] : ['TEMPORAL_CLI (not set)'];
  for (const { what, executable, obtain } of waysToFind(options)) {
    try {
      await obtain?.();
      await check(executable, options);
      return executable;
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof StartFailure)) throw error;
      tried.push(`${what} (${error.message})`);
      if (executable === env.TEMPORAL_CLI) log(`  ! ${what} does not run (${error.message}); looking elsewhere`);
    }
  }
  throw new StartFailure(
    `No Temporal server was found. Tried: ${tried.join('; ')}. Install the Temporal CLI or Go, or set TEMPORAL_CLI to the executable, or TEMPORAL_ADDRESS to a running server.`,
  );
};
