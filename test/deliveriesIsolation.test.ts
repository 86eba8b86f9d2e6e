import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealEndpoint, withSecret } from '../src/db/deliveries/endpoints.ts';
import { WebhookEndpoint, WebhookLog } from '../src/db/entities.ts';
import { tenantEm } from '../src/db/core/tenancy.ts';
import { deliveriesTo, sendEvents } from './support/outbox.ts';
import { addReceiver, callEventTypes, newSecret, type ReceivingEndpoint } from './support/receiver.ts';
import { completedCall, twilioForm } from './support/send.ts';
import { startStack, until, withoutAssistant, type Stack } from './support/stack.ts';

let stack: Stack;
const endpoints: ReceivingEndpoint[] = [];
const addEndpoint = async (
  tenantId: string,
  settings: Parameters<typeof addReceiver>[2] = {},
): Promise<ReceivingEndpoint> => {
  const endpoint = await addReceiver(stack.app, tenantId, settings);
  endpoints.push(endpoint);
  return endpoint;
};
beforeAll(async () => {
  stack = await startStack(withoutAssistant);
});
afterAll(async () => {
  for (const { receiver } of endpoints) await receiver.stop();
  await stack.stop();
});

test('a secret that is changed twice under load fails no verification', async () => {
  const { id: tenantId, slug } = await stack.createTenant();
  const conservative = await addEndpoint(tenantId, { eventTypes: callEventTypes });
  const modern = await addEndpoint(tenantId, { eventTypes: callEventTypes });
  const path = `/webhooks/twilio/${slug}`;
  let calls = 0;
  const call = () => twilioForm(stack.baseUrl, path, completedCall(`CA-rotation-${tenantId}-${(calls += 1)}`));
  const play = async (count: number) => {
    for (let index = 0; index < count; index += 1) await call();
  };
  const taken = (count: number) =>
    until(`${count} events`, async () =>
      [conservative, modern].every(({ receiver }) => receiver.taken().length >= count),
    );

  await play(10);
  await taken(5);
  const em = tenantEm(stack.app.orm, tenantId);
  const fresh = newSecret();
  for (const { id, secret } of [conservative, modern]) {
    const row = await em.findOneOrFail(WebhookEndpoint, id);
    row.sealedSecrets = sealEndpoint(
      stack.app.keys,
      row,
      withSecret(withSecret({ secret, headers: {} }, newSecret()), fresh),
    );
  }
  await em.flush();
  const before = modern.receiver.received.length;
  const playing = play(20);
  // Those that were signed before are through by then.
  await taken(before + 20);
  // All three sign by now: one receiver takes the new secret up, the other keeps the first one.
  modern.receiver.trust(fresh);
  await playing;

  const expected = await until('every delivery', async () => {
    const deliveries = await deliveriesTo(stack.app, modern);
    const ended = new Set(deliveries.map(({ subjectId }) => subjectId));
    return ended.size === calls && deliveries.every(({ status }) => status === 'delivered') ? deliveries.length : null;
  });
  await taken(expected);
  expect(conservative.receiver.unverified).toEqual([]);
  expect(modern.receiver.unverified).toEqual([]);
  const signatures = modern.receiver.received.map(
    ({ headers }) => String(headers['webhook-signature']).split(' ').length,
  );
  expect([...new Set(signatures)]).toEqual([1, 3]);
});

test('an endpoint gets no more requests a second than it asks for', async () => {
  const { id: tenantId } = await stack.createTenant();
  const endpoint = await addEndpoint(tenantId, { rateLimitPerSecond: 2 });
  const sentAt = Date.now();
  await sendEvents(stack.app, endpoint, 10);
  await until('all of them', async () => endpoint.receiver.taken().length === 10);
  const times = endpoint.receiver.received.map(({ at }) => at).toSorted((a, b) => a - b);
  expect(times).toHaveLength(10);
  // Each has its slot, half a second after the one before; a busy machine may only be later. Clocks round.
  expect(times.filter((at, index) => at < sentAt + index * 500 - 10)).toEqual([]);
});

/** Each went out at its first attempt, which waited for no other: not even where the whole machine is slow. */
const expectUnhindered = async (endpoint: ReceivingEndpoint, count: number): Promise<void> => {
  const logs = await until('every attempt to be logged', async () => {
    const found = await tenantEm(stack.app.orm, endpoint.tenantId).find(WebhookLog, { url: endpoint.receiver.url });
    return found.length >= count ? found : null;
  });
  expect(endpoint.receiver.received).toHaveLength(count);
  expect(logs.map(({ attempt, error }) => [attempt, error])).toEqual(logs.map(() => [1, null]));
};

// The last ones: requests hang until the end.
test('an endpoint that hangs keeps no other tenant waiting', async () => {
  const hanging = await addEndpoint((await stack.createTenant()).id);
  const healthy = await addEndpoint((await stack.createTenant()).id);
  hanging.receiver.behave(() => 'hang');
  await sendEvents(stack.app, hanging, 200);
  await until('hanging requests', async () => hanging.receiver.received.length >= 8);
  const ids = await sendEvents(stack.app, healthy, 30);
  await until('all of the healthy tenant', async () => healthy.receiver.taken().length === 30);
  expect(
    healthy.receiver
      .taken()
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(ids.toSorted());
  await expectUnhindered(healthy, 30);
  const waiting = await deliveriesTo(stack.app, hanging);
  expect(waiting.filter(({ status }) => ['pending', 'retrying'].includes(status))).toHaveLength(200);
});

test('endpoints that hang keep no other tenant waiting at the same host', async () => {
  const { id: tenantId } = await stack.createTenant();
  const healthy = await addEndpoint((await stack.createTenant()).id);
  const { url } = healthy.receiver;
  const hanging = await Promise.all([1, 2, 3].map(() => addEndpoint(tenantId)));
  const em = tenantEm(stack.app.orm, tenantId);
  for (const [index, { id }] of hanging.entries())
    await em.nativeUpdate(WebhookEndpoint, { id }, { url: `${url}/hanging-${index}` });
  for (const endpoint of hanging) await sendEvents(stack.app, endpoint, 20);
  await until('hanging requests', async () => healthy.receiver.hanging() >= 16);
  await sendEvents(stack.app, healthy, 10);
  await until('all of the healthy tenant', async () => healthy.receiver.taken().length === 10);
  await expectUnhindered(healthy, 10);
  expect(healthy.receiver.unverified).toEqual([]);
});
