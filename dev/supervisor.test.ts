import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inspect } from './processes.ts';
import { endLeftovers, livingRecords, recordProcess } from './records.ts';
import { type ServiceSpec, startService } from './supervisor.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'supervisor-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const lines: string[] = [];

/** A service that is one line of JavaScript, and ready once it has written that it is. */
const script = (source: string, more: Partial<ServiceSpec> = {}): ServiceSpec => ({
  name: 'sample',
  command: process.execPath,
  args: ['-e', source],
  logFile: join(home, 'logs', 'sample.log'),
  runDir: join(home, 'run'),
  log: (line) => void lines.push(line),
  isReady: (child) => child.output().includes('ready'),
  ...more,
});

const patient = 'console.log("ready"); setInterval(() => {}, 1000)';

test('a service that is killed is started again, and says so', async () => {
  const service = await startService(script(patient));
  const first = service.pid() ?? 0;
  process.kill(first, 'SIGKILL');
  await vi.waitUntil(async () => service.pid() !== first && (await service.isAlive()), { timeout: 10_000 });
  await vi.waitUntil(() => lines.some((line) => line.includes('sample is back')));
  expect(lines).toContain('  ! sample ended unexpectedly (SIGKILL); starting it again');
  await service.stop();
  expect(inspect(service.pid() ?? 0)).toBeUndefined();
  expect(readdirSync(join(home, 'run'))).toEqual([]);
});

test('a service that fails at its first start is not repeated, and its last words are shown', async () => {
  const spec = script('console.error("no such table"); process.exit(3)');
  await expect(startService(spec)).rejects.toThrow(/sample did not start \(exit code 3\).*\nno such table/s);
});

test('a program that does not exist is a failed start', async () => {
  await expect(startService(script('', { command: join(home, 'nothing') }))).rejects.toThrow(
    /sample did not start .*ENOENT/,
  );
});

test('a start that is no longer wanted leaves nothing running', async () => {
  const wanted = new AbortController();
  const starting = startService(script('setInterval(() => {}, 1000)', { signal: wanted.signal }));
  await vi.waitUntil(() => existsSync(join(home, 'run')) && livingRecords(join(home, 'run')).length === 1);
  wanted.abort();
  await expect(starting).rejects.toThrow('aborted');
  expect(livingRecords(join(home, 'run'))).toEqual([]);
});

const startPatient = async () => {
  const child = spawn(process.execPath, ['-e', patient]);
  await once(child.stdout, 'data');
  return child;
};

test('what a killed start left running is ended, and nothing that merely has its number', async () => {
  const runDir = join(home, 'run');
  const [orphan, bystander] = await Promise.all([startPatient(), startPatient()]);
  recordProcess(runDir, 'orphan', orphan.pid ?? 0);
  const stale = { name: 'API', pid: bystander.pid, startedAt: '1', stopSignal: 'SIGTERM' };
  writeFileSync(join(runDir, `API-${bystander.pid}.json`), JSON.stringify(stale));
  const ended = once(orphan, 'exit');
  expect(await endLeftovers(runDir)).toEqual(['orphan']);
  expect(await ended).toEqual([null, 'SIGTERM']);
  expect(inspect(bystander.pid ?? 0)).toBeDefined();
  expect(readdirSync(runDir)).toEqual([]);
  bystander.kill();
});
