import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { AuditEvent, OutboundEvent, User, WebhookDelivery, WebhookEndpoint, WebhookLog } from '../src/db/entities.ts';
import { systemEm, tenantEm } from '../src/db/core/tenancy.ts';
import { uuidV7 } from '../src/db/core/uuid.ts';
import { callSubject, subjectColumns } from '../src/domain/subject.ts';
import { endpointWorkflowId } from '../src/temporal/ids.ts';
import { saveHistory } from './support/histories.ts';
import { hasten } from './support/outbox.ts';
import { password, passwordHash } from './support/password.ts';
import { startStack, until, type Stack } from './support/stack.ts';

const day = 86_400_000;

let stack: Stack;
/** Anew for each test: none sees another's events. */
let tenant: Stack['tenant'];
let token: string;
beforeAll(async () => {
  stack = await startStack();
});
beforeEach(async () => {
  tenant = await stack.createTenant();
  token = await signIn(tenant.id);
});
afterAll(() => stack.stop());

const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}, as = token) => {
  const response = await fetch(stack.baseUrl + path, {
    method,
    headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  // Tests look into answers of every shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  return { status: response.status, body: (await response.json()) as any };
};

const signIn = async (tenantId: string): Promise<string> => {
  const email = `odile-${randomUUID()}@plomberie.test`;
  const em = systemEm(stack.app.orm);
  em.persist(em.create(User, { tenantId, email, name: 'Odile', role: 'owner', passwordHash }));
  await em.flush();
  const { body } = await ask('POST', '/auth/login', { email, password }, {}, '');
  return body.accessToken;
};

const em = () => tenantEm(stack.app.orm, tenant.id);
const theEndpoint = () => em().findOneOrFail(WebhookEndpoint, { isDefault: true });
const received = () => stack.standins.n8n.deliveries().filter(({ path }) => path.includes(tenant.slug));
const attempted = () => stack.standins.n8n.attempts().filter(({ path }) => path.includes(tenant.slug));
const dataOf = ({ body }: { body: unknown }) => body as { sequence: number; eventId: string };

/** Events of one call, a second apart up to now; and the status of their deliveries to the endpoint, if it has any. */
const storeEvents = async (count: number, status?: WebhookDelivery['status'], eventType = 'call.ended') => {
  const externalCallId = `CA${randomUUID()}`;
  const events = Array.from({ length: count }, (_, index) => ({
    id: uuidV7(),
    tenantId: tenant.id,
    eventId: `${externalCallId}:${index + 1}`,
    eventType,
    ...subjectColumns(callSubject(externalCallId)),
    sequence: index + 1,
    occurredAt: new Date(),
    data: '{"a":1}',
    createdAt: new Date(Date.now() - (count - index) * 1000),
  }));
  // In any order: neither their ids nor their place in the table says which comes first.
  await em().insertMany(OutboundEvent, events.toReversed());
  if (!status) return [];
  const { id: endpointId } = await theEndpoint();
  const deliveries = events.map(({ eventId, createdAt }) => ({
    id: uuidV7(),
    tenantId: tenant.id,
    endpointId,
    eventId,
    eventType,
    ...subjectColumns(callSubject(externalCallId)),
    status,
    attempts: 3,
    attemptsInSchedule: 3,
    createdAt,
  }));
  await em().insertMany(WebhookDelivery, deliveries);
  return deliveries.map(({ id }) => id);
};

const statuses = async (ids: string[]): Promise<string[]> =>
  (await em().find(WebhookDelivery, { id: { $in: ids } })).map(({ status }) => status);
const allDelivered = (ids: string[]) =>
  until('delivery', async () => {
    const delivered = (await statuses(ids)).filter((status) => status === 'delivered');
    return ids.length > 0 && delivered.length === ids.length;
  });
const aWhileAgo = () => new Date(Date.now() - day).toISOString();
const recover = async (body: object = {}, headers = {}) =>
  ask(
    'POST',
    '/dashboard/webhooks/recoveries',
    { endpointId: (await theEndpoint()).id, since: aWhileAgo(), ...body },
    headers,
  );
const look = async (id: string) => (await ask('GET', `/dashboard/webhooks/recoveries/${id}`)).body;
const list = async (as = token) => (await ask('GET', '/dashboard/webhooks/recoveries', undefined, {}, as)).body.data;
const ended = (id: string) =>
  until('the recovery to end', async () => {
    const recovery = await look(id);
    return recovery.status === 'running' ? null : recovery;
  });

test.each(['dead', 'held', 'delivered'] as const)('a %s delivery is sent again, with the same id', async (status) => {
  const [id = ''] = await storeEvents(1, status);
  const { status: code, body } = await ask('POST', `/dashboard/webhooks/deliveries/${id}/retry`);
  expect([code, body.id, body.status]).toEqual([202, id, 'pending']);
  await until('the endpoint to have it', async () => received().length > 0);
  await allDelivered([id]);
  expect(received().map((delivery) => delivery.id)).toEqual([id]);
  expect(await em().findOneOrFail(WebhookDelivery, id)).toMatchObject({ attempts: 4, attemptsInSchedule: 1 });
  expect(await em().count(AuditEvent, { action: 'delivery.retried', targetId: id })).toBe(1);
});

test('one that waits for its next attempt is sent now', async () => {
  const [id = ''] = await storeEvents(1, 'dead');
  stack.standins.n8n.misbehave('error', 2);
  await ask('POST', `/dashboard/webhooks/deliveries/${id}/retry`);
  await until('a failure', async () => (await em().findOneOrFail(WebhookDelivery, id)).attemptsInSchedule === 1);
  await hasten(stack.app, await theEndpoint());
  const waiting = await until('two failures', async () => {
    const delivery = await em().findOneOrFail(WebhookDelivery, id);
    return delivery.attemptsInSchedule === 2 ? delivery : null;
  });
  expect(waiting.status).toBe('retrying');
  expect(waiting.nextAttemptAt?.getTime()).toBeGreaterThan(Date.now() + 60_000);
  const answers = await Promise.all([1, 2, 3].map(() => ask('POST', `/dashboard/webhooks/deliveries/${id}/retry`)));
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
  await allDelivered([id]);
  expect((await em().findOneOrFail(WebhookDelivery, id)).attempts).toBe(6);
  expect(received()).toHaveLength(1);
});

test('an attempt that hangs does not undo the retry that was asked for meanwhile', async () => {
  const [id = ''] = await storeEvents(1, 'dead');
  stack.standins.n8n.misbehave('error', 1);
  stack.standins.n8n.misbehave('hang', 1);
  await ask('POST', `/dashboard/webhooks/deliveries/${id}/retry`);
  await until('a failure', async () => (await statuses([id])).includes('retrying'));
  await hasten(stack.app, await theEndpoint());
  await until('the second attempt', async () => attempted().length === 2);
  await ask('POST', `/dashboard/webhooks/deliveries/${id}/retry`);
  await allDelivered([id]);
  await until('the one that hung', async () => em().count(WebhookLog, { deliveryId: id, error: /whole answer/ }));
  expect(await statuses([id])).toEqual(['delivered']);
  expect(received()).toHaveLength(1);
});

test('what was promised and not begun is taken on by the sweep', async () => {
  const [id = '', other = ''] = await storeEvents(2, 'pending');
  await em().nativeUpdate(WebhookDelivery, { id: other }, { nextAttemptAt: new Date(Date.now() + day) });
  await em().nativeUpdate(WebhookDelivery, { id }, { createdAt: new Date(Date.now() - 11_000) });
  await allDelivered([id]);
  expect(await statuses([other])).toEqual(['pending']);
});

test('a disabled endpoint is refused', async () => {
  const [id = ''] = await storeEvents(1, 'dead');
  const endpoint = await theEndpoint();
  await em().nativeUpdate(WebhookEndpoint, { id: endpoint.id }, { disabledAt: new Date(), disabledBecause: 'asked' });
  const answers = [await ask('POST', `/dashboard/webhooks/deliveries/${id}/retry`), await recover()];
  for (const { status, body } of answers) {
    expect([status, body.code, body.detail]).toEqual([
      409,
      'resource.conflict',
      'The endpoint is disabled: enable it first.',
    ]);
  }
});

test('a new endpoint gets everything since then, in order', async () => {
  await storeEvents(300, 'delivered');
  await storeEvents(3, 'delivered', 'call.started');
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const path = `${tenant.slug}-new`;
  stack.standins.n8n.register(path, secret);
  const { body: endpoint } = await ask('POST', '/dashboard/webhooks/endpoints', {
    url: stack.standins.n8n.webhookUrl(path),
    secret,
    eventTypes: ['call.ended'],
  });
  const { status, body } = await recover({ endpointId: endpoint.id });
  expect([status, body.status]).toEqual([202, 'running']);
  await until('progress', async () => (await look(body.id)).total === 300);
  const recovery = await ended(body.id);
  const done = { status: 'completed', total: 300, lookedAt: 300, queued: 300, delivered: 300, failed: 0 };
  expect(recovery).toMatchObject({ ...done, endedAt: expect.any(String) });
  const sequences = received().map((delivery) => dataOf(delivery).sequence);
  expect(sequences).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
  await saveHistory(
    stack.app.temporal,
    endpointWorkflowId({ tenantId: tenant.id, endpointId: endpoint.id }),
    'endpoint',
  );

  const again = await ended((await recover({ endpointId: endpoint.id })).body.id);
  expect(again).toMatchObject({ status: 'completed', total: 0 });
  expect(received()).toHaveLength(300);
});

test('a long one: each call in its order, nothing twice', async () => {
  for (let call = 0; call < 3; call += 1) await storeEvents(450);
  const { body } = await recover();
  expect(await ended(body.id)).toMatchObject({ status: 'completed', total: 1_350, delivered: 1_350, failed: 0 });
  const recovery = await look(body.id);
  expect(recovery).toMatchObject({ endpointId: body.endpointId, startedAt: body.startedAt });
  expect(await list()).toEqual([recovery]);
  expect(received()).toHaveLength(1_350);
  const calls = Map.groupBy(received().map(dataOf), ({ eventId }) => eventId.split(':')[0]);
  const inOrder = Array.from({ length: 450 }, (_, index) => index + 1);
  expect([...calls.values()].map((events) => events.map(({ sequence }) => sequence))).toEqual([
    inOrder,
    inOrder,
    inOrder,
  ]);
});

test('only what is asked for: by status, type and time, and what was delivered before', async () => {
  const dead = await storeEvents(2, 'dead');
  const held = await storeEvents(2, 'held', 'call.started');
  const delivered = await storeEvents(2, 'delivered');
  await storeEvents(1);

  const byType = await ask('POST', '/dashboard/webhooks/deliveries/retry', {
    status: ['dead', 'held'],
    eventTypes: ['call.started'],
  });
  expect(byType.status).toBe(202);
  expect(await ended(byType.body.id)).toMatchObject({ delivered: 2 });
  expect(received().map(({ id }) => id)).toEqual(held);

  const before = new Date(Date.now() - 3_600_000).toISOString();
  expect(await ended((await recover({ until: before })).body.id)).toMatchObject({ total: 0 });
  expect(await ended((await recover({ status: ['dead'] })).body.id)).toMatchObject({ delivered: 2 });
  expect(received().map(({ id }) => id)).toEqual([...held, ...dead]);

  expect(await ended((await recover({ resend: true })).body.id)).toMatchObject({ total: 7, delivered: 7 });
  expect(received().map(({ id }) => id)).toEqual(expect.arrayContaining(delivered));
});

test('the same request twice is one recovery', async () => {
  await storeEvents(20);
  const headers = { 'idempotency-key': randomUUID() };
  const body = { since: aWhileAgo() };
  const first = await recover(body, headers);
  const second = await recover(body, headers);
  expect(second).toEqual(first);
  await ended(first.body.id);
  expect(received()).toHaveLength(20);
});

test('cancelled in the middle', async () => {
  await storeEvents(500);
  // So that it takes its time.
  await em().nativeUpdate(WebhookEndpoint, { isDefault: true }, { rateLimitPerSecond: 20 });
  const { body } = await recover();
  await until('the first ones', async () => received().length > 0);
  const canceling = await ask('DELETE', `/dashboard/webhooks/recoveries/${body.id}`);
  expect(canceling.status).toBe(202);
  const recovery = await ended(body.id);
  expect(recovery).toMatchObject({ status: 'canceled', total: 500, delivered: received().length });
  expect(recovery.delivered).toBeLessThan(500);
  expect((await ask('DELETE', `/dashboard/webhooks/recoveries/${body.id}`)).body.status).toBe('canceled');
  const actions = await em().find(AuditEvent, { targetId: body.id }, { orderBy: { createdAt: 'asc' } });
  expect(actions.map(({ action }) => action)).toEqual(['recovery.started', 'recovery.canceled']);
});

test('what fails on the way is left to its retries; an endpoint that does nothing but fail gets a rest', async () => {
  const dead = await storeEvents(8, 'dead');
  stack.standins.n8n.misbehave('error', 30);
  const { body } = await recover();
  await until('a rest', async () => (await theEndpoint()).restingUntil);
  expect(await look(body.id)).toMatchObject({ status: 'running', lookedAt: 5, delivered: 0, failed: 5 });
  expect(await statuses(dead.slice(0, 5))).toEqual(Array.from({ length: 5 }, () => 'retrying'));
  expect(await statuses(dead.slice(5))).toEqual(['dead', 'dead', 'dead']);
  await ask('DELETE', `/dashboard/webhooks/recoveries/${body.id}`);
  expect(await ended(body.id)).toMatchObject({ status: 'canceled', lookedAt: 5 });
  stack.standins.n8n.reset();
});

test('what waits for its next attempt is sent now, by a recovery too', async () => {
  const ids = await storeEvents(23, 'retrying');
  const nextAttemptAt = new Date(Date.now() + 24 * 60_000);
  await em().nativeUpdate(WebhookDelivery, { id: { $in: ids } }, { nextAttemptAt });
  const { body } = await recover();
  expect(await ended(body.id)).toMatchObject({ status: 'completed', total: 23, queued: 23, delivered: 23 });
  expect(received().map(({ id }) => id)).toEqual(ids);
});

test('the recovery of another tenant can neither be seen nor cancelled', async () => {
  const { body } = await recover();
  const other = await signIn((await stack.createTenant()).id);
  for (const method of ['GET', 'DELETE']) {
    const answer = await ask(method, `/dashboard/webhooks/recoveries/${body.id}`, undefined, {}, other);
    expect([answer.status, answer.body.code]).toEqual([404, 'resource.not_found']);
  }
  expect(await ended(body.id)).toMatchObject({ status: 'completed' });
  expect(await list()).toHaveLength(1);
  expect(await list(other)).toEqual([]);
});
