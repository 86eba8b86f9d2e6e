import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuditEvent, WebhookEndpoint } from '../src/db/entities.ts';
import { tenantEm } from '../src/db/core/tenancy.ts';
import { deliveriesTo, hasten, sendEvents } from './support/outbox.ts';
import { addReceiver, type ReceivingEndpoint } from './support/receiver.ts';
import { completedCall, twilioForm } from './support/send.ts';
import { startStack, until, withoutAssistant, type Stack } from './support/stack.ts';

let stack: Stack;
let tenant: Awaited<ReturnType<Stack['createTenant']>>;
const endpoints: ReceivingEndpoint[] = [];
const addEndpoint = async (
  ...settings: Parameters<typeof addReceiver> extends [unknown, unknown, ...infer Rest] ? Rest : []
) => {
  const endpoint = await addReceiver(stack.app, tenant.id, ...settings);
  endpoints.push(endpoint);
  return endpoint;
};
beforeAll(async () => {
  stack = await startStack(withoutAssistant);
  tenant = await stack.createTenant();
});
afterAll(async () => {
  await stack.stop();
  for (const { receiver } of endpoints) await receiver.stop();
});

let calls = 0;
/** A call that was answered and is over. */
const playCall = async (): Promise<string> => {
  const sid = `CA-endpoints-${tenant.id}-${(calls += 1)}`;
  const path = `/webhooks/twilio/${tenant.slug}`;
  const { CallDuration: _whole, Duration: _minutes, ...answered } = completedCall(sid);
  const Timestamp = 'Fri, 20 Nov 2026 15:20:00 +0000';
  await twilioForm(stack.baseUrl, path, { ...answered, CallStatus: 'in-progress', Timestamp });
  await twilioForm(stack.baseUrl, path, { ...completedCall(sid), SequenceNumber: '1' });
  return sid;
};

const eventsAt = ({ receiver }: ReceivingEndpoint, sid: string) =>
  receiver
    .taken()
    .map(({ event }) => event)
    .filter(({ eventId }) => eventId.startsWith(`${sid}:`));

const whenEnded = (endpoint: ReceivingEndpoint, sid: string) =>
  until('the end of the call', async () => {
    const events = eventsAt(endpoint, sid);
    return events.some(({ eventType }) => eventType === 'call.ended') ? events : null;
  });

const findEndpoint = ({ id }: ReceivingEndpoint) =>
  tenantEm(stack.app.orm, tenant.id).findOneOrFail(WebhookEndpoint, id);

describe('each endpoint gets', () => {
  test('the events it asked for, numbered through the call, with its own headers', async () => {
    const all = await addEndpoint();
    const ended = await addEndpoint(
      { eventTypes: ['call.ended'] },
      { 'X-Shop': 'Plomberie', Authorization: 'Basic abc' },
    );
    const others = await addEndpoint({ eventTypes: ['endpoint.disabled'] });
    const sid = await playCall();
    const events = await whenEnded(all, sid);
    expect(events.length).toBeGreaterThan(1);
    const sequences = events.map(({ sequence }) => Number(sequence)).toSorted((a, b) => a - b);
    expect(sequences).toEqual(events.map((_, index) => index + 1));
    expect(events.find(({ sequence }) => sequence === events.length)?.eventType).toBe('call.ended');

    const [only, ...more] = await whenEnded(ended, sid);
    expect(more).toEqual([]);
    // The signature in the body is made with the endpoint's own secret.
    expect(only).toEqual({
      ...events.find(({ eventType }) => eventType === 'call.ended'),
      signature: expect.any(String),
    });
    const [request] = ended.receiver.received;
    expect(request?.headers).toMatchObject({ 'x-shop': 'Plomberie', authorization: 'Basic abc' });
    expect(all.receiver.received[0]?.headers).not.toHaveProperty('x-shop');
    expect(others.receiver.received).toEqual([]);
    for (const { receiver } of [all, ended]) expect(receiver.unverified).toEqual([]);
  });

  test("a call's events in their order", async () => {
    const endpoint = await addEndpoint();
    const sid = await playCall();
    await whenEnded(endpoint, sid);
    const sequences = endpoint.receiver.received.map(({ event }) => event.sequence);
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  });

  test("a call's next event after it has answered to the one before", async () => {
    const endpoint = await addEndpoint();
    endpoint.receiver.behave((before) => (before === 0 ? 'slow' : 'take'));
    const path = `/webhooks/twilio/${tenant.slug}`;
    const { CallDuration: _whole, Duration: _minutes, ...call } = completedCall(`CA-order-${tenant.id}`);
    const say = (CallStatus: string, SequenceNumber: string) =>
      twilioForm(stack.baseUrl, path, { ...call, CallStatus, SequenceNumber });
    await say('ringing', '0');
    await until('the first', async () => endpoint.receiver.received.length > 0);
    await say('in-progress', '1');
    await until('the second', async () => endpoint.receiver.received.length > 1);
    const [first, second] = endpoint.receiver.received;
    expect([first?.event.eventType, second?.event.eventType]).toEqual(['call.started', 'call.answered']);
    expect(Number(second?.at) - Number(first?.at)).toBeGreaterThanOrEqual(1_500);
  });
});

describe('an endpoint', () => {
  test('that is disabled has its events held', async () => {
    const enabled = await addEndpoint();
    const disabled = await addEndpoint({ disabledAt: new Date(), disabledBecause: 'asked' });
    const sid = await playCall();
    const events = await whenEnded(enabled, sid);
    const held = (await deliveriesTo(stack.app, disabled)).filter(({ subjectId }) => subjectId === sid);
    expect(held.map(({ eventId }) => eventId).toSorted()).toEqual(events.map(({ eventId }) => eventId).toSorted());
    expect(held.map(({ status, attempts }) => [status, attempts])).toEqual(held.map(() => ['held', 0]));
    expect(disabled.receiver.received).toEqual([]);
  });

  const expectDisabled = async (
    endpoint: ReceivingEndpoint,
    informed: ReceivingEndpoint,
    reason: 'gone' | 'failing',
  ) => {
    const row = await until('it to be disabled', async () => {
      const found = await findEndpoint(endpoint);
      return found.disabledAt && found;
    });
    expect(row.disabledBecause).toBe(reason);
    const told = () => informed.receiver.taken().filter(({ event }) => event.data['endpointId'] === endpoint.id);
    await until('the event at the other endpoint', async () => told().length > 0);
    const what = { endpointId: endpoint.id, url: endpoint.receiver.url, reason };
    expect(told().map(({ event }) => event)).toMatchObject([{ eventType: 'endpoint.disabled', data: what }]);
    const audited = await tenantEm(stack.app.orm, tenant.id).find(AuditEvent, { targetId: endpoint.id });
    expect(audited).toMatchObject([{ action: 'endpoint.disabled', actor: 'system', after: { reason } }]);
  };

  test('that says it is gone is disabled, and the others receive the event', async () => {
    const informed = await addEndpoint();
    const gone = await addEndpoint();
    gone.receiver.behave(() => 410);
    await sendEvents(stack.app, gone, 3);
    const deliveries = await until('all to be held', async () => {
      const found = await deliveriesTo(stack.app, gone);
      return found.length > 0 && found.every(({ status }) => status === 'held') ? found : null;
    });
    await expectDisabled(gone, informed, 'gone');
    // The three, and the news that it is disabled.
    expect(deliveries.length).toBeGreaterThanOrEqual(3);
    expect(deliveries.map(({ nextAttemptAt }) => nextAttemptAt)).toEqual(deliveries.map(() => null));
  });

  test('that has only failed for five days is disabled, and the others receive the event', async () => {
    const informed = await addEndpoint();
    const failing = await addEndpoint();
    failing.receiver.behave(() => 503);
    const em = tenantEm(stack.app.orm, tenant.id);
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    const failed = (first: number, last: number) =>
      em.nativeUpdate(
        WebhookEndpoint,
        { id: failing.id },
        { failingSince: daysAgo(first), lastFailedAt: daysAgo(last) },
      );
    await failed(4, 1);
    await sendEvents(stack.app, failing, 1);
    await until('a failure', async () =>
      (await deliveriesTo(stack.app, failing)).some(({ attempts }) => attempts === 1),
    );
    expect((await findEndpoint(failing)).disabledAt).toBeNull();

    // Nothing was sent in between.
    await failed(6, 5);
    await sendEvents(stack.app, failing, 1);
    const counted = await until('a failure that counts from now', async () => {
      const endpoint = await findEndpoint(failing);
      return Number(endpoint.lastFailedAt) > Number(daysAgo(1)) ? endpoint : null;
    });
    expect(counted.disabledAt).toBeNull();
    expect(Number(counted.failingSince)).toBeGreaterThan(Number(daysAgo(1)));

    await failed(6, 1);
    await hasten(stack.app, failing);
    await until('it to be disabled', async () => (await findEndpoint(failing)).disabledAt);
    await expectDisabled(failing, informed, 'failing');
  });

  test('that works again has not failed', async () => {
    const endpoint = await addEndpoint();
    endpoint.receiver.behave((_, attempt) => (attempt === 1 ? 503 : 'take'));
    await sendEvents(stack.app, endpoint, 1);
    await until('a failure', async () => (await findEndpoint(endpoint)).failingSince);
    await hasten(stack.app, endpoint);
    await until('the next attempt', async () => endpoint.receiver.taken().length === 1);
    await until('the failure to be forgotten', async () => (await findEndpoint(endpoint)).failingSince === null);
    expect((await findEndpoint(endpoint)).disabledAt).toBeNull();
  });
});
