import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpointWithDeliveries, manyFailures } from '../support/endpoints.ts';
import { startWaitingApi } from '../support/apis.ts';
import { operatorKey, startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { samplesIn, undocumented, valueOf, type Sample } from '../support/prometheus.ts';
import { recordsOf } from '../support/records.ts';

const collect = async (api: TestApi): Promise<Sample[]> => {
  const { status, body } = await api.operate('GET', '/metrics');
  expect(status).toBe(200);
  return samplesIn(body);
};

describe('with everything up', () => {
  let api: TestApi;
  let owner: SignedIn;
  let worst: string;
  const settings = { url: 'https://n8n.example/a-secret-path', failingSince: new Date(Date.now() - 3_600_000) };
  beforeAll(async () => {
    api = await startTestApi();
    owner = await api.signUp();
    worst = await endpointWithDeliveries(
      api.app,
      owner.tenantId,
      { delivered: 1_000, failed: manyFailures },
      { ...settings },
    );
    for (let made = 0; made < 20; made += 1) await endpointWithDeliveries(api.app, owner.tenantId, { delivered: 1 });
    const save = recordsOf(api.app, owner.tenantId);
    await save.event({ relayedAt: null, receivedAt: new Date(Date.now() - 60_000) });
    const { id } = await save.delivery({ status: 'dead' });
    await save.attempt(id, 1, { error: 'no answer' });
  });
  afterAll(() => api.stop());

  test("only with the operator's key", async () => {
    expect((await api.request('/metrics')).status).toBe(401);
    expect((await owner.get('/metrics')).status).toBe(401);
    const { status, headers } = await api.operate('GET', '/metrics');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('the same numbers as /health/detailed', async () => {
    // Both are remembered for five seconds: asked side by side they show the same moment.
    const [samples, { body }] = await Promise.all([collect(api), api.operate('GET', '/health/detailed')]);
    const { inbox, outbox, deliveries, endpoints } = body;
    const told = {
      receptionist_inbox_waiting: inbox.waiting,
      receptionist_inbox_oldest_seconds: inbox.oldestSeconds,
      receptionist_outbox_waiting: outbox.waiting,
      receptionist_outbox_oldest_seconds: outbox.oldestSeconds ?? 0,
      receptionist_outbox_overdue_seconds: outbox.overdueSeconds ?? 0,
      receptionist_attempts_last_day: outbox.attempts,
      receptionist_success_ratio: outbox.successRate,
    };
    expect(Object.fromEntries(Object.keys(told).map((name) => [name, valueOf(samples, name)]))).toEqual(told);
    expect(told.receptionist_inbox_waiting).toBeGreaterThan(0);
    for (const [status, count] of Object.entries(deliveries)) {
      expect(valueOf(samples, 'receptionist_deliveries_last_day', { status })).toBe(count);
    }
    expect(deliveries.dead).toBeGreaterThan(0);
    for (const { tenantId, endpointId, attempts, successRate, waiting } of endpoints) {
      const labels = { tenant_id: tenantId, endpoint_id: endpointId };
      expect(valueOf(samples, 'receptionist_endpoint_attempts', labels)).toBe(attempts);
      expect(valueOf(samples, 'receptionist_endpoint_success_ratio', labels)).toBe(successRate ?? undefined);
      expect(valueOf(samples, 'receptionist_endpoint_waiting', labels)).toBe(waiting);
    }
  });

  test('of an endpoint that fails', async () => {
    const samples = await collect(api);
    const of = (name: string) => valueOf(samples, `receptionist_endpoint_${name}`, { endpoint_id: worst });
    expect([of('attempts'), of('success_ratio'), of('waiting'), of('oldest_seconds'), of('disabled')]).toEqual([
      4_000, 0.25, 0, 0, 0,
    ]);
    expect(of('failing_seconds')).toBeGreaterThanOrEqual(3_600);
    expect(of('failing_seconds')).toBeLessThan(3_700);
  });

  test('ids, never a URL, of no more than twenty endpoints', async () => {
    const { body } = await api.operate('GET', '/metrics');
    expect(body).not.toMatch(/n8n\.example|a-secret-path/);
    const ids = samplesIn(body).flatMap(({ labels }) => labels['endpoint_id'] ?? []);
    expect(new Set(ids).size).toBe(20);
  });

  test('of the process, too', async () => {
    const samples = await collect(api);
    expect(valueOf(samples, 'process_resident_memory_bytes')).toBeGreaterThan(1e7);
    expect(valueOf(samples, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    expect(valueOf(samples, 'receptionist_up', { service: 'postgres' })).toBe(1);
    expect(valueOf(samples, 'receptionist_up', { service: 'temporal' })).toBe(1);
  });

  test('each of ours is in ARCHITECTURE.md', async () => {
    const samples = await collect(api);
    expect(samples.filter(({ name }) => name.startsWith('receptionist_')).length).toBeGreaterThan(100);
    expect(await undocumented(samples)).toEqual([]);
  });

  test('scrapes are not rate limited', async () => {
    const strict = await startTestApi({ RATE_LIMIT_ADDRESS_PER_MINUTE: '1' });
    const answers = [];
    for (let asked = 0; asked < 3; asked += 1) answers.push(await strict.operate('GET', '/metrics'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await strict.stop();
  });
});

test('without an operator key they are not shown', async () => {
  const api = await startTestApi({ OPERATOR_KEY: undefined });
  const ask = (path: string) => api.request(path, { headers: { authorization: `Bearer ${operatorKey}` } });
  expect((await ask('/metrics')).status).toBe(401);
  expect((await ask('/health/detailed')).body.endpoints).toBeNull();
  await api.stop();
});

const expectDown = async (api: TestApi): Promise<void> => {
  const samples = await collect(api);
  expect(valueOf(samples, 'receptionist_up', { service: 'postgres' })).toBe(0);
  expect(valueOf(samples, 'process_resident_memory_bytes')).toBeGreaterThan(1e7);
  // A 0 would say that nothing waits.
  expect(samples.filter(({ name }) => /inbox|outbox|deliveries|endpoint/.test(name))).toEqual([]);
};

test('with PostgreSQL down it says so', async () => {
  const api = await startTestApi({ DATABASE_URL: 'postgresql://user:pass@127.0.0.1:1/gone' });
  await expectDown(api);
  expect(valueOf(await collect(api), 'receptionist_up', { service: 'temporal' })).toBe(1);
  await api.stop();
});

describe('with services that accept and never answer', () => {
  let api: TestApi;
  beforeAll(async () => void (api = await startWaitingApi()));
  afterAll(() => api.stop());

  test('it does not wait for them', async () => {
    await expectDown(api);
    expect(valueOf(await collect(api), 'receptionist_up', { service: 'temporal' })).toBe(0);
  });
});
