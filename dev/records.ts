import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { endProcess, inspect } from './processes.ts';

/**
 * One file for each process that we started, so that the next start after a crash recognises our processes.
 * The pid is part of the file's name: so a record that a successor wrote in the meantime is never removed.
 */
export interface ProcessRecord {
  name: string;
  pid: number;
  startedAt: string;
  stopSignal: NodeJS.Signals;
}

const fileOf = (runDir: string, record: ProcessRecord) => join(runDir, `${record.name}-${record.pid}.json`);

/** @returns a function that removes the record. */
export const recordProcess = (
  runDir: string,
  name: string,
  pid: number,
  stopSignal: NodeJS.Signals = 'SIGTERM',
): (() => void) => {
  const facts = inspect(pid);
  if (!facts) return () => undefined;
  const record: ProcessRecord = { name, pid, startedAt: facts.startedAt, stopSignal };
  mkdirSync(runDir, { recursive: true });
  writeFileSync(fileOf(runDir, record), JSON.stringify(record));
  return () => rmSync(fileOf(runDir, record), { force: true });
};

const readRecord = (file: string): ProcessRecord | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessRecord;
  } catch {
    // Half-written when its writer was killed, or removed by its owner since we listed the folder.
    return undefined;
  }
};

const recordFiles = (runDir: string): string[] =>
  existsSync(runDir) ? readdirSync(runDir).filter((file) => file.endsWith('.json')) : [];

/** The recorded processes that are still running. */
export const livingRecords = (runDir: string): ProcessRecord[] =>
  recordFiles(runDir)
    .flatMap((file) => readRecord(join(runDir, file)) ?? [])
    .filter(({ pid, startedAt }) => inspect(pid)?.startedAt === startedAt);

/** Ends what a killed predecessor left running, but not us. @returns the names of what was ended. */
export const endLeftovers = async (runDir: string): Promise<string[]> => {
  const stale = recordFiles(runDir).filter((file) => readRecord(join(runDir, file))?.pid !== process.pid);
  const living = livingRecords(runDir).filter(({ pid }) => pid !== process.pid);
  await Promise.all(living.map(({ pid, startedAt, stopSignal }) => endProcess(pid, startedAt, stopSignal)));
  for (const file of stale) rmSync(join(runDir, file), { force: true });
  return living.map(({ name }) => name);
};

/**
 * Starts a watcher that outlives us by a moment: when this process dies, even by SIGKILL, the pipe between us closes
 * and the watcher ends everything that is still recorded.
 */
export const startReaper = (runDir: string): void => {
  const reaper = spawn(process.execPath, [fileURLToPath(new URL('./reaper.ts', import.meta.url)), runDir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  reaper.unref();
  (reaper.stdin as unknown as { unref(): void }).unref();
};
