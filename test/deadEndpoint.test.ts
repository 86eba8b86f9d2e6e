import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebhookDelivery, WebhookEndpoint } from '../src/db/entities.ts';
import { tenantEm } from '../src/db/core/tenancy.ts';
import { endpointWorkflowId } from '../src/temporal/ids.ts';
import { createWakeEndpoints } from '../src/outbox/index.ts';
import { deliveriesTo, sendEvents } from './support/outbox.ts';
import { addReceiver, type ReceivingEndpoint } from './support/receiver.ts';
import { startStack, until, type Stack } from './support/stack.ts';

let stack: Stack;
const endpoints: ReceivingEndpoint[] = [];
const addEndpoint = async (): Promise<ReceivingEndpoint> => {
  const endpoint = await addReceiver(stack.app, (await stack.createTenant()).id);
  endpoints.push(endpoint);
  return endpoint;
};
beforeAll(async () => void (stack = await startStack()));
afterAll(async () => {
  await stack.stop();
  for (const { receiver } of endpoints) await receiver.stop();
});

const rowOf = ({ tenantId, id }: ReceivingEndpoint) =>
  tenantEm(stack.app.orm, tenantId).findOneOrFail(WebhookEndpoint, id);
const resting = (endpoint: ReceivingEndpoint) =>
  until('the endpoint to rest', async () => {
    const { restingUntil } = await rowOf(endpoint);
    return restingUntil && Number(restingUntil) > Date.now() ? restingUntil : null;
  });

/** As if it had rested long enough. */
const endRest = async ({ tenantId, id }: ReceivingEndpoint): Promise<void> => {
  await tenantEm(stack.app.orm, tenantId).nativeUpdate(WebhookEndpoint, { id }, { restingUntil: null });
  await wakeOf()(tenantId, [id]);
};

const wakeOf = () => {
  const { orm, temporal, config } = stack.app;
  return createWakeEndpoints({ orm, temporal, taskQueue: config.temporal.taskQueue });
};

const described = ({ tenantId, id }: ReceivingEndpoint) =>
  stack.app.temporal.workflow.getHandle(endpointWorkflowId({ tenantId, endpointId: id })).describe();

const historyOf = async (endpoint: ReceivingEndpoint): Promise<number> => (await described(endpoint)).historyLength;

/** Its page is over: it sleeps. */
const idle = (endpoint: ReceivingEndpoint) =>
  until('the page to end', async () => {
    const { raw } = await described(endpoint);
    return raw.pendingActivities?.length === 0 && !raw.pendingWorkflowTask;
  });

test('a dead endpoint with hundreds of waiting deliveries costs a handful of Temporal events, and other tenants nothing', async () => {
  const dead = await addEndpoint();
  dead.receiver.behave(() => 500);
  await sendEvents(stack.app, dead, 400);
  await resting(dead);

  // No more than were under way when the fifth failed.
  expect(dead.receiver.received.length).toBeLessThanOrEqual(12);
  const deliveries = await deliveriesTo(stack.app, dead);
  const untouched = deliveries.filter(({ attempts }) => attempts === 0);
  expect(untouched.length).toBeGreaterThanOrEqual(388);
  expect(untouched.filter(({ status, nextAttemptAt }) => status !== 'pending' || nextAttemptAt !== null)).toEqual([]);

  // What comes in meanwhile signals nothing.
  await idle(dead);
  await tenantEm(stack.app.orm, dead.tenantId).nativeUpdate(
    WebhookEndpoint,
    { id: dead.id },
    { restingUntil: new Date(Date.now() + 3_600_000) },
  );
  await sendEvents(stack.app, dead, 1);
  await idle(dead);
  const before = await historyOf(dead);
  for (let call = 0; call < 50; call += 1) await wakeOf()(dead.tenantId, [dead.id]);
  expect(await historyOf(dead)).toBe(before);
  expect(before).toBeLessThan(40);
  const { count } = await stack.app.temporal.workflow.count(`TenantId = '${dead.tenantId}'`);
  expect(count).toBeLessThanOrEqual(1);

  const healthy = await addEndpoint();
  await sendEvents(stack.app, healthy, 30);
  await until('all of the healthy tenant', async () => healthy.receiver.taken().length === 30);
  expect(healthy.receiver.received).toHaveLength(30);
});

test('one that is back gets everything, each once, and no schedule was burnt meanwhile', async () => {
  const endpoint = await addEndpoint();
  endpoint.receiver.behave(() => 503);
  const ids = await sendEvents(stack.app, endpoint, 60);
  await resting(endpoint);
  const attempted = new Set(endpoint.receiver.received.map(({ id }) => id));
  endpoint.receiver.behave(() => 'take');
  await endRest(endpoint);
  await until('all of them', async () => endpoint.receiver.taken().length === 60);
  const deliveries = await until('all to be written down', async () => {
    const found = await deliveriesTo(stack.app, endpoint);
    return found.length > 0 && found.every(({ status }) => status === 'delivered') ? found : null;
  });
  for (const { id, attempts } of deliveries) {
    const requests = endpoint.receiver.received.filter((request) => request.id === id);
    expect([id, requests.length]).toEqual([id, attempts]);
    expect(requests.filter(({ taken }) => taken)).toHaveLength(1);
  }
  const spared = deliveries.filter(({ id }) => !attempted.has(id));
  expect(spared.map(({ attempts }) => attempts)).toEqual(spared.map(() => 1));
  expect(deliveries.map(({ id }) => id)).toEqual(ids.toSorted());
  expect(await rowOf(endpoint)).toMatchObject({ failureStreak: 0, restingUntil: null, failingSince: null });
});

test('while it fails one attempt shows how it is, and the rest waits on', async () => {
  const endpoint = await addEndpoint();
  endpoint.receiver.behave(() => 503);
  await sendEvents(stack.app, endpoint, 40);
  await resting(endpoint);
  const before = endpoint.receiver.received.length;
  await endRest(endpoint);
  await until('a probe', async () => endpoint.receiver.received.length > before);
  await resting(endpoint);
  expect(endpoint.receiver.received).toHaveLength(before + 1);
});

test('what a user asks for goes out although its endpoint rests', async () => {
  const endpoint = await addEndpoint();
  endpoint.receiver.behave(() => 503);
  const ids = await sendEvents(stack.app, endpoint, 20);
  await resting(endpoint);
  const em = tenantEm(stack.app.orm, endpoint.tenantId);
  await em.nativeUpdate(WebhookEndpoint, { id: endpoint.id }, { restingUntil: new Date(Date.now() + 3_600_000) });
  const last = ids.at(-1) ?? '';
  endpoint.receiver.behave(() => 'take');
  const askedFor = { status: 'pending' as const, attemptsInSchedule: 0, nextAttemptAt: new Date() };
  await em.nativeUpdate(WebhookDelivery, { id: last }, askedFor);
  await wakeOf()(endpoint.tenantId, [endpoint.id], { isAskedFor: true });
  await until('it, and then all of them', async () => endpoint.receiver.taken().length === 20);
  expect(endpoint.receiver.taken()[0]?.id).toBe(last);
});
