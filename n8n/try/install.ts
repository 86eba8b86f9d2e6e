import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { startChild } from '../../dev/child.ts';
import { StartFailure } from '../../dev/failure.ts';
import { lastLines } from '../../dev/logfile.ts';
import { during, type Log } from '../../dev/progress.ts';

interface RunOptions {
  cwd: string;
  env?: Record<string, string | undefined>;
  /** Logs and process records go to `logs/` and `run/` in it. */
  home: string;
  timeoutSeconds: number;
}

/** Runs to the end. @throws StartFailure when it fails, or takes longer. */
export const run = async (command: string, args: string[], options: RunOptions): Promise<void> => {
  const { cwd, env = process.env, home, timeoutSeconds } = options;
  const name = basename(command);
  const child = startChild({
    name,
    command,
    args,
    cwd,
    // Whatever is asked for runs on this Node, as n8n will.
    env: { ...env, PATH: [dirname(process.execPath), env['PATH']].join(delimiter) },
    logFile: join(home, 'logs', `${name}.log`),
    runDir: join(home, 'run'),
  });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill();
  }, timeoutSeconds * 1000);
  const how = await child.ended;
  clearTimeout(timer);
  if (how === 'exit code 0') return;
  const outcome = isLate ? `was still running after ${timeoutSeconds} s` : `failed (${how})`;
  throw new StartFailure(`${name} ${args.join(' ')} ${outcome}:\n${lastLines(child.output(), 12)}`);
};

/** n8n takes this one from its author's own server, which not every network lets through. */
const overrides = { xlsx: '0.18.5' };

const installedVersion = (folder: string): string | undefined => {
  const file = join(folder, 'node_modules', 'n8n', 'package.json');
  if (!existsSync(file) || !existsSync(join(folder, 'complete'))) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
};

/**
 * Installs n8n from npm, once; about 1.3 GB. Scripts of its 1,900 packages do not run, except for SQLite's.
 * @returns the file that starts it. @throws StartFailure
 */
export const installN8n = async (home: string, version: string, log: Log): Promise<string> => {
  const folder = join(home, version);
  const executable = join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
  if (installedVersion(folder) === version) return executable;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'n8n-try', private: true, dependencies: { n8n: version }, overrides };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  await during(log, `n8n ${version} installed (once; some minutes)`, () =>
    run('npm', ['install', '--ignore-scripts', ...quiet], { cwd: folder, home, timeoutSeconds: 1_200 }),
  );
  await during(log, 'SQLite fetched or built for it', () =>
    run('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false', ...quiet], { cwd: folder, home, timeoutSeconds: 900 }),
  );
  writeFileSync(join(folder, 'complete'), version);
  return executable;
};
