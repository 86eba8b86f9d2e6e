import { existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const largestLogBytes = 10 * 1024 * 1024;

/** Opens a log to append to, after setting aside one that has grown large. The caller closes the descriptor. */
export const openLog = (file: string): { descriptor: number; startsAt: number } => {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > largestLogBytes) renameSync(file, `${file}.old`);
  const startsAt = existsSync(file) ? statSync(file).size : 0;
  return { descriptor: openSync(file, 'a'), startsAt };
};

/** What was written since a position, of which a person needs the end. */
export const logSince = (file: string, startsAt: number): string =>
  existsSync(file) ? readFileSync(file).subarray(startsAt).toString('utf8').trimEnd() : '';

export const lastLines = (output: string, count: number): string => output.split('\n').slice(-count).join('\n');
