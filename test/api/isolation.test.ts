import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examplePlan } from '../../src/contract/answering/examplePlan.ts';
import type { AnsweringPlan } from '../../src/domain/answering/plan.ts';
import { createRoutes } from '../../src/api/routes.ts';
import { AuditEvent, Session } from '../../src/db/entities.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { usualCallbacks } from '../../src/domain/business/businessInfo.ts';
import { createProviders } from '../../src/providers/registry.ts';
import { demo } from '../../dev/simulator/demo.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { unlimited } from '../support/openapiWorld.ts';
import { recordsOf } from '../support/records.ts';
import { aboutCall } from '../support/records.ts';

const nowhere = 'http://127.0.0.1:1';
const routes = createRoutes(createProviders({ providerUrls: { twilio: nowhere, signalwire: nowhere, vapi: nowhere } }));
const guarded = routes.filter(({ contract }) => contract.permission !== 'public');
const named = guarded.map((route) => [`${route.contract.method.toUpperCase()} ${route.contract.path}`, route] as const);

/** Stands in every row of the first tenant. */
const marker = 'of-the-first-tenant';
const secret = `${marker}-secret-wxyz`;

const planSaying = (fr: string): AnsweringPlan => ({ ...examplePlan, greeting: { ...examplePlan.greeting, fr } });

let api: TestApi;
let first: SignedIn;
/** Of the first tenant's things, by the path where they are. */
let ids: [RegExp, string][];
let traces: string[];
beforeAll(async () => {
  api = await startTestApi(unlimited);
  first = await api.signUp();
  const save = recordsOf(api.app, first.tenantId);
  const call = await save.call({ externalCallId: `CA-${marker}`, from: marker, summary: marker, outcome: 'BOOKED' });
  // Not due: workers of other tests look after all tenants.
  const nextAttemptAt = new Date('2126-01-01');
  const delivery = await save.delivery({ ...aboutCall(`CA-${marker}`), eventType: marker, nextAttemptAt });
  await save.attempt(delivery.id, 1, { url: marker });
  await save.event({ ...aboutCall(`CA-${marker}`), eventType: marker });
  const failed = { relayedAt: null, relayError: marker, relayAttempts: 9, claimedUntil: new Date('2126-01-01') };
  const stuck = await save.event({ ...failed, ...aboutCall(`CA-${marker}`), eventType: marker });
  await save.day('2026-01-10', { totalCalls: 87654321 });
  await first.put('/dashboard/business', {
    address: marker,
    area: marker,
    services: [],
    paymentMethods: [],
    callbacks: usualCallbacks,
    assigneeId: null,
  });
  const endpoint = { webhookUrl: `https://n8n.example/${marker}`, signatureSecret: secret };
  await first.put('/dashboard/tenant/config/n8n', endpoint);
  const ownEndpoint = { url: `https://n8n.example/${marker}`, secret, headers: { 'X-Marker': marker } };
  const created = await first.post('/dashboard/webhooks/endpoints', ownEndpoint);
  const recovery = await first.post('/dashboard/webhooks/deliveries/retry', { status: ['dead'] });
  const key = await first.post('/dashboard/api-keys', { name: marker, scopes: ['calls:read'] });
  const contact = await first.post('/dashboard/contacts', { number: '+15145550142', name: marker, notes: marker });
  await first.put('/dashboard/tenant/config/vapi', demo.vapi);
  const plan = await first.post('/dashboard/answering/plans', { draft: planSaying(marker) });
  const published = await first.post(`/dashboard/answering/plans/${plan.body.id}/publish`, { note: marker });
  expect(published.status).toBe(201);
  const until = new Date(Date.now() + 3_600_000);
  await first.put('/dashboard/answering/override', { kind: 'closed', until, reason: marker });
  const work = { kind: 'message', text: marker, callerName: marker, dueAt: '2126-01-01T15:00:00Z' };
  const workItem = await first.post('/dashboard/work-items', work);
  ids = [
    [/answering/, plan.body.id],
    [/contacts/, contact.body.id],
    [/work-items/, workItem.body.id],
    [/webhook-events/, stuck.id],
    [/calls/, call.id],
    [/deliveries/, delivery.id],
    [/recoveries/, recovery.body.id],
    [/endpoints/, created.body.id],
    [/users/, first.userId],
    [/api-keys/, key.body.id],
    [/^\/tenants/, first.tenantId],
  ];
  traces = [marker, secret.slice(-4), first.slug, '87654321', ...ids.map(([, id]) => id)];
});
afterAll(() => api.stop());

const pathFor = (path: string): string =>
  path.replace(':id', () => ids.find(([at]) => at.test(path))?.[1] ?? '').replace(':version', '1');

const send = (route: (typeof guarded)[number], token: string | undefined, method = route.contract.method as string) => {
  const body = method === 'get' ? undefined : route.contract.examples?.body;
  return api.request(pathFor(route.contract.path), {
    method: method.toUpperCase(),
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
};

/** What the first tenant has, to see that it was not changed. */
const everything = async (): Promise<unknown> => {
  const em = tenantEm(api.app.orm, first.tenantId);
  const lists = ['/dashboard/calls', '/dashboard/contacts', '/dashboard/users', '/dashboard/api-keys'];
  const webhooks = ['/dashboard/webhooks/deliveries', '/dashboard/webhooks/endpoints'];
  const answering = ['/dashboard/answering/plans', '/dashboard/answering/override'];
  const paths = [...lists, ...webhooks, ...answering, '/dashboard/tenant/config'];
  const answers = await Promise.all(
    paths.map(async (path) => {
      const { status, body } = await first.get(path);
      // A refusal would be the same before and after.
      expect([path, status]).toEqual([path, 200]);
      return body;
    }),
  );
  const sessions = await em.count(Session, { revokedAt: null });
  return { answers, sessions, deeds: await em.count(AuditEvent, {}) };
};

describe.each(named)('%s', (_name, route) => {
  test('without a token', async () => {
    const { status, body } = await send(route, undefined);
    expect([status, body.code]).toEqual([401, 'auth.required']);
  });

  test('as another tenant, by every verb', async () => {
    const before = await everything();
    const byVerb = async (method: string): Promise<void> => {
      // Anew for each: some of the routes sign out.
      const second = await api.signUp();
      const { status, body } = await send(route, second.token, method);
      const namesAThing = method === route.contract.method && route.contract.path.includes(':id');
      const isRight = namesAThing ? [401, 404].includes(status) : status < 500;
      expect([method, status, isRight]).toEqual([method, status, true]);
      const text = JSON.stringify(body);
      for (const trace of traces) expect(text).not.toContain(trace);
    };
    await Promise.all(['get', 'post', 'put', 'patch', 'delete'].map(byVerb));
    expect(await everything()).toEqual(before);
  });
});

describe('a second tenant', () => {
  let second: SignedIn;
  beforeAll(async () => void (second = await api.signUp()));

  test('finds nothing by searching either', async () => {
    expect((await second.get(`/dashboard/calls?search=${marker}`)).body.pagination.total).toBe(0);
    expect((await second.get(`/dashboard/calls/CA-${marker}`)).status).toBe(404);
    expect((await second.get(`/dashboard/webhooks/deliveries?externalCallId=CA-${marker}`)).body.data).toEqual([]);
  });

  test('opens nothing with a secret that is masked elsewhere', async () => {
    const masked = { webhookUrl: 'https://n8n.example/x', signatureSecret: '****wxyz' };
    expect((await second.put('/dashboard/tenant/config/n8n', masked)).status).toBe(400);
  });

  test('sees its own calls only, also with a cursor of the first', async () => {
    await recordsOf(api.app, first.tenantId).call({ summary: marker });
    const { nextCursor } = (await first.get('/dashboard/calls?limit=1')).body.pagination;
    expect((await second.get(`/dashboard/calls?cursor=${nextCursor}`)).body.data).toEqual([]);
  });
});
