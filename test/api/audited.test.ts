import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examplePlan } from '../../src/contract/answering/examplePlan.ts';
import type { Route } from '../../src/api/routing/route.ts';
import { createRoutes } from '../../src/api/routes.ts';
import { demo } from '../../dev/simulator/demo.ts';
import { startStandins, type Standins } from '../../dev/standins/standins.ts';
import { noteLiveCalls } from '../../src/db/calls/liveCalls.ts';
import { AuditEvent } from '../../src/db/entities.ts';
import { saveIntegration } from '../../src/db/tenants/integrations.ts';
import { factsOf } from '../../src/domain/calls/facts.ts';
import { systemEm, tenantEm } from '../../src/db/core/tenancy.ts';
import { createProviders } from '../../src/providers/registry.ts';
import { recordsOf } from '../support/records.ts';
import { startTestApi, type Answer, type SignedIn, type TestApi } from '../support/http.ts';

let api: TestApi;
let standins: Standins;
beforeAll(async () => {
  standins = await startStandins();
  api = await startTestApi({
    TWILIO_API_URL: standins.twilioUrl,
    VAPI_API_URL: standins.vapiUrl,
    VAPI_CONTROL_HOSTS: new URL(standins.vapiUrl).host,
  });
});
afterAll(async () => {
  await api.stop();
  await standins.stop();
});

interface Request {
  /** With ids in it; the route's own where it has none. */
  path?: string;
  /** Default: the contract's example. */
  body?: unknown;
}

const anAddress = (): string => `${crypto.randomUUID()}@example.test`;
const invite = (owner: SignedIn): Promise<Answer> =>
  owner.post('/dashboard/users', { email: anAddress(), name: 'Odile', role: 'viewer' });
/** Its path. */
const endpointOf = async (owner: SignedIn): Promise<string> => {
  const { body } = await owner.post('/dashboard/webhooks/endpoints', { url: 'https://n8n.example/audited' });
  return `/dashboard/webhooks/endpoints/${body.id}`;
};
const recoveryOf = async (owner: SignedIn): Promise<string> => {
  await endpointOf(owner);
  const { body } = await owner.post('/dashboard/webhooks/deliveries/retry', { status: ['held'] });
  return `/dashboard/webhooks/recoveries/${body.id}`;
};
const contactOf = async (owner: SignedIn): Promise<string> => {
  const { body } = await owner.post('/dashboard/contacts', { number: '+15145550142', name: 'Odile' });
  return `/dashboard/contacts/${body.id}`;
};
const workItemOf = async (owner: SignedIn): Promise<string> => {
  const item = { kind: 'message', text: 'Rappeler', dueAt: '2126-01-01T15:00:00Z' };
  return `/dashboard/work-items/${(await owner.post('/dashboard/work-items', item)).body.id}`;
};
const planOf = async (owner: SignedIn): Promise<string> => {
  await owner.put('/dashboard/tenant/config/vapi', providers.vapi.example);
  const { body } = await owner.post('/dashboard/answering/plans', { draft: examplePlan });
  return `/dashboard/answering/plans/${body.id}`;
};
const publishedPlanOf = async (owner: SignedIn): Promise<string> => {
  const path = await planOf(owner);
  await owner.post(`${path}/publish`, {});
  return path;
};
const override = () => ({ kind: 'closed', until: new Date(Date.now() + 3_600_000) });
/** A call that goes on, which its carrier and its assistant know. */
const liveCallOf = async ({ tenantId }: SignedIn): Promise<string> => {
  const em = tenantEm(api.app.orm, tenantId);
  const { keys } = api.app;
  for (const kind of ['twilio', 'vapi'] as const)
    await saveIntegration(em, keys, tenantId, kind, demo[kind], 'contested');
  await em.flush();
  const [callSid, assistantCallId] = [`CA${crypto.randomUUID().replaceAll('-', '')}`, crypto.randomUUID()];
  const said = { source: 'twilio', at: new Date().toISOString() } as const;
  const facts = factsOf({ ...said, type: 'status', status: 'in-progress', direction: 'INBOUND' });
  const call = { externalCallId: callSid, status: 'in-progress', assistantCallId, facts } as const;
  const { id } = await recordsOf(api.app, tenantId).call(call);
  const controlUrl = `${standins.vapiUrl}/${assistantCallId}/control`;
  await systemEm(api.app.orm).transactional((all) =>
    noteLiveCalls(all, keys, [{ tenantId, assistantCallId, controlUrl, lines: [] }]),
  );
  standins.twilio.setCall(callSid, {
    accountSid: demo.twilio.accountSid,
    status: 'in-progress',
    direction: 'inbound',
    from: '+15145550142',
    to: demo.numbers.twilio,
    startTime: said.at,
  });
  return `/dashboard/calls/${id}`;
};
const newTenant = () => ({
  name: 'Plomberie Essai',
  slug: `audited-${crypto.randomUUID()}`,
  owner: { name: 'Odile', email: anAddress() },
});

/**
 * A valid request for each route whose path has ids, or whose example cannot be sent as it is. `owner` is of a new
 * tenant that no other test uses.
 */
const requests: Record<string, (owner: SignedIn) => Request | Promise<Request>> = {
  'POST /auth/password': ({ password }) => ({
    body: { currentPassword: password, newPassword: 'another battery staple' },
  }),
  'POST /dashboard/users': () => ({ body: { email: anAddress(), name: 'Odile', role: 'viewer' } }),
  'PATCH /dashboard/users/:id': async (owner) => ({
    path: `/dashboard/users/${(await api.signUpUser(owner, 'viewer')).userId}`,
    body: { name: 'Odette', role: 'dispatcher', active: false },
  }),
  'POST /dashboard/users/:id/invitation': async (owner) => ({
    path: `/dashboard/users/${(await invite(owner)).body.user.id}/invitation`,
  }),
  'POST /dashboard/tenant/transfer': async (owner) => ({
    body: { userId: (await api.signUpUser(owner, 'admin')).userId, password: owner.password },
  }),
  'POST /tenants': () => ({ body: newTenant() }),
  'POST /tenants/:id/invitation': async () => ({
    path: `/tenants/${(await api.operate('POST', '/tenants', newTenant())).body.tenant.id}/invitation`,
  }),
  // Tenants of other tests have the numbers of the examples.
  'PUT /dashboard/tenant/config/twilio': async () => ({
    body: { ...providers.twilio.example, phoneNumbers: ['+14385550141'] },
  }),
  'PUT /dashboard/tenant/config/signalwire': async () => ({
    body: { ...providers.signalwire.example, phoneNumbers: ['+14385550142'] },
  }),
  'PATCH /dashboard/webhooks/endpoints/:id': async (owner) => ({ path: await endpointOf(owner) }),
  'DELETE /dashboard/webhooks/endpoints/:id': async (owner) => ({ path: await endpointOf(owner) }),
  'POST /dashboard/webhooks/endpoints/:id/secret/rotate': async (owner) => ({
    path: `${await endpointOf(owner)}/secret/rotate`,
  }),
  'POST /dashboard/webhooks/endpoints/:id/test': async (owner) => ({ path: `${await endpointOf(owner)}/test` }),
  'POST /dashboard/webhooks/deliveries/:id/retry': async (owner) => {
    const endpointId = (await endpointOf(owner)).split('/').at(-1) ?? '';
    const { id } = await recordsOf(api.app, owner.tenantId).delivery({ endpointId, status: 'dead' });
    return { path: `/dashboard/webhooks/deliveries/${id}/retry` };
  },
  'POST /dashboard/webhook-events/:id/retry': async (owner) => {
    const { id } = await recordsOf(api.app, owner.tenantId).event({ relayedAt: null, relayError: 'refused' });
    return { path: `/dashboard/webhook-events/${id}/retry` };
  },
  'PATCH /dashboard/contacts/:id': async (owner) => ({ path: await contactOf(owner) }),
  'DELETE /dashboard/contacts/:id': async (owner) => ({ path: await contactOf(owner) }),
  'PATCH /dashboard/work-items/:id': async (owner) => ({ path: await workItemOf(owner) }),
  'PATCH /dashboard/answering/plans/:id': async (owner) => ({
    path: await planOf(owner),
    body: { draft: { ...examplePlan, languages: ['fr'] } },
  }),
  'POST /dashboard/answering/plans/:id/publish': async (owner) => ({ path: `${await planOf(owner)}/publish` }),
  'POST /dashboard/answering/plans/:id/withdraw': async (owner) => ({
    path: `${await publishedPlanOf(owner)}/withdraw`,
  }),
  'POST /dashboard/answering/plans/:id/versions/:version/publish': async (owner) => ({
    path: `${await publishedPlanOf(owner)}/versions/1/publish`,
  }),
  'PUT /dashboard/answering/override': () => ({ body: override() }),
  'DELETE /dashboard/answering/override': async (owner) => {
    await owner.put('/dashboard/answering/override', override());
    return {};
  },
  'POST /dashboard/assistant/sync': async (owner) => {
    await owner.put('/dashboard/tenant/config/vapi', { ...demo.vapi, assistantId: undefined });
    return {};
  },
  'POST /dashboard/calls/:id/hang-up': async (owner) => ({ path: `${await liveCallOf(owner)}/hang-up` }),
  'POST /dashboard/calls/:id/say': async (owner) => ({ path: `${await liveCallOf(owner)}/say` }),
  'POST /dashboard/calls/:id/mute-assistant': async (owner) => ({ path: `${await liveCallOf(owner)}/mute-assistant` }),
  'POST /dashboard/calls/:id/unmute-assistant': async (owner) => ({
    path: `${await liveCallOf(owner)}/unmute-assistant`,
  }),
  'POST /dashboard/calls/:id/transfer': async (owner) => ({ path: `${await liveCallOf(owner)}/transfer` }),
  'POST /dashboard/webhooks/recoveries': async (owner) => ({
    body: {
      endpointId: (await endpointOf(owner)).split('/').at(-1),
      since: new Date(Date.now() - 60_000).toISOString(),
    },
  }),
  'DELETE /dashboard/webhooks/recoveries/:id': async (owner) => ({ path: await recoveryOf(owner) }),
  'DELETE /dashboard/api-keys/:id': async (owner) => {
    const { body } = await owner.post('/dashboard/api-keys', { name: 'n8n', scopes: ['calls:read'] });
    return { path: `/dashboard/api-keys/${body.id}` };
  },
};

/** Routes whose changes need no audit row, each with the reason. */
const exceptions: Record<string, string> = {
  'POST /dashboard/answering/check': 'looks at a plan, and keeps nothing',
  'POST /dashboard/answering/preview': 'looks at a plan, and keeps nothing',
};

const nowhere = 'http://127.0.0.1:1';
const providers = createProviders({ providerUrls: { twilio: nowhere, signalwire: nowhere, vapi: nowhere } });
const routes = createRoutes(providers);
const nameOf = ({ contract: { method, path } }: Route): string => `${method.toUpperCase()} ${path}`;
const mutations = routes.filter(({ contract }) => contract.method !== 'get' && contract.permission !== 'public');
const audited = mutations
  .filter((route) => !(nameOf(route) in exceptions))
  .map((route) => [nameOf(route), route] as const);

const requestFor = async (route: Route, owner: SignedIn): Promise<Required<Request>> => {
  const { path, examples } = route.contract;
  const given = await requests[nameOf(route)]?.(owner);
  if (!given && path.includes(':'))
    expect.fail(`add to \`requests\` how to call ${nameOf(route)}, or to \`exceptions\` why it needs no audit row`);
  return { path, body: examples?.body, ...given };
};

const send = (route: Route, owner: SignedIn, { path, body }: Required<Request>): Promise<Answer> => {
  const { method, permission } = route.contract;
  const sender = permission === 'operator' ? api.operate : owner.send;
  return sender(method.toUpperCase(), path, body);
};

/** Values under names that promise a secret, at any depth. */
const secretsIn = (value: unknown, name = ''): string[] => {
  if (typeof value === 'string')
    return /password|secret|token|key$/i.test(name) && !value.startsWith('****') ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => secretsIn(inner, key));
};

/** Routes whose request or answer holds a secret. */
const secretive = new Set<string>();

describe('every change leaves a row in the audit log', () => {
  test.each(audited)('%s', async (name, route) => {
    const owner = await api.signUp();
    const request = await requestFor(route, owner);
    const { status, headers, body } = await send(route, owner, request);
    expect([status, body], 'the request of the table is not valid').toEqual([route.contract.status ?? 200, body]);

    const requestId = headers.get('x-request-id');
    const rows = await systemEm(api.app.orm).find(AuditEvent, { requestId });
    expect(rows.length, 'the handler must call recordAudit').toBeGreaterThan(0);
    const isOperator = route.contract.permission === 'operator';
    for (const row of rows) {
      expect(row).toMatchObject({
        actor: isOperator ? 'operator' : 'user',
        actorId: isOperator ? null : owner.userId,
        actorName: isOperator ? null : owner.email,
        action: expect.stringMatching(/^[a-z_]+\.[a-z_]+$/),
        address: expect.stringContaining('127.0.0.1'),
        userAgent: expect.stringMatching(/./),
      });
      const text = JSON.stringify([row.before, row.after]);
      for (const secret of secretsIn([request.body, body])) {
        secretive.add(name);
        expect(text).not.toContain(secret);
      }
    }
  });

  // The last one: what the others have sent and got is known by now.
  test('secrets were among what must not be in it', () => expect(secretive.size).toBeGreaterThan(5));
});

test('the table and the exceptions name routes that exist', () => {
  const names = mutations.map(nameOf);
  expect([...Object.keys(requests), ...Object.keys(exceptions)].filter((name) => !names.includes(name))).toEqual([]);
});

test('what is refused leaves none', async () => {
  const owner = await api.signUp();
  const settings = { webhookUrl: 'https://n8n.example/x', signatureSecret: '****1234' };
  const { status, headers } = await owner.put('/dashboard/tenant/config/n8n', settings);
  expect(status).toBe(400);
  const requestId = headers.get('x-request-id');
  expect(await systemEm(api.app.orm).count(AuditEvent, { requestId })).toBe(0);
});
