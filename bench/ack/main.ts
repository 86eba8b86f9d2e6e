/** `npm run bench:ack`: installs the peers if they are missing, then measures. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readOptions } from './options.ts';

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());

const benchFolder = new URL('../', import.meta.url);

try {
  const options = readOptions(process.argv.slice(2), process.env);
  installPeers();
  const { run } = await import('./run.ts');
  await run(options, interrupted.signal, (line) => void process.stdout.write(`${line}\n`));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

/** Also when the lock file is newer than what it installed. */
function installPeers(): void {
  const changedAt = (file: string) => statSync(new URL(file, benchFolder), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json')) return;
  const { status } = spawnSync('npm', ['ci', '--prefix', fileURLToPath(benchFolder)], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the peers could not be installed: npm ci --prefix bench');
}

/** One sentence where the bench itself says what is wrong; all there is to know of a surprise. */
function explain(error: unknown): string {
  if (interrupted.signal.aborted) return 'interrupted';
  return error instanceof Error ? error.message : String(error);
}
