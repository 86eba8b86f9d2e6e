import { randomUUID } from 'node:crypto';
import { NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebhookDelivery } from '../src/db/entities.ts';
import { tenantEm } from '../src/db/core/tenancy.ts';
import { createOutbox, createWakeEndpoints, servePage } from '../src/outbox/index.ts';
import { sharedBundle } from './support/bundle.ts';
import { deliveriesTo, sendEvents } from './support/outbox.ts';
import { addReceiver, type ReceivingEndpoint } from './support/receiver.ts';
import { startStack, until, type Stack } from './support/stack.ts';

let stack: Stack;
const endpoints: ReceivingEndpoint[] = [];
const addEndpoint = async (): Promise<ReceivingEndpoint> => {
  const endpoint = await addReceiver(stack.app, stack.tenant.id, { eventTypes: [] });
  endpoints.push(endpoint);
  return endpoint;
};
/** Without a worker: the tests serve pages themselves. */
beforeAll(async () => {
  stack = await startStack();
  await stack.worker.stop();
});
afterAll(async () => {
  await stack.stop();
  for (const { receiver } of endpoints) await receiver.stop();
});

/** As one worker has it. */
const newOutbox = (stopping = new AbortController()) => {
  const { config } = stack.app;
  const context = { ...stack.app, taskQueue: config.temporal.taskQueue };
  return { outbox: createOutbox(context, config.deliveries, stopping.signal), stop: () => stopping.abort() };
};

const serve = ({ outbox }: ReturnType<typeof newOutbox>, { tenantId, id }: ReceivingEndpoint) =>
  servePage(outbox, { tenantId, endpointId: id }, new AbortController().signal);

test('a page that was given up as dead, and its successor beside it, send nothing twice', async () => {
  const endpoint = await addEndpoint();
  endpoint.receiver.behave((before) => (before % 10 === 0 ? 'slow' : 'take'));
  const ids = await sendEvents(stack.app, endpoint, 150);
  const senders = [newOutbox(), newOutbox(), newOutbox()];
  const pages = senders.map((sender) => serve(sender, endpoint));
  await until('all of them', async () => endpoint.receiver.taken().length === 150);
  for (const { stop } of senders) stop();
  await Promise.all(pages);
  expect(endpoint.receiver.received).toHaveLength(150);
  const deliveries = await deliveriesTo(stack.app, endpoint);
  expect(deliveries.map(({ id, status, attempts }) => [id, status, attempts])).toEqual(
    ids.toSorted().map((id) => [id, 'delivered', 1]),
  );
});

test('what a dead sender had claimed is sent once its claim has run out, and not before', async () => {
  const endpoint = await addEndpoint();
  const [id = ''] = await sendEvents(stack.app, endpoint, 1);
  const claimedUntil = new Date(Date.now() + 3_000);
  await tenantEm(stack.app.orm, endpoint.tenantId).nativeUpdate(WebhookDelivery, { id }, { claimedUntil });
  const sender = newOutbox();
  const page = serve(sender, endpoint);
  await until('it', async () => endpoint.receiver.taken().length === 1);
  expect(Number(endpoint.receiver.received[0]?.at)).toBeGreaterThanOrEqual(Number(claimedUntil) - 100);
  sender.stop();
  await page;
});

test('a page that is stopped hands back what it has not sent, and says that there is more', async () => {
  const endpoint = await addEndpoint();
  endpoint.receiver.behave(() => 'slow');
  await sendEvents(stack.app, endpoint, 40);
  const sender = newOutbox();
  const page = serve(sender, endpoint);
  await until('the first', async () => endpoint.receiver.received.length >= 8);
  sender.stop();
  expect(await page).toEqual({ nextLookInMs: 0 });
  const deliveries = await deliveriesTo(stack.app, endpoint);
  expect(deliveries.filter(({ claimedUntil }) => claimedUntil !== null)).toEqual([]);
  expect(deliveries.filter(({ status }) => status === 'delivered')).toHaveLength(endpoint.receiver.received.length);
});

test('what is queued while a page is open needs no signal, and goes out in its page', async () => {
  const endpoint = await addEndpoint();
  const sender = newOutbox();
  const { outbox } = sender;
  const page = serve(sender, endpoint);
  await until('the page', async () => outbox.pages.count === 1);
  await sendEvents(stack.app, endpoint, 3, outbox.wakeEndpoints);
  await until('all of them', async () => endpoint.receiver.taken().length === 3);
  sender.stop();
  expect(await page).toEqual({ nextLookInMs: null });
});

test('no wake-up is lost, also when it comes in as the endpoint’s workflow ends', async () => {
  const { orm, temporal, config } = stack.app;
  const taskQueue = `test-${randomUUID()}`;
  const codePath = await sharedBundle();
  const connection = await NativeConnection.connect({ address: config.temporal.address });
  let committed = 0;
  let seen = 0;
  const serveEndpoint = async () => {
    seen = committed;
    return { nextLookInMs: null };
  };
  const common = { connection, namespace: config.temporal.namespace };
  const workers = await Promise.all([
    Worker.create({ ...common, taskQueue, workflowBundle: { codePath } }),
    Worker.create({ ...common, taskQueue: `${taskQueue}-deliveries`, activities: { serveEndpoint } }),
  ]);
  const running = Promise.all(workers.map((worker) => worker.run()));
  try {
    const endpointId = randomUUID();
    for (let round = 1; round <= 40; round += 1) {
      committed = round;
      // One of its own each: none is spared because another is under way.
      await createWakeEndpoints({ orm, temporal, taskQueue })(stack.tenant.id, [endpointId]);
      await until(`round ${round}`, async () => seen === round);
    }
    expect(seen).toBe(40);
  } finally {
    for (const worker of workers) worker.shutdown();
    await running;
    await connection.close();
  }
});
