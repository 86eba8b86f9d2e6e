import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { attemptError } from '../src/domain/deliveries/attemptErrors.ts';
import { noteHealth } from '../src/outbox/endpointHealth.ts';
import { claimDue, releaseClaims, renewClaims, type ClaimedDelivery } from '../src/outbox/claims.ts';
import type { Attempt } from '../src/outbox/sender.ts';
import { reserveSlots } from '../src/outbox/slots.ts';
import { settleDeliveries } from '../src/outbox/settle.ts';
import { createContext, type AppContext } from '../src/context.ts';
import { readConfig } from '../src/config.ts';
import { sealEndpoint } from '../src/db/deliveries/endpoints.ts';
import { OutboundEvent, Tenant, WebhookDelivery, WebhookEndpoint, WebhookLog } from '../src/db/entities.ts';
import { systemEm, tenantEm } from '../src/db/core/tenancy.ts';
import { uuidV7 } from '../src/db/core/uuid.ts';
import { jwtPrivateKey } from './support/keys.ts';
import { newSecret } from './support/receiver.ts';

const day = 86_400_000;
const daysAgo = (days: number): Date => new Date(Date.now() - days * day);

let app: AppContext;
beforeAll(async () => {
  const environment = {
    DATABASE_URL: inject('databaseUrl'),
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    JWT_PRIVATE_KEY: jwtPrivateKey,
    LOG_LEVEL: 'error',
  };
  app = await createContext(readConfig(environment), 'test');
});
afterAll(() => app.close());

const addTenant = async (): Promise<string> => {
  const em = systemEm(app.orm);
  const { id } = em.create(Tenant, { slug: `attempts-${randomUUID()}`, name: 'Essai' });
  await em.flush();
  return id;
};

const addEndpoint = async (tenantId: string, settings: Partial<WebhookEndpoint> = {}): Promise<string> => {
  const id = uuidV7();
  const sealedSecrets = sealEndpoint(app.keys, { tenantId, id }, { secret: newSecret(), headers: {} });
  const url = 'https://n8n.example.com/webhook/calls';
  await tenantEm(app.orm, tenantId).insert(WebhookEndpoint, { id, tenantId, url, sealedSecrets, ...settings });
  return id;
};

const addDelivery = async (tenantId: string, endpointId: string, state: Partial<WebhookDelivery> = {}) => {
  const em = tenantEm(app.orm, tenantId);
  const event = { tenantId, eventId: randomUUID(), eventType: 'call.ended' };
  em.create(OutboundEvent, { ...event, sequence: null, occurredAt: new Date(), data: '{}' });
  const { id } = em.create(WebhookDelivery, { ...event, id: uuidV7(), endpointId, ...state });
  await em.flush();
  return id;
};

const addDeliveries = (tenantId: string, endpointId: string, count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, () => addDelivery(tenantId, endpointId)));

/** What one sender has, and where to. */
interface Claimed {
  delivery: ClaimedDelivery;
  endpoint: WebhookEndpoint;
}

const claim = (tenantId: string, endpointId: string, limit = 100): Promise<Claimed[]> =>
  tenantEm(app.orm, tenantId).transactional(async (em) => {
    const endpoint = await em.findOneOrFail(WebhookEndpoint, endpointId);
    return (await claimDue(em, endpointId, limit)).map((delivery) => ({ delivery, endpoint }));
  });

const claimOne = async (tenantId: string, endpointId: string): Promise<Claimed> => {
  const [claimed] = await claim(tenantId, endpointId, 1);
  if (!claimed) throw new Error('nothing to send');
  return claimed;
};

const idsOf = (claimed: readonly Claimed[]): string[] => claimed.map(({ delivery }) => delivery.id);

const failed: Attempt = {
  verdict: 'retry',
  status: 502,
  error: attemptError('endpoint.status', { status: 502 }),
  durationMs: 3,
  retryAfterSeconds: 0,
};
const refused: Attempt = {
  ...failed,
  verdict: 'retryBriefly',
  status: 401,
  error: attemptError('endpoint.status', { status: 401 }),
};
const taken: Attempt = { verdict: 'delivered', status: 200, body: '{}', durationMs: 3, retryAfterSeconds: 0 };
const gone: Attempt = {
  ...failed,
  verdict: 'gone',
  status: 410,
  error: attemptError('endpoint.status', { status: 410 }),
};

/** As a worker does after the answer. */
const settle = async (claimed: Claimed, attempt: Attempt): Promise<void> => {
  await settleDeliveries(app.orm, [{ ...claimed, attempt }]);
  const { endpoint } = claimed;
  await tenantEm(app.orm, endpoint.tenantId).transactional((em) => noteHealth(em, endpoint, attempt.verdict));
};

const deliveryOf = (tenantId: string, id: string) => tenantEm(app.orm, tenantId).findOneOrFail(WebhookDelivery, id);
const endpointOf = (tenantId: string, id: string) => tenantEm(app.orm, tenantId).findOneOrFail(WebhookEndpoint, id);

describe('an endpoint is judged by what it is now', () => {
  test('a failure that comes in after a success counts from now', async () => {
    const tenantId = await addTenant();
    const id = await addEndpoint(tenantId, { failingSince: daysAgo(5.3), lastFailedAt: daysAgo(0.5) });
    await addDeliveries(tenantId, id, 2);
    const [first, second] = await claim(tenantId, id);
    await settle(first!, taken);
    expect((await endpointOf(tenantId, id)).failingSince).toBeNull();
    await settle(second!, failed);
    const { disabledAt, failingSince } = await endpointOf(tenantId, id);
    expect(disabledAt).toBeNull();
    expect(Number(failingSince)).toBeGreaterThan(Number(daysAgo(1)));
  });

  test('what its former URL answers says nothing about it', async () => {
    const tenantId = await addTenant();
    const id = await addEndpoint(tenantId);
    await addDeliveries(tenantId, id, 2);
    const [first, second] = await claim(tenantId, id);
    await tenantEm(app.orm, tenantId).nativeUpdate(WebhookEndpoint, { id }, { url: 'https://n8n.example.com/new' });
    await settle(first!, gone);
    await settle(second!, failed);
    expect(await endpointOf(tenantId, id)).toMatchObject({ disabledAt: null, failingSince: null });
    expect(await deliveryOf(tenantId, first!.delivery.id)).toMatchObject({ status: 'pending', attempts: 1 });
  });

  test.each([
    ['over a long weekend', 3.5, 'failing'],
    ['after a week without events', 7, null],
  ])('one that only fails, %s', async (_when, lullDays, expected) => {
    const tenantId = await addTenant();
    const id = await addEndpoint(tenantId, { failingSince: daysAgo(5.5), lastFailedAt: daysAgo(lullDays) });
    await addDelivery(tenantId, id);
    await settle(await claimOne(tenantId, id), refused);
    expect((await endpointOf(tenantId, id)).disabledBecause).toBe(expected);
  });
});

test('an attempt that hung does not end a schedule that was begun meanwhile', async () => {
  const tenantId = await addTenant();
  const endpointId = await addEndpoint(tenantId);
  const late = { status: 'retrying' as const, attempts: 9, attemptsInSchedule: 9, nextAttemptAt: new Date(0) };
  const id = await addDelivery(tenantId, endpointId, late);
  const last = await claimOne(tenantId, endpointId);
  const anew = { status: 'pending' as const, attemptsInSchedule: 0, nextAttemptAt: new Date(), claimedUntil: null };
  await tenantEm(app.orm, tenantId).nativeUpdate(WebhookDelivery, { id }, anew);
  const first = await claimOne(tenantId, endpointId);
  await settle(last, failed);
  expect(await deliveryOf(tenantId, id)).toMatchObject({ status: 'pending', attemptsInSchedule: 0, attempts: 10 });
  // The new schedule's claim is its own.
  expect(await claim(tenantId, endpointId)).toEqual([]);
  await settle(first, taken);
  expect(await deliveryOf(tenantId, id)).toMatchObject({ status: 'delivered', attemptsInSchedule: 1, attempts: 11 });
  const logs = await tenantEm(app.orm, tenantId).find(WebhookLog, { deliveryId: id }, { orderBy: { attempt: 'asc' } });
  expect(logs.map(({ attempt, responseStatus }) => [attempt, responseStatus])).toEqual([
    [10, 502],
    [11, 200],
  ]);
});

test('whatever an endpoint answers is kept as it is, and stops no other delivery', async () => {
  const [tenantId, otherId] = [await addTenant(), await addTenant()];
  const texts = ['?', '\\?', `$1 ' " \\' E'`, '\u0001\u007F\uFFFF', `"}]'::jsonb); select 1; --`, '?::jsonb ?? :a {b}'];
  const [endpointId, otherEndpointId] = [await addEndpoint(tenantId), await addEndpoint(otherId)];
  await addDeliveries(tenantId, endpointId, texts.length + 1);
  await addDelivery(otherId, otherEndpointId);
  const other = await claimOne(otherId, otherEndpointId);
  const hostile = (await claim(tenantId, endpointId)).map((one, index) => {
    const text = texts[index] ?? 'half a pair: \uD800';
    return {
      ...one,
      attempt: {
        ...failed,
        error: attemptError('connection.failed', { detail: text }),
        ...(texts[index] && { body: text }),
      },
    };
  });
  await settleDeliveries(app.orm, [...hostile, { ...other, attempt: taken }]);
  const logs = await tenantEm(app.orm, tenantId).find(WebhookLog, {});
  expect(new Set(logs.map(({ error }) => error))).toEqual(new Set([...texts, 'half a pair: \uFFFD']));
  expect(logs.map(({ errorParams }) => errorParams?.detail)).toEqual(logs.map(({ error }) => error));
  expect(new Set(logs.map(({ responseBody }) => responseBody))).toEqual(new Set([...texts, null]));
  expect((await deliveryOf(otherId, other.delivery.id)).status).toBe('delivered');
});

describe('a claim', () => {
  test('is one sender’s alone, although others look at the same time', async () => {
    const tenantId = await addTenant();
    const endpointId = await addEndpoint(tenantId);
    const ids = await addDeliveries(tenantId, endpointId, 40);
    const found = await Promise.all([1, 2, 3, 4].map(() => claim(tenantId, endpointId, 20)));
    expect(found.flatMap(idsOf).toSorted()).toEqual(ids.toSorted());
    expect(await claim(tenantId, endpointId)).toEqual([]);
  });

  const change = (tenantId: string, work: typeof renewClaims, ids: string[]) =>
    tenantEm(app.orm, tenantId).transactional((em) => work(em, ids));

  test('that is handed back, or has run out, is another sender’s', async () => {
    const tenantId = await addTenant();
    const endpointId = await addEndpoint(tenantId);
    const ids = await addDeliveries(tenantId, endpointId, 2);
    await claim(tenantId, endpointId);
    await change(tenantId, releaseClaims, [ids[0] ?? '']);
    expect(idsOf(await claim(tenantId, endpointId))).toEqual([ids[0]]);
    await tenantEm(app.orm, tenantId).nativeUpdate(
      WebhookDelivery,
      { id: ids[1] ?? '' },
      { claimedUntil: new Date(0) },
    );
    expect(idsOf(await claim(tenantId, endpointId))).toEqual([ids[1]]);
  });

  test('is renewed while its sender lives, and never after it was asked for anew', async () => {
    const tenantId = await addTenant();
    const endpointId = await addEndpoint(tenantId);
    const [kept = '', asked = ''] = await addDeliveries(tenantId, endpointId, 2);
    await claim(tenantId, endpointId);
    const em = tenantEm(app.orm, tenantId);
    await em.nativeUpdate(WebhookDelivery, { id: kept }, { claimedUntil: new Date(0) });
    await em.nativeUpdate(WebhookDelivery, { id: asked }, { claimedUntil: null });
    await change(tenantId, renewClaims, [kept, asked]);
    expect(idsOf(await claim(tenantId, endpointId))).toEqual([asked]);
  });

  test('ends with the attempt', async () => {
    const tenantId = await addTenant();
    const endpointId = await addEndpoint(tenantId);
    const id = await addDelivery(tenantId, endpointId);
    await settle(await claimOne(tenantId, endpointId), failed);
    expect(await deliveryOf(tenantId, id)).toMatchObject({ status: 'retrying', claimedUntil: null });
  });
});

describe('rate-limit slots', () => {
  const reserve = (tenantId: string, id: string, rateLimitPerSecond: number | null, count: number) =>
    tenantEm(app.orm, tenantId).transactional((em) => reserveSlots(em, { id, rateLimitPerSecond }, count));

  test('are spread evenly, and no two senders have the same', async () => {
    const tenantId = await addTenant();
    const endpointId = await addEndpoint(tenantId, { rateLimitPerSecond: 4 });
    const found = await Promise.all([1, 2, 3].map(() => reserve(tenantId, endpointId, 4, 4)));
    const rows = found.toSorted(([one = 0], [other = 0]) => one - other);
    const quarters = rows.map(([first = 0, ...others]) => others.map((time) => Math.round((time - first) / 250)));
    expect(quarters).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ]);
    // By PostgreSQL's clock exactly three seconds; a slot that passes unused is lost.
    const { pacedUntil } = await endpointOf(tenantId, endpointId);
    expect(Number(pacedUntil) - Number(rows[0]?.[0])).toBeGreaterThan(2_900);
  });

  test('are not needed where nothing is limited', async () => {
    const tenantId = await addTenant();
    const endpointId = await addEndpoint(tenantId);
    expect(await reserve(tenantId, endpointId, null, 4)).toEqual([]);
    expect((await endpointOf(tenantId, endpointId)).pacedUntil).toBeNull();
  });
});
