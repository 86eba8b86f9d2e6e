import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebhookEndpoint } from '../../src/db/entities.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { recordsOf } from '../support/records.ts';

const path = '/dashboard/webhooks/stats';
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

let api: TestApi;
let owner: SignedIn;
let endpointId: string;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
  await owner.put('/dashboard/tenant/config/n8n', {
    webhookUrl: 'https://n8n.example/1',
    signatureSecret: 'a shared secret',
  });
  ({ id: endpointId } = await tenantEm(api.app.orm, owner.tenantId).findOneOrFail(WebhookEndpoint, {}));
  const save = recordsOf(api.app, owner.tenantId);
  const waiting = await save.delivery({ endpointId, status: 'retrying', createdAt: daysAgo(0.5) });
  await save.attempt(waiting.id, 1, { responseStatus: 500, error: 'the endpoint answered 500', durationMs: 100 });
  await save.attempt(waiting.id, 2, { responseStatus: null, error: 'no answer', durationMs: 299 });
  const delivered = await save.delivery({ endpointId, status: 'delivered' });
  await save.attempt(delivered.id, 1, { durationMs: 20 });
  const old = await save.delivery({ endpointId, status: 'dead', createdAt: daysAgo(20) });
  await save.attempt(old.id, 1, { error: 'no answer', attemptedAt: daysAgo(20) });
});
afterAll(() => api.stop());

test('of a day, for each endpoint', async () => {
  const { status, body } = await owner.get(path);
  expect(status).toBe(200);
  expect(Date.parse(body.since) - daysAgo(1).getTime()).toBeLessThan(10_000);
  expect(body.endpoints).toEqual([
    {
      endpointId,
      url: 'https://n8n.example/1',
      disabledAt: null,
      deliveries: { pending: 0, retrying: 1, delivered: 1, dead: 0, held: 0 },
      oldestWaitingAt: expect.any(String),
      attempts: 3,
      successRate: expect.closeTo(1 / 3),
      medianDurationMs: 100,
      p95DurationMs: 279,
    },
  ]);
  expect(Math.abs(Date.parse(body.endpoints[0].oldestWaitingAt) - daysAgo(0.5).getTime())).toBeLessThan(10_000);
});

test('of up to a month', async () => {
  const { body } = await owner.get(`${path}?since=${daysAgo(29).toISOString()}`);
  expect(body.endpoints[0]).toMatchObject({ deliveries: { dead: 1, delivered: 1, retrying: 1 }, attempts: 4 });
  expect((await owner.get(`${path}?since=${daysAgo(31).toISOString()}`)).status).toBe(400);
});

test("nothing of another tenant's", async () => {
  const other = await api.signUp();
  await recordsOf(api.app, other.tenantId).delivery({ endpointId: randomUUID() });
  expect((await other.get(path)).body.endpoints).toEqual([]);
});
