import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebhookLog, type WebhookDelivery } from '../src/db/entities.ts';
import { tenantEm } from '../src/db/core/tenancy.ts';
import { deliveriesTo, hasten, sendEvents } from './support/outbox.ts';
import { addReceiver, callEventTypes, type Behaviour, type ReceivingEndpoint } from './support/receiver.ts';
import { completedCall, twilioForm } from './support/send.ts';
import { startStack, until, withoutAssistant, type Stack } from './support/stack.ts';

let stack: Stack;
const endpoints: ReceivingEndpoint[] = [];
const addEndpoint = async (): Promise<ReceivingEndpoint> => {
  const endpoint = await addReceiver(stack.app, stack.tenant.id, { eventTypes: callEventTypes });
  endpoints.push(endpoint);
  return endpoint;
};
beforeAll(async () => {
  stack = await startStack(withoutAssistant);
});
afterAll(async () => {
  await stack.stop();
  for (const { receiver } of endpoints) await receiver.stop();
});

const allDelivered = (endpoint: ReceivingEndpoint): Promise<WebhookDelivery[]> =>
  until('every delivery', async () => {
    const deliveries = await deliveriesTo(stack.app, endpoint);
    return deliveries.length > 0 && deliveries.every(({ status }) => status === 'delivered') ? deliveries : null;
  });

/** What is true of an endpoint that has got everything, whatever happened on the way. */
const expectNothingLost = ({ receiver }: ReceivingEndpoint, deliveries: WebhookDelivery[]): void => {
  expect(receiver.unverified).toEqual([]);
  expect(
    receiver
      .taken()
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(deliveries.map(({ id }) => id).toSorted());
  for (const { id, eventId, attempts } of deliveries) {
    const requests = receiver.received.filter((request) => request.id === id);
    expect(requests.map(({ event }) => event.eventId)).toEqual(requests.map(() => eventId));
    expect(requests).toHaveLength(attempts);
    expect(requests.filter(({ taken }) => taken)).toHaveLength(1);
  }
};

test('endpoints that fail half of the time, each in its way, get everything, and the others at once', async () => {
  const badDays: Behaviour[] = ['slow', 'hang', 'reset', 'redirect', 'page', 429, 500];
  const healthy = await addEndpoint();
  const moody: ReceivingEndpoint[] = [];
  for (const badDay of badDays) {
    const endpoint = await addEndpoint();
    // Each request that hangs costs the test 15 s.
    const isBad = (before: number) => (badDay === 'hang' ? before === 0 : before % 2 === 0);
    endpoint.receiver.behave((before, attempt) => (attempt === 1 && isBad(before) ? badDay : 'take'));
    moody.push(endpoint);
  }
  const sids = Array.from({ length: 4 }, (_, index) => `CA-moody-${stack.tenant.id}-${index}`);
  const path = `/webhooks/twilio/${stack.tenant.slug}`;
  await Promise.all(sids.map((sid) => twilioForm(stack.baseUrl, path, completedCall(sid))));
  for (const sid of sids) await stack.closedCall(sid);

  const deliveries = await allDelivered(healthy);
  expectNothingLost(healthy, deliveries);
  expect(deliveries.map(({ attempts }) => attempts)).toEqual(deliveries.map(() => 1));
  const servedAt = Math.max(...deliveries.map(({ deliveredAt }) => Number(deliveredAt)));
  const eventIds = deliveries.map(({ eventId }) => eventId).toSorted();
  for (const [index, endpoint] of moody.entries()) {
    const delivered = await allDelivered(endpoint);
    expectNothingLost(endpoint, delivered);
    expect(delivered.map(({ eventId }) => eventId).toSorted()).toEqual(eventIds);
    expect(delivered.some(({ attempts }) => attempts > 1)).toBe(badDays[index] !== 'slow');
    const lastAt = Math.max(...delivered.map(({ deliveredAt }) => Number(deliveredAt)));
    // The healthy one waited for no request that hung.
    expect(badDays[index] !== 'hang' || lastAt > servedAt).toBe(true);
  }
});

test('an endpoint that is down for a while gets everything once it is back', async () => {
  const endpoint = await addEndpoint();
  const comeBack = await endpoint.receiver.goDown();
  await sendEvents(stack.app, endpoint, 5);
  await until('the first attempts', async () => {
    const deliveries = await deliveriesTo(stack.app, endpoint);
    return deliveries.length === 5 && deliveries.every(({ attempts }) => attempts === 1);
  });
  await comeBack();
  await hasten(stack.app, endpoint);
  const deliveries = await allDelivered(endpoint);
  expect(
    endpoint.receiver
      .taken()
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(deliveries.map(({ id }) => id));
  expect(deliveries.map(({ attempts }) => attempts)).toEqual([2, 2, 2, 2, 2]);
  expect(endpoint.receiver.unverified).toEqual([]);
});

test('an endpoint that goes on failing is left alone for longer each time, and every answer is kept', async () => {
  const endpoint = await addEndpoint();
  endpoint.receiver.behave(() => 500);
  const [deliveryId = ''] = await sendEvents(stack.app, endpoint, 1);
  const delivery = await until('the second attempt', async () => {
    const [found] = await deliveriesTo(stack.app, endpoint);
    return found?.attempts === 2 ? found : null;
  });
  const [first, second] = endpoint.receiver.received.map(({ at }) => at);
  expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(5_000);
  const waitMs = Number(delivery.nextAttemptAt) - Number(second);
  expect(waitMs).toBeGreaterThanOrEqual(300_000);
  expect(waitMs).toBeLessThan(335_000);
  expect(delivery).toMatchObject({
    status: 'retrying',
    lastError: 'the endpoint answered 500',
    lastErrorCode: 'endpoint.status',
  });
  const logs = await tenantEm(stack.app.orm, stack.tenant.id).find(
    WebhookLog,
    { deliveryId },
    { orderBy: { attempt: 'asc' } },
  );
  const failure = { url: endpoint.receiver.url, responseStatus: 500, responseBody: 'not now' };
  expect(logs).toMatchObject([
    { ...failure, attempt: 1 },
    { ...failure, attempt: 2 },
  ]);
});
