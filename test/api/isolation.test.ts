import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRoutes } from '../../src/api/routes/index.ts';
import { createProviders } from '../../src/providers/index.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { recordsOf } from '../support/records.ts';

const nowhere = 'http://127.0.0.1:1';
const routes = createRoutes(createProviders({ providerUrls: { twilio: nowhere, signalwire: nowhere, vapi: nowhere } }));
const guarded = routes.filter(({ contract }) => contract.permission !== 'public');
const named = guarded.map((route) => [`${route.contract.method.toUpperCase()} ${route.contract.path}`, route] as const);

/** Stands in every row of the first tenant. */
const marker = 'of-the-first-tenant';
const secret = `${marker}-secret-1234`;

let api: TestApi;
let first: SignedIn;
let second: SignedIn;
let callId: string;
let deliveryId: string;
beforeAll(async () => {
  api = await startTestApi();
  first = await api.signUp();
  second = await api.signUp();
  const save = recordsOf(api.ctx, first.tenantId);
  callId = (await save.call({ externalCallId: `CA-${marker}`, from: marker, summary: marker, outcome: 'BOOKED' })).id;
  deliveryId = (await save.delivery({ externalCallId: `CA-${marker}`, eventType: marker, body: marker })).id;
  await save.attempt(deliveryId, 1, { url: marker });
  await save.event({ externalCallId: `CA-${marker}`, eventType: marker });
  await save.day('2026-01-10', { totalCalls: 4321 });
  await first.put('/dashboard/tenant/config/n8n', {
    webhookUrl: `https://n8n.example/${marker}`,
    signatureSecret: secret,
  });
});
afterAll(() => api.stop());

const pathFor = (path: string): string => path.replace(':id', path.includes('deliveries') ? deliveryId : callId);
const bodies: Record<string, object> = {
  twilio: { accountSid: 'AC2', authToken: 'second' },
  signalwire: {
    projectId: crypto.randomUUID(),
    apiToken: 'second',
    space: 'demo.signalwire.com',
    signingKey: 'second',
  },
  vapi: { apiKey: 'second', webhookSecret: 'second' },
  n8n: { webhookUrl: 'https://n8n.example/second', signatureSecret: 'second-secret' },
};
const send = (route: (typeof guarded)[number], token?: string) => {
  const { method, path } = route.contract;
  const body = bodies[path.split('/').at(-1) ?? ''];
  return api.request(pathFor(path), {
    method: method.toUpperCase(),
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(method === 'put' && { body: JSON.stringify(body) }),
  });
};

describe.each(named)('%s', (_name, route) => {
  test('without a token', async () => {
    const { status, body } = await send(route);
    expect([status, body.code]).toEqual([401, 'auth.required']);
  });

  test('as another tenant', async () => {
    const { status, body } = await send(route, second.token);
    expect(route.contract.path.includes(':id') ? status === 404 : status < 500).toBe(true);
    const text = JSON.stringify(body);
    for (const trace of [marker, secret.slice(-4), first.slug, first.tenantId, '4321', callId, deliveryId])
      expect(text).not.toContain(trace);
  });
});

test('a search for it finds nothing either', async () => {
  expect((await second.get(`/dashboard/calls?search=${marker}`)).body.pagination.total).toBe(0);
  expect((await second.get(`/dashboard/calls/CA-${marker}`)).status).toBe(404);
  expect((await second.get(`/dashboard/webhooks/deliveries?externalCallId=CA-${marker}`)).body.data).toEqual([]);
});

test("what the other saved has not touched the first one's", async () => {
  expect((await first.get('/dashboard/tenant/config')).body.n8n).toEqual({
    webhookUrl: `https://n8n.example/${marker}`,
    signatureSecret: '****1234',
  });
  expect((await first.get('/dashboard/calls')).body.pagination.total).toBe(1);
});

test("another tenant's masked secret opens nothing", async () => {
  const { status } = await second.put('/dashboard/tenant/config/n8n', {
    webhookUrl: 'https://n8n.example/x',
    signatureSecret: '****1234',
  });
  expect(status).toBe(400);
});

test("a cursor of another tenant's list shows one's own calls only", async () => {
  const save = recordsOf(api.ctx, first.tenantId);
  await save.call({ summary: marker });
  const { nextCursor } = (await first.get('/dashboard/calls?limit=1')).body.pagination;
  expect((await second.get(`/dashboard/calls?cursor=${nextCursor}`)).body.data).toEqual([]);
});
