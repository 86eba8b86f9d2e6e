import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { StartFailure } from './failure.ts';
import { during, type Log } from './progress.ts';

type Environment = Record<string, string | undefined>;

export interface FindOptions {
  env: Environment;
  log: Log;
  signal?: AbortSignal;
}

/** Server 1.29.1, UI 2.42; the newest tag that `go install` accepts. */
const version = '1.5.1';
const goPackage = `github.com/temporalio/cli/cmd/temporal@v${version}`;
const oldestGoMinor = 21;
const suffix = process.platform === 'win32' ? '.exe' : '';

const cacheDir = (env: Environment): string => {
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
const run = async (command: string, args: string[], { env, signal, onLine }: RunOptions): Promise<Outcome> => {
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
const reasonIn = (output: string): string => {
  const line = output.split('\n').at(-1) || 'no reason given';
  if (line.endsWith('ENOENT')) return 'not found';
  return line.slice(line.lastIndexOf('): ') + 1).replace(/^: /, '');
};

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

/** Builds with Go, in a folder beside the target, so that a killed build leaves no half executable behind. */
const build = async (folder: string, target: string, { env, log, signal }: FindOptions): Promise<void> => {
  const go = await run('go', ['env', 'GOVERSION'], { env, signal });
  if (!go.ok) throw new StartFailure('Go is not installed');
  const minor = Number(/go1\.(\d+)/.exec(go.output)?.[1] ?? 0);
  if (minor < oldestGoMinor) throw new StartFailure(`Go 1.${oldestGoMinor} or newer is needed, this is ${go.output}`);

  const workDir = mkdtempSync(join(folder, 'build-'));
  try {
    const label = "Temporal's server built with Go (once; three to four minutes on two cores)";
    await during(log, label, async (detail) => {
      let packages = 0;
      const onLine = (line: string) => detail(line.startsWith('go: ') ? line : `${(packages += 1)} packages compiled`);
      const { ok, output } = await run('go', ['install', '-v', goPackage], {
        env: { ...env, GOBIN: workDir },
        signal,
        onLine,
      });
      if (!ok) throw new StartFailure(reasonIn(output));
    });
    renameSync(join(workDir, `temporal${suffix}`), target);
  } finally {
    rmSync(workDir, { recursive: true, force: true });
  }
};

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
