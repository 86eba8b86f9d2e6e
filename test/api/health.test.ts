import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpointWithDeliveries, manyFailures } from '../support/endpoints.ts';
import { startWaitingApi } from '../support/apis.ts';
import { operatorKey, startTestApi, type TestApi } from '../support/http.ts';
import { recordsOf } from '../support/records.ts';

describe('with everything up', () => {
  let api: TestApi;
  beforeAll(async () => void (api = await startTestApi()));
  afterAll(() => api.stop());

  test('the basic answer', async () => {
    expect((await api.request('/health')).body).toEqual({
      status: 'ok',
      version: expect.any(String),
      uptimeSeconds: expect.any(Number),
    });
    expect((await api.request('/health/live')).body).toEqual({ status: 'ok' });
  });

  test('ready', async () => {
    const { status, body } = await api.request('/health/ready');
    expect([status, body.status]).toEqual([200, 'ready']);
    expect(body.services).toEqual({
      postgres: { status: 'up', latencyMs: expect.any(Number) },
      temporal: { status: 'up', latencyMs: expect.any(Number) },
    });
  });

  test('detailed: what waits in the inbox and on its way out', async () => {
    const owner = await api.signUp();
    const save = recordsOf(api.app, owner.tenantId);
    await save.event({ relayedAt: null, receivedAt: new Date(Date.now() - 60_000) });
    await save.delivery({ status: 'dead' });
    const { id } = await save.delivery({ status: 'retrying', nextAttemptAt: new Date(Date.now() - 30_000) });
    await save.attempt(id, 1, { responseStatus: 500, error: 'the endpoint answered 500' });
    await save.attempt(id, 2);
    const { status, body } = await api.request('/health/detailed');
    expect([status, body.status]).toEqual([200, 'ok']);
    expect(body.inbox.waiting).toBeGreaterThan(0);
    expect(body.inbox.oldestSeconds).toBeGreaterThan(50);
    expect(body.deliveries.dead).toBeGreaterThan(0);
    expect(Object.keys(body.deliveries).toSorted()).toEqual(['dead', 'delivered', 'held', 'pending', 'retrying']);
    expect(body.outbox).toMatchObject({ waiting: expect.any(Number), oldestSeconds: expect.any(Number) });
    expect(body.outbox.overdueSeconds).toBeGreaterThan(25);
    expect(body.outbox.attempts).toBeGreaterThan(1);
    expect(body.outbox.successRate).toBeGreaterThan(0);
    expect(body.outbox.successRate).toBeLessThan(1);
    expect(body.services.temporal.address).toBe(api.app.config.temporal.address);
  });
});

describe('the operator sees each endpoint', () => {
  let api: TestApi;
  let tenantId: string;
  let token: string;
  let worst: string;
  const since = new Date('2026-11-20T15:20:00Z');
  beforeAll(async () => {
    api = await startTestApi();
    ({ tenantId, token } = await api.signUp());
    const settings = { url: 'https://n8n.example/a-secret-path', failingSince: since, disabledAt: since };
    worst = await endpointWithDeliveries(api.app, tenantId, { delivered: 1_000, failed: manyFailures }, settings);
    for (let made = 0; made < 20; made += 1) await endpointWithDeliveries(api.app, tenantId, { delivered: 1 });
    const save = recordsOf(api.app, tenantId);
    const later = new Date(Date.now() + 3_600_000);
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    const old = { endpointId: worst, createdAt: twoDaysAgo, attempts: 8 };
    await save.delivery({ ...old, status: 'retrying', nextAttemptAt: later });
    await save.delivery({ ...old, status: 'dead' });
  });
  afterAll(() => api.stop());

  test('the worst ones, and no more than twenty', async () => {
    const { body } = await api.operate('GET', '/health/detailed');
    expect(body.endpoints).toHaveLength(20);
    const [entry] = body.endpoints.filter(({ endpointId }: { endpointId: string }) => endpointId === worst);
    expect(entry).toEqual({
      tenantId,
      endpointId: worst,
      attempts: 4_008,
      successRate: 1_000 / 4_008,
      waiting: 1,
      oldestSeconds: expect.closeTo(2 * 86_400, -2),
      failingSince: since.toISOString(),
      disabledAt: since.toISOString(),
    });
    expect(JSON.stringify(body)).not.toContain('a-secret-path');
  });

  test('what has been waiting for longer than a day counts as well', async () => {
    expect((await api.request('/health/detailed')).body.outbox.oldestSeconds).toBeGreaterThan(1.9 * 86_400);
  });

  test('other callers do not', async () => {
    const others = [{}, { authorization: `Bearer ${token}` }, { authorization: `Bearer ${operatorKey}x` }];
    for (const headers of others) {
      const { status, body } = await api.request('/health/detailed', { headers });
      expect([status, body.endpoints]).toEqual([200, null]);
      expect(JSON.stringify(body)).not.toContain(worst);
    }
  });
});

describe('with PostgreSQL down', () => {
  let api: TestApi;
  beforeAll(
    async () => void (api = await startTestApi({ DATABASE_URL: 'postgresql://user:hunter2@127.0.0.1:1/gone' })),
  );
  afterAll(() => api.stop());

  test('it starts, lives, and is not ready', async () => {
    expect((await api.request('/health/live')).status).toBe(200);
    const { status, body } = await api.request('/health/ready');
    expect([status, body.status]).toEqual([503, 'unavailable']);
    expect(body.services.postgres).toMatchObject({ status: 'down', error: 'ECONNREFUSED' });
  });

  test('detailed says so without a credential', async () => {
    const { status, body } = await api.request('/health/detailed');
    expect([status, body.status]).toEqual([200, 'degraded']);
    expect([body.inbox, body.deliveries, body.outbox]).toEqual([null, null, null]);
    expect((await api.operate('GET', '/health/detailed')).body.endpoints).toBeNull();
    expect(JSON.stringify(body)).not.toMatch(/hunter2|user|postgresql:/);
  });

  test('a login is asked to come again', async () => {
    const { status, headers, body } = await api.request('/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"email":"a@b.c","password":"x"}',
    });
    expect([status, body.code]).toEqual([503, 'service.unavailable']);
    expect(headers.get('retry-after')).toBe('5');
    expect(JSON.stringify(body)).not.toMatch(/ECONN|127\.0\.0\.1/);
  });
});

describe('with services that accept and never answer', () => {
  let api: TestApi;
  beforeAll(async () => void (api = await startWaitingApi()));
  afterAll(() => api.stop());

  test('the probe does not wait for them', async () => {
    const { status, body } = await api.request('/health/ready');
    expect(status).toBe(503);
    // The probe's own patience was over first.
    expect(body.services).toMatchObject({
      postgres: { status: 'down', error: 'TIMEOUT' },
      temporal: { status: 'down', error: expect.stringMatching(/^(TIMEOUT|gRPC status 4)$/) },
    });
  });

  test('nor do requests for the details', async () => {
    const { status, body } = await api.operate('GET', '/health/detailed');
    expect([status, body.status, body.outbox, body.endpoints]).toEqual([200, 'degraded', null, null]);
    expect(body.services.postgres).toMatchObject({ error: 'TIMEOUT' });
  });
});
