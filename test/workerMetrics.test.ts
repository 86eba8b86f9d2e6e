import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startService, type Service } from '../dev/supervisor.ts';
import { freePorts } from '../dev/ports.ts';
import { jwtPrivateKey } from './support/keys.ts';
import { sendEvents } from './support/outbox.ts';
import { samplesIn, undocumented, valueOf, type Sample } from './support/prometheus.ts';
import { addReceiver, type ReceivingEndpoint } from './support/receiver.ts';
import { startStack, until, type Stack } from './support/stack.ts';

let stack: Stack;
let worker: Service;
let url: string;
const endpoints: ReceivingEndpoint[] = [];

const collect = (): Promise<Sample[] | null> =>
  fetch(url).then(
    async (response) => samplesIn(await response.text()),
    () => null,
  );

/** In a process of its own: Temporal's runtime, which shows the metrics, is made once. */
beforeAll(async () => {
  stack = await startStack();
  await stack.worker.stop();
  const [port] = await freePorts(1);
  url = `http://127.0.0.1:${port}/metrics`;
  const { taskQueue, bundleDir } = stack.app.config.temporal;
  const [bundle = ''] = await readdir(bundleDir);
  const home = resolve('.data/test', `worker-metrics-${randomUUID()}`);
  worker = await startService({
    name: 'worker',
    command: process.execPath,
    args: ['src/worker/main.ts'],
    env: {
      ...process.env,
      DATABASE_URL: stack.app.config.database.url,
      TEMPORAL_ADDRESS: inject('temporalAddress'),
      TEMPORAL_TASK_QUEUE: taskQueue,
      WORKFLOW_BUNDLE_DIR: join(home, 'bundles'),
      WORKFLOW_BUNDLE: join(bundleDir, bundle),
      WORKER_VERSIONING: 'false',
      WORKER_METRICS_ADDRESS: `127.0.0.1:${port}`,
      ENCRYPTION_KEYS: stack.app.config.encryptionKeys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(),
      JWT_PRIVATE_KEY: jwtPrivateKey,
      DELIVERY_ALLOWED_HOSTS: '127.0.0.1',
      LOG_LEVEL: 'error',
    },
    logFile: `${home}/worker.log`,
    runDir: `${home}/run`,
    log: () => undefined,
    isReady: async () => (await collect()) !== null,
  });
});
afterAll(async () => {
  await worker.stop();
  await stack.stop();
  for (const { receiver } of endpoints) await receiver.stop();
});

test('attempts are counted by verdict, with their duration and lag, and by no endpoint', async () => {
  const add = async (behaviour: 'take' | 410) => {
    const endpoint = await addReceiver(stack.app, stack.tenant.id);
    endpoint.receiver.behave(() => behaviour);
    endpoints.push(endpoint);
    await sendEvents(stack.app, endpoint, 2);
  };
  await add('take');
  await add(410);
  const attempts = 'webhook_delivery_attempts_total';
  const lags = 'webhook_delivery_first_attempt_lag_seconds';
  const samples = await until('the attempts', async () => {
    const found = (await collect()) ?? [];
    const isCounted = (verdict: string, count: number) => (valueOf(found, attempts, { verdict }) ?? 0) >= count;
    // All of them were first ones.
    const areComplete = valueOf(found, `${lags}_count`) === valueOf(found, attempts);
    return areComplete && isCounted('delivered', 2) && isCounted('gone', 1) ? found : null;
  });
  const counted = valueOf(samples, attempts);
  expect(valueOf(samples, 'webhook_delivery_attempt_duration_seconds_count')).toBe(counted);
  expect(valueOf(samples, 'webhook_delivery_attempt_duration_seconds_bucket', { le: '0.01' })).toBeDefined();
  expect(valueOf(samples, `${lags}_sum`)).toBeGreaterThan(0);
  expect(valueOf(samples, `${lags}_bucket`, { le: '7200' })).toBe(counted);
  expect(await undocumented(samples)).toEqual([]);
  const labels = JSON.stringify(samples.map((sample) => sample.labels));
  for (const { id, tenantId, receiver } of endpoints)
    for (const secretive of [id, tenantId, receiver.url]) expect(labels).not.toContain(secretive);
});

test("Temporal's own are there", async () => {
  const samples = (await collect()) ?? [];
  expect(valueOf(samples, 'temporal_num_pollers')).toBeGreaterThan(0);
  expect(valueOf(samples, 'temporal_worker_task_slots_available')).toBeGreaterThan(0);
});
