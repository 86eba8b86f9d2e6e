import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebhookEndpoint } from '../../src/db/entities.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { recordsOf } from '../support/records.ts';
import { aboutCall } from '../support/records.ts';

let api: TestApi;
let owner: SignedIn;
let deadId: string;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
  const save = recordsOf(api.app, owner.tenantId);
  await save.delivery({
    eventType: 'call.started',
    ...aboutCall('CA1'),
    status: 'delivered',
    attempts: 1,
    createdAt: new Date('2026-01-10T15:00:00Z'),
  });
  const endpoint = { webhookUrl: 'https://n8n.example/1', signatureSecret: 'a shared secret' };
  await owner.put('/dashboard/tenant/config/n8n', endpoint);
  const { id: endpointId } = await tenantEm(api.app.orm, owner.tenantId).findOneOrFail(WebhookEndpoint, {});
  const { eventId } = await save.outboundEvent();
  const dead = await save.delivery({
    endpointId,
    eventId,
    ...aboutCall('CA1'),
    status: 'dead',
    attempts: 2,
    lastError: 'the endpoint answered 500',
    lastErrorCode: 'endpoint.status',
    lastErrorParams: { status: 500 },
    createdAt: new Date('2026-01-11T15:00:00Z'),
  });
  await save.attempt(dead.id, 2, {
    responseStatus: null,
    error: 'connect ECONNREFUSED',
    errorCode: 'connection.refused',
    errorParams: { detail: 'connect ECONNREFUSED' },
    attemptedAt: new Date('2026-01-11T15:00:06Z'),
  });
  await save.attempt(dead.id, 1, {
    responseStatus: 500,
    responseBody: 'oops',
    attemptedAt: new Date('2026-01-11T15:00:01Z'),
  });
  await save.delivery({ ...aboutCall('CA2'), status: 'pending', createdAt: new Date('2026-01-12T15:00:00Z') });
  deadId = dead.id;
});
afterAll(() => api.stop());

test('newest first, each with its attempts', async () => {
  const { status, body } = await owner.get('/dashboard/webhooks/deliveries');
  expect(status).toBe(200);
  expect(body.data.map((delivery: { status: string }) => delivery.status)).toEqual(['pending', 'dead', 'delivered']);
  expect(body.pagination.total).toBe(3);
  expect(body.data[1]).toMatchObject({
    id: deadId,
    attempts: 2,
    lastError: 'the endpoint answered 500',
    lastErrorCode: 'endpoint.status',
    lastErrorParams: { status: 500 },
    attemptLog: [
      // Of a version that kept no codes.
      { attempt: 1, responseStatus: 500, errorCode: null, errorParams: null },
      {
        attempt: 2,
        responseStatus: null,
        error: 'connect ECONNREFUSED',
        errorCode: 'connection.refused',
        errorParams: { detail: 'connect ECONNREFUSED' },
      },
    ],
  });
  expect(body.data[1]).not.toHaveProperty('body');
  expect(body.data[1].attemptLog[0]).not.toHaveProperty('responseBody');
});

test.each([
  ['status=dead,PENDING', 2],
  ['eventType=call.started', 1],
  ['eventType=call.started,call.ended', 3],
  ['externalCallId=CA1', 2],
  ['startDate=2026-01-11&endDate=2026-01-11', 1],
  ['status=retrying', 0],
])('%s', async (query, total) => {
  expect((await owner.get(`/dashboard/webhooks/deliveries?${query}`)).body.pagination.total).toBe(total);
});

test('pages by cursor', async () => {
  const first = (await owner.get('/dashboard/webhooks/deliveries?limit=2')).body;
  const second = (await owner.get(`/dashboard/webhooks/deliveries?limit=2&cursor=${first.pagination.nextCursor}`)).body;
  expect(second.data).toHaveLength(1);
  expect(second.pagination).toMatchObject({ page: null, nextCursor: null });
});

test('one delivery, with what was sent and what came back', async () => {
  const { body } = await owner.get(`/dashboard/webhooks/deliveries/${deadId}`);
  expect(JSON.parse(body.body)).toEqual({
    eventId: body.eventId,
    eventType: 'call.ended',
    timestamp: '2026-01-11T15:00:00.000Z',
    sequence: 1,
    data: { status: 'completed' },
    signature: `sha256=${createHmac('sha256', 'a shared secret').update('{"status":"completed"}').digest('hex')}`,
  });
  expect(body.attemptLog[0]).toMatchObject({ responseBody: 'oops' });
});

test('an unknown one', async () => {
  expect((await owner.get(`/dashboard/webhooks/deliveries/${crypto.randomUUID()}`)).status).toBe(404);
  expect((await owner.get('/dashboard/webhooks/deliveries/abc')).status).toBe(400);
});
