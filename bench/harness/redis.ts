import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort, until } from './processes.ts';

export interface BenchRedis extends AsyncDisposable {
  url: string;
  /** Version and durability. */
  description: string;
}

/**
 * The Redis at `url`; else a throw-away `redis-server` that syncs each write before it answers, as PostgreSQL does;
 * else whatever listens on the usual port.
 * @throws Error when there is none.
 */
export async function openRedis(url: string | undefined): Promise<BenchRedis> {
  const own = url === undefined ? await startOwn() : undefined;
  const address = url ?? own?.url ?? 'redis://127.0.0.1:6379';
  const description = await describe(address);
  if (description !== undefined) return { url: address, description, [Symbol.asyncDispose]: async () => own?.stop() };
  await own?.stop();
  throw new Error(
    `no Redis at ${new URL(address).host}: install redis-server or set REDIS_URL, the BullMQ peers need it`,
  );
}

/** Deletes every key that starts with `prefix`. */
export async function clearKeys(url: string, prefix: string): Promise<void> {
  const redis = new Redis(url);
  for await (const keys of redis.scanStream({ match: `${prefix}*`, count: 1000 }) as AsyncIterable<string[]>) {
    if (keys.length > 0) await redis.unlink(keys);
  }
  await redis.quit();
}

async function describe(url: string): Promise<string | undefined> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const version = /redis_version:(\S+)/.exec(await redis.info('server'))?.[1];
    const [, appendOnly] = await redis.config('GET', 'appendonly');
    const [, sync] = await redis.config('GET', 'appendfsync');
    return `Redis ${version} (${appendOnly === 'yes' ? `append-only file, fsync ${sync}` : 'NOT durable: no append-only file'})`;
  } catch {
    return undefined;
  } finally {
    redis.disconnect();
  }
}

async function startOwn(): Promise<{ url: string; stop(): Promise<void> } | undefined> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-redis-'));
  const port = await freePort();
  const settings = { port, bind: '127.0.0.1', dir: directory, save: '', appendonly: 'yes', appendfsync: 'always' };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = spawn('redis-server', args, { stdio: 'ignore' });
  const removeFiles = () => rm(directory, { recursive: true, force: true });
  const isStarted = await once(server, 'spawn').then(
    () => true,
    () => false,
  );
  if (!isStarted) {
    await removeFiles();
    return undefined;
  }
  const url = `redis://127.0.0.1:${port}`;
  await until('redis-server to start', 10, async () => (await describe(url)) !== undefined);
  const stop = async () => {
    if (server.kill()) await once(server, 'exit');
    await removeFiles();
  };
  return { url, stop };
}
