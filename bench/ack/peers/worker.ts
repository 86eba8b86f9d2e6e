/** The process behind the queue: one row a job. */
import { Worker } from 'bullmq';
import { environment, queueEnvironment } from './environment.ts';
import { connectPostgres, insertEvent } from './events.ts';
import { connectRedis, queueName, type CallbackJob } from './queue.ts';

const { redisUrl, prefix, concurrency } = queueEnvironment();
const pool = connectPostgres(environment.databaseUrl, environment.poolSize);
const worker = new Worker<CallbackJob>(
  queueName,
  ({ data }) => insertEvent(pool, data.tenantSlug, data.form).then(() => undefined),
  {
    connection: connectRedis(redisUrl),
    prefix,
    concurrency,
  },
);
await worker.waitUntilReady();
process.send?.('ready');
