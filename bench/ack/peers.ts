import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { freePort, nextMessage, startNode, until, type Child, type Environment } from '../harness/processes.ts';
import { clearKeys } from '../harness/redis.ts';
import type { Arena, Contestant, Running } from './contestant.ts';
import { schema } from './peers/events.ts';
import { queueName } from './peers/queue.ts';

const database = 'bench_ack_peer';
const prefix = 'bench-ack';
const drainSeconds = 180;

// Each the best of those tried, 8 to 64 and 1 to 200: more workers at once take the server's core.
const poolSize = 32;
const workerConcurrency = 4;

export const peers: Contestant[] = [
  {
    name: 'express-bullmq',
    title: 'Express + BullMQ + row',
    checks: true,
    start: (arena) => startQueued(arena, 'express-bullmq'),
  },
  { name: 'koa-bullmq', title: 'Koa + BullMQ + row', checks: true, start: (arena) => startQueued(arena, 'koa-bullmq') },
  {
    name: 'koa-insert',
    title: 'Koa + one insert, no check',
    checks: false,
    start: (arena) => startInserting(arena, 'koa-insert', 'webhook_bodies'),
  },
  {
    name: 'koa-signed-insert',
    title: 'Koa + one insert, signed',
    checks: true,
    start: (arena) => startInserting(arena, 'koa-signed-insert', 'webhook_events'),
  },
];

async function startInserting(arena: Arena, script: string, table: string): Promise<Running> {
  await using resources = new AsyncDisposableStack();
  await createDatabase(arena, resources);
  const port = await freePort();
  const server = resources.use(await startPeer(script, environmentOf(arena, port), arena.signal));
  return running(port, server, () => countRows(arena, table), resources);
}

async function startQueued(arena: Arena, script: string): Promise<Running> {
  await using resources = new AsyncDisposableStack();
  await createDatabase(arena, resources);
  const clear = () => clearKeys(arena.redisUrl, `${prefix}:`);
  await clear();
  resources.defer(clear);
  const port = await freePort();
  const environment = {
    ...environmentOf(arena, port),
    REDIS_URL: arena.redisUrl,
    QUEUE_PREFIX: prefix,
    WORKER_CONCURRENCY: String(workerConcurrency),
  };
  resources.use(await startPeer('worker', environment, arena.signal));
  const server = resources.use(await startPeer(script, environment, arena.signal));
  const countStored = async () => {
    await drain(arena);
    return countRows(arena, 'webhook_events');
  };
  return running(port, server, countStored, resources);
}

function running(
  port: number,
  server: Child,
  countStored: () => Promise<number>,
  resources: AsyncDisposableStack,
): Running {
  const owned = resources.move();
  return { port, pid: server.process.pid, countStored, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

async function startPeer(script: string, environment: Environment, signal: AbortSignal): Promise<Child> {
  const child = startNode(new URL(`peers/${script}.ts`, import.meta.url), environment, signal);
  await nextMessage(child, 30);
  return child;
}

function environmentOf({ postgres, subscription }: Arena, port: number): Environment {
  return {
    PORT: String(port),
    DATABASE_URL: postgres.urlOf(database),
    POOL_SIZE: String(poolSize),
    PUBLIC_URL: subscription.publicUrl,
    TENANT_SLUG: subscription.tenantSlug,
    TWILIO_AUTH_TOKEN: subscription.authToken,
  };
}

async function createDatabase({ postgres }: Arena, resources: AsyncDisposableStack): Promise<void> {
  await postgres.recreate(database);
  resources.defer(() => postgres.drop(database));
  await postgres.query(database, schema);
}

async function countRows({ postgres }: Arena, table: string): Promise<number> {
  const [row] = await postgres.query<{ count: number }>(database, `select count(*)::int as count from ${table}`);
  return row?.count ?? 0;
}

async function drain({ redisUrl, signal }: Arena): Promise<void> {
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const queue = new Queue(queueName, { connection, prefix });
  const isEmpty = async () => (await queue.getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized')) === 0;
  try {
    await until('the queue to drain', drainSeconds, isEmpty, signal);
  } finally {
    await queue.close();
    connection.disconnect();
  }
}
