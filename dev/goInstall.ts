import { mkdtempSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { StartFailure } from './failure.ts';
import { during, type Log } from './progress.ts';

type Environment = Record<string, string | undefined>;

export interface FindOptions {
  env: Environment;
  log: Log;
  signal?: AbortSignal;
}

const oldestGoMinor = 21;

/** Of an executable's name. */
export const suffix = process.platform === 'win32' ? '.exe' : '';

/** What is kept of a platform's tools between checkouts. */
export const cacheDir = (env: Environment): string => {
  const home = homedir();
  const byPlatform = {
    darwin: join(home, 'Library', 'Caches'),
    win32: env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'),
  };
  const base = byPlatform[process.platform as keyof typeof byPlatform] ?? env.XDG_CACHE_HOME ?? join(home, '.cache');
  return join(base, 'ai-receptionist-backend');
};

interface Outcome {
  ok: boolean;
  output: string;
}

interface RunOptions {
  env: Environment;
  signal?: AbortSignal | undefined;
  onLine?: (line: string) => void;
}

/** Runs to the end; an abort ends it with all its children. Output and errors together, since both go to a person. */
export const run = async (command: string, args: string[], { env, signal, onLine }: RunOptions): Promise<Outcome> => {
  const child = execa(command, args, {
    env,
    extendEnv: false,
    stdin: 'ignore',
    all: true,
    reject: false,
    killDescendants: true,
    killSignal: 'SIGKILL',
    ...(signal && { cancelSignal: signal }),
  });
  if (onLine) for await (const line of child.iterable({ from: 'all' })) if (line.trim()) onLine(line.trim());
  const result = await child;
  return { ok: !result.failed, output: (result.all || result.originalMessage || '').trim() };
};

/** The part of a tool's last line that says why. */
export const reasonIn = (output: string): string => {
  const line = output.split('\n').at(-1) || 'no reason given';
  if (line.endsWith('ENOENT')) return 'not found';
  return line.slice(line.lastIndexOf('): ') + 1).replace(/^: /, '');
};

interface GoPrograms {
  /** What a person reads while it is being built. */
  label: string;
  /** Of main packages, with their version. */
  packages: string[];
  /** Where the programs are to be kept; it exists. */
  folder: string;
  /** Moves what was built from there to where it belongs. */
  keep: (built: string) => void;
}

/**
 * Builds with Go, in a folder beside the target, so that a killed build leaves no half executable behind.
 * @throws StartFailure, one sentence.
 */
export const goInstall = async (
  { label, packages, folder, keep }: GoPrograms,
  { env, log, signal }: FindOptions,
): Promise<void> => {
  const go = await run('go', ['env', 'GOVERSION'], { env, signal });
  if (!go.ok) throw new StartFailure('Go is not installed');
  const minor = Number(/go1\.(\d+)/.exec(go.output)?.[1] ?? 0);
  if (minor < oldestGoMinor) throw new StartFailure(`Go 1.${oldestGoMinor} or newer is needed, this is ${go.output}`);

  const workDir = mkdtempSync(join(folder, 'build-'));
  try {
    await during(log, label, async (detail) => {
      let compiled = 0;
      const onLine = (line: string) => detail(line.startsWith('go: ') ? line : `${(compiled += 1)} packages compiled`);
      const options = { env: { ...env, GOBIN: workDir }, signal, onLine };
      const { ok, output } = await run('go', ['install', '-v', ...packages], options);
      if (!ok) throw new StartFailure(reasonIn(output));
    });
    keep(workDir);
  } finally {
    rmSync(workDir, { recursive: true, force: true });
  }
};
