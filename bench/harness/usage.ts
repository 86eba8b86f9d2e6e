import { readFile } from 'node:fs/promises';

/** The kernel's clock tick on every Linux that Node runs on. */
const tickSeconds = 0.01;

/** Processor time that a process has used up to now; NaN where the system does not say. */
export async function cpuSeconds(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name in parentheses may itself contain spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickSeconds;
}

/** Memory that a process holds now, in MiB; NaN where the system does not say. */
export async function residentMiB(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}
