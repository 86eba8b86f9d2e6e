import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { StartFailure } from '../../src/dev/failure.ts';
import { lastLines } from '../../src/dev/logfile.ts';
import { during, type Log } from '../../src/dev/progress.ts';

interface RunOptions {
  cwd: string;
  env?: Record<string, string | undefined>;
  timeoutSeconds: number;
}

/** Runs to the end. @returns what it printed. @throws StartFailure when it fails, or takes longer. */
export const run = async (command: string, args: string[], options: RunOptions): Promise<string> => {
  const { cwd, env = process.env, timeoutSeconds } = options;
  const child = spawn(command, args, {
    cwd,
    // Whatever is asked for runs on this Node, as n8n will.
    env: { ...env, PATH: [dirname(process.execPath), env['PATH']].join(delimiter) },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, timeoutSeconds * 1000);
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(null);
    });
    child.once('close', resolve);
  });
  clearTimeout(timer);
  if (code === 0) return output;
  const how = isLate ? `was still running after ${timeoutSeconds} s` : `failed (${code ?? 'not started'})`;
  throw new StartFailure(`${command} ${args.join(' ')} ${how}:\n${lastLines(output.trim(), 12)}`);
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
export const installN8n = async (folder: string, version: string, log: Log): Promise<string> => {
  const executable = join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
  if (installedVersion(folder) === version) return executable;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'n8n-try', private: true, dependencies: { n8n: version }, overrides };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  await during(log, `n8n ${version} installed (once; some minutes)`, () =>
    run('npm', ['install', '--ignore-scripts', ...quiet], { cwd: folder, timeoutSeconds: 1_200 }),
  );
  await during(log, 'SQLite fetched or built for it', () =>
    run('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false', ...quiet], { cwd: folder, timeoutSeconds: 900 }),
  );
  writeFileSync(join(folder, 'complete'), version);
  return executable;
};
