import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { logSince, openLog } from './logfile.ts';
import { recordProcess } from './records.ts';

export interface ChildSpec {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** Run as this account instead of ours. */
  account?: { uid?: number; gid?: number };
  stopSignal?: NodeJS.Signals;
  logFile: string;
  /** Where the running process is recorded. @see records.ts */
  runDir: string;
}

export interface Child {
  pid: number | undefined;
  /** Resolves, never rejects, with how it ended: `exit code 1`, `SIGKILL`, `spawn ENOENT`. */
  ended: Promise<string>;
  isRunning(): boolean;
  /** What it has written so far. */
  output(): string;
  /** To the process alone: it knows how to end its own children. */
  signal(name: NodeJS.Signals): void;
  /** To its whole process group, for one that does not listen. */
  kill(): void;
}

/** Starts a process in a group of its own (a Ctrl-C at the terminal is ours to pass on), writing to its log file. */
export const startChild = (spec: ChildSpec): Child => {
  const { descriptor, startsAt } = openLog(spec.logFile);
  const child = spawn(spec.command, spec.args, {
    detached: true,
    stdio: ['ignore', descriptor, descriptor],
    ...(spec.env && { env: spec.env }),
    ...(spec.cwd && { cwd: spec.cwd }),
    ...spec.account,
  });
  closeSync(descriptor);
  const { pid } = child;
  const forget = pid === undefined ? () => undefined : recordProcess(spec.runDir, spec.name, pid, spec.stopSignal);
  let running = pid !== undefined;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  }).finally(() => {
    running = false;
    forget();
  });
  return {
    pid,
    ended,
    isRunning: () => running,
    output: () => logSince(spec.logFile, startsAt),
    signal: (name) => void child.kill(name),
    kill: () => {
      if (running && pid !== undefined) process.kill(-pid, 'SIGKILL');
    },
  };
};
