import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { noteHealth } from '../src/outbox/endpointHealth.ts';
import { isPrepared, prepareDeliveries, type Prepared } from '../src/outbox/prepare.ts';
import type { Attempt } from '../src/outbox/sender.ts';
import { settleDeliveries } from '../src/outbox/settle.ts';
import { createContext, type AppContext } from '../src/context.ts';
import { readConfig } from '../src/config.ts';
import { sealEndpoint } from '../src/db/endpoints.ts';
import { OutboundEvent, Tenant, WebhookDelivery, WebhookEndpoint, WebhookLog } from '../src/db/entities/index.ts';
import { systemEm, tenantEm } from '../src/db/tenancy.ts';
import { uuidV7 } from '../src/db/uuid.ts';
import { jwtPrivateKey } from './support/keys.ts';
import { newSecret } from './support/receiver.ts';

const day = 86_400_000;
const daysAgo = (days: number): Date => new Date(Date.now() - days * day);

let ctx: AppContext;
beforeAll(async () => {
  const environment = {
    DATABASE_URL: inject('databaseUrl'),
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    JWT_PRIVATE_KEY: jwtPrivateKey,
    LOG_LEVEL: 'error',
  };
  ctx = await createContext(readConfig(environment), 'test');
});
afterAll(() => ctx.close());

const addTenant = async (): Promise<string> => {
  const em = systemEm(ctx.orm);
  const { id } = em.create(Tenant, { slug: `attempts-${randomUUID()}`, name: 'Essai' });
  await em.flush();
  return id;
};

const addEndpoint = async (tenantId: string, settings: Partial<WebhookEndpoint> = {}): Promise<string> => {
  const id = uuidV7();
  const sealedSecrets = sealEndpoint(ctx.keys, { tenantId, id }, { secret: newSecret(), headers: {} });
  const url = 'https://n8n.example.com/webhook/calls';
  await tenantEm(ctx.orm, tenantId).insert(WebhookEndpoint, { id, tenantId, url, sealedSecrets, ...settings });
  return id;
};

const addDelivery = async (tenantId: string, endpointId: string, state: Partial<WebhookDelivery> = {}) => {
  const em = tenantEm(ctx.orm, tenantId);
  const event = { tenantId, eventId: randomUUID(), eventType: 'call.ended', externalCallId: null };
  em.create(OutboundEvent, { ...event, sequence: null, occurredAt: new Date(), data: '{}' });
  const { id } = em.create(WebhookDelivery, { ...event, id: uuidV7(), endpointId, ...state });
  await em.flush();
  return id;
};

const addDeliveries = (tenantId: string, endpointId: string, count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, () => addDelivery(tenantId, endpointId)));

const find = (tenantId: string, ids: string[]) =>
  tenantEm(ctx.orm, tenantId).transactional((em) => prepareDeliveries(em, ctx.keys, ids));

const prepare = async (tenantId: string, ids: string[]): Promise<Prepared[]> => {
  const found = await find(tenantId, ids);
  return ids.flatMap((id) => [found.get(id)].filter((one) => one !== undefined).filter(isPrepared));
};

const prepareOne = async (tenantId: string, id: string): Promise<Prepared> => {
  const [prepared] = await prepare(tenantId, [id]);
  if (!prepared) throw new Error('nothing to send');
  return prepared;
};

const failed: Attempt = { verdict: 'retry', status: 502, error: 'answered 502', durationMs: 3, retryAfterSeconds: 0 };
const refused: Attempt = { ...failed, verdict: 'retryBriefly', status: 401, error: 'answered 401' };
const taken: Attempt = { verdict: 'delivered', status: 200, body: '{}', durationMs: 3, retryAfterSeconds: 0 };
const gone: Attempt = { ...failed, verdict: 'gone', status: 410, error: 'answered 410' };

/** As a worker does after the answer. */
const settle = async (prepared: Prepared, attempt: Attempt): Promise<void> => {
  await settleDeliveries(ctx.orm, [{ ...prepared, attempt }]);
  const { endpoint } = prepared;
  await tenantEm(ctx.orm, endpoint.tenantId).transactional((em) => noteHealth(em, endpoint, attempt.verdict));
};

const deliveryOf = (tenantId: string, id: string) => tenantEm(ctx.orm, tenantId).findOneOrFail(WebhookDelivery, id);
const endpointOf = (tenantId: string, id: string) => tenantEm(ctx.orm, tenantId).findOneOrFail(WebhookEndpoint, id);

describe('an endpoint is judged by what it is now', () => {
  test('a failure that comes in after a success counts from now', async () => {
    const tenantId = await addTenant();
    const id = await addEndpoint(tenantId, { failingSince: daysAgo(5.3), lastFailedAt: daysAgo(0.5) });
    const [first, second] = await prepare(tenantId, await addDeliveries(tenantId, id, 2));
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
    const [first, second] = await prepare(tenantId, await addDeliveries(tenantId, id, 2));
    await tenantEm(ctx.orm, tenantId).nativeUpdate(WebhookEndpoint, { id }, { url: 'https://n8n.example.com/new' });
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
    await settle(await prepareOne(tenantId, await addDelivery(tenantId, id)), refused);
    expect((await endpointOf(tenantId, id)).disabledBecause).toBe(expected);
  });
});

test('an attempt that hung does not end the schedule that somebody began meanwhile', async () => {
  const tenantId = await addTenant();
  const endpointId = await addEndpoint(tenantId);
  const late = { status: 'retrying' as const, attempts: 9, attemptsInSchedule: 9, nextAttemptAt: new Date(0) };
  const id = await addDelivery(tenantId, endpointId, late);
  const last = await prepareOne(tenantId, id);
  const anew = { status: 'pending' as const, attemptsInSchedule: 0, nextAttemptAt: new Date() };
  await tenantEm(ctx.orm, tenantId).nativeUpdate(WebhookDelivery, { id }, anew);
  const first = await prepareOne(tenantId, id);
  await settle(last, failed);
  expect(await deliveryOf(tenantId, id)).toMatchObject({ status: 'pending', attemptsInSchedule: 0, attempts: 10 });
  await settle(first, taken);
  expect(await deliveryOf(tenantId, id)).toMatchObject({ status: 'delivered', attemptsInSchedule: 1, attempts: 11 });
  const logs = await tenantEm(ctx.orm, tenantId).find(WebhookLog, { deliveryId: id }, { orderBy: { attempt: 'asc' } });
  expect(logs.map(({ attempt, responseStatus }) => [attempt, responseStatus])).toEqual([
    [10, 502],
    [11, 200],
  ]);
});

test('whatever an endpoint answers is kept as it is, and stops nobody else', async () => {
  const [tenantId, otherId] = [await addTenant(), await addTenant()];
  const texts = ['?', '\\?', `$1 ' " \\' E'`, '\u0001\u007F\uFFFF', `"}]'::jsonb); select 1; --`, '?::jsonb ?? :a {b}'];
  const ids = await addDeliveries(tenantId, await addEndpoint(tenantId), texts.length + 1);
  const other = await prepareOne(otherId, await addDelivery(otherId, await addEndpoint(otherId)));
  const hostile = (await prepare(tenantId, ids)).map((one, index) => {
    const text = texts[index] ?? 'half a pair: \uD800';
    return { ...one, attempt: { ...failed, error: text, ...(texts[index] && { body: text }) } };
  });
  await settleDeliveries(ctx.orm, [...hostile, { ...other, attempt: taken }]);
  const logs = await tenantEm(ctx.orm, tenantId).find(WebhookLog, {});
  expect(new Set(logs.map(({ error }) => error))).toEqual(new Set([...texts, 'half a pair: \uFFFD']));
  expect(new Set(logs.map(({ responseBody }) => responseBody))).toEqual(new Set([...texts, null]));
  expect((await deliveryOf(otherId, other.delivery.id)).status).toBe('delivered');
});

describe('requests a second', () => {
  test('are one line, whoever sends them; each keeps its place', async () => {
    const tenantId = await addTenant();
    const endpointId = await addEndpoint(tenantId, { rateLimitPerSecond: 4 });
    const ids = await addDeliveries(tenantId, endpointId, 12);
    const found = await Promise.all([0, 4, 8].map((at) => find(tenantId, ids.slice(at, at + 4))));
    const lines = found
      .map((some) => [...some.values()].map((one) => (isPrepared(one) ? one.notBefore : Number(one.nextAttemptAt))))
      .toSorted(([one = 0], [other = 0]) => one - other);
    const quarters = lines.map(([first = 0, ...others]) => others.map((time) => Math.round((time - first) / 250)));
    expect(quarters).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ]);
    const [first = 0, second = 0, third = 0] = lines.map(([time = 0]) => time);
    // By PostgreSQL's clock exactly a second; its answers take their time.
    expect([second - first, third - second].map((time) => Math.round(time / 500))).toEqual([2, 2]);

    const pacedUntil = (await endpointOf(tenantId, endpointId)).pacedUntil;
    const slots = async () =>
      (await tenantEm(ctx.orm, tenantId).find(WebhookDelivery, {}, { orderBy: { id: 'asc' } })).map(
        ({ slotAt }) => slotAt,
      );
    const kept = await slots();
    expect(new Set(kept.map(Number)).size).toBe(12);
    // Whoever asks again has the same place.
    await find(tenantId, ids);
    expect(await slots()).toEqual(kept);
    expect((await endpointOf(tenantId, endpointId)).pacedUntil).toEqual(pacedUntil);
  });

  test('that were missed, while nobody was there to send them, do not all go at once', async () => {
    const tenantId = await addTenant();
    const endpointId = await addEndpoint(tenantId, { rateLimitPerSecond: 1 });
    const missed = (index: number) => ({ slotAt: new Date(Date.now() - 600_000 + index * 1000) });
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, index) => addDelivery(tenantId, endpointId, missed(index))),
    );
    expect((await prepare(tenantId, ids)).length).toBeLessThanOrEqual(2);
  });

  test('of several endpoints are taken in any order, and nobody waits for anybody', async () => {
    const tenantId = await addTenant();
    const limited = () => addEndpoint(tenantId, { rateLimitPerSecond: 1_000 });
    const [one, other] = [await limited(), await limited()];
    const pairs = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const pair = [await addDelivery(tenantId, one), await addDelivery(tenantId, other)];
        return index % 2 === 0 ? pair : pair.toReversed();
      }),
    );
    const all = await Promise.all(pairs.map((pair) => find(tenantId, pair)));
    expect(all.every((found) => found.size === 2)).toBe(true);
  });
});
