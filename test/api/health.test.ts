import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../support/http.ts';
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
    const save = recordsOf(api.ctx, owner.tenantId);
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
    expect(body.services.temporal.address).toBe(api.ctx.config.temporal.address);
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
  let silent: Server;
  let api: TestApi;
  beforeAll(async () => {
    silent = createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const address = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
    api = await startTestApi({ DATABASE_URL: `postgresql://user:pass@${address}/gone`, TEMPORAL_ADDRESS: address });
  });
  afterAll(async () => {
    silent.close();
    await api.api.stop();
  });

  test('the probe does not wait for them', async () => {
    const start = performance.now();
    const { status, body } = await api.request('/health/ready');
    expect(performance.now() - start).toBeLessThan(4_000);
    expect(status).toBe(503);
    expect([body.services.postgres.status, body.services.temporal.status]).toEqual(['down', 'down']);
  });
});
