import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

export interface ProcessFacts {
  /** Together with the pid this names one process: pids are used again, start times are not. */
  startedAt: string;
  command: string;
}

const fromProc = (pid: number): ProcessFacts => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may itself contain spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  return { startedAt: state === 'Z' ? '' : (fields[19] ?? ''), command };
};

const fromPs = (pid: number): ProcessFacts => {
  const line = execFileSync('ps', ['-ww', '-o', 'stat=,lstart=,command=', '-p', String(pid)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
  const [state = 'Z', ...words] = line.split(/\s+/);
  return { startedAt: state.startsWith('Z') ? '' : words.slice(0, 5).join(' '), command: words.slice(5).join(' ') };
};

/** @returns undefined when the process does not exist, or has ended and was not reaped. */
export const inspect = (pid: number): ProcessFacts | undefined => {
  try {
    const facts = existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
    return facts.startedAt === '' ? undefined : facts;
  } catch (error) {
    const { code, status } = error as { code?: string; status?: number };
    if (code === 'ENOENT' || code === 'ESRCH' || status === 1) return undefined;
    throw error;
  }
};

const isSame = (pid: number, startedAt: string): boolean => inspect(pid)?.startedAt === startedAt;

const send = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** Ends a process that is not our child: asks with the signal, and after ten seconds insists. */
export const endProcess = async (pid: number, startedAt: string, signal: NodeJS.Signals): Promise<void> => {
  if (!isSame(pid, startedAt)) return;
  send(pid, signal);
  const insistAt = Date.now() + 10_000;
  while (isSame(pid, startedAt)) {
    if (Date.now() > insistAt) send(pid, 'SIGKILL');
    await delay(50);
  }
};
