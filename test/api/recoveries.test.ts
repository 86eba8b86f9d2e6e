import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AuditEvent } from '../../src/db/entities.ts';
import { queueRecovery } from '../../src/api/deliveries/replay.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { recordsOf } from '../support/records.ts';

const day = 86_400_000;
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

let api: TestApi;
let owner: SignedIn;
let endpointId: string;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
  endpointId = (await owner.post('/dashboard/webhooks/endpoints', { url: 'https://n8n.example/recoveries' })).body.id;
});
afterAll(() => api.stop());

const recoveries = '/dashboard/webhooks/recoveries';

test('begins at zero, and is found again', async () => {
  const { status, body } = await owner.post(recoveries, { endpointId, since: ago(14 * day) });
  expect(status).toBe(202);
  expect(body).toMatchObject({
    endpointId,
    status: 'running',
    endedAt: null,
    total: 0,
    lookedAt: 0,
    delivered: 0,
    failed: 0,
  });
  expect((await owner.get(`${recoveries}/${body.id}`)).body).toEqual(body);
  const { after } = await tenantEm(api.app.orm, owner.tenantId).findOneOrFail(AuditEvent, { targetId: body.id });
  expect(after).toMatchObject({ endpointId, statuses: ['missing', 'waiting', 'dead', 'held'], eventTypes: null });
});

const addEndpoint = async ({ post }: SignedIn): Promise<void> =>
  void (await post('/dashboard/webhooks/endpoints', { url: 'https://n8n.example/recoveries' }));

test("the list: newest first, and nothing of another tenant's", async () => {
  const [one, other] = [await api.signUp(), await api.signUp()];
  await addEndpoint(one);
  const ids = [];
  for (const { post } of [one, other, one, one])
    ids.push((await post('/dashboard/webhooks/deliveries/retry', { status: ['dead'] })).body.id);
  const [first, ofOther, second, third] = ids;
  const found = (await one.get(recoveries)).body.data;
  expect(found.map(({ id }: { id: string }) => id)).toEqual([third, second, first]);
  expect(found[0]).toEqual((await one.get(`${recoveries}/${third}`)).body);
  expect(found[0]).toMatchObject({ endpointId: null, status: 'running' });
  // It has no endpoint.
  expect((await other.get(recoveries)).body.data).toMatchObject([{ id: ofOther, status: 'completed' }]);
  expect((await (await api.signUp()).get(recoveries)).body).toEqual({ data: [] });
});

test('the list ends at fifty', async () => {
  const busy = await api.signUp();
  const range = { since: ago(day), until: ago(0), startedAt: ago(0) };
  const filter = { ...range, endpointId: null, eventTypes: null, statuses: [] };
  await tenantEm(api.app.orm, busy.tenantId).transactional(async (em) => {
    for (let index = 0; index < 51; index += 1) await queueRecovery(em, busy.tenantId, randomUUID(), filter);
  });
  expect((await busy.get(recoveries)).body.data).toHaveLength(50);
});

test.each<[string, object, string]>([
  ['too long ago', { since: ago(15 * day) }, 'body.since'],
  ['in the future', { since: ago(-day) }, 'body'],
  ['back to front', { since: ago(day), until: ago(2 * day) }, 'body'],
  ['no moment', { since: 'yesterday' }, 'body.since'],
  ['an unknown type', { since: ago(day), eventTypes: ['call.sneezed'] }, 'body.eventTypes.0'],
  ['on its way already', { since: ago(day), status: ['pending'] }, 'body.status.0'],
])('refuses %s', async (_name, range, path) => {
  const { status, body } = await owner.post(recoveries, { endpointId, ...range });
  expect([status, body.code, body.errors[0].path]).toEqual([400, 'request.invalid', path]);
});

test('an endpoint that is not ours', async () => {
  const other = await api.signUp();
  expect((await other.post(recoveries, { endpointId, since: ago(day) })).status).toBe(404);
  expect((await other.post('/dashboard/webhooks/deliveries/retry', { endpointId, status: ['dead'] })).status).toBe(404);
});

test('one that was removed', async () => {
  const { id } = await recordsOf(api.app, owner.tenantId).delivery({ status: 'dead' });
  const { status, body } = await owner.post(`/dashboard/webhooks/deliveries/${id}/retry`);
  expect([status, body.detail]).toEqual([409, 'The endpoint was removed.']);
});

test('an unknown one', async () => {
  expect((await owner.get(`${recoveries}/${randomUUID()}`)).status).toBe(404);
  expect((await owner.send('DELETE', `${recoveries}/${randomUUID()}`)).status).toBe(404);
  expect((await owner.post(`/dashboard/webhooks/deliveries/${randomUUID()}/retry`)).status).toBe(404);
});

test('is for those who may retry', async () => {
  const viewer = await api.signUpUser(owner, 'viewer');
  const body = { endpointId, since: ago(day) };
  expect((await viewer.post(recoveries, body)).status).toBe(403);
  const dispatcher = await api.signUpUser(owner, 'dispatcher');
  expect((await dispatcher.post(recoveries, body)).status).toBe(202);
});

test('without Temporal it is promised all the same: its row is there', async () => {
  const alone = await startTestApi({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
  try {
    const someone = await alone.signUp();
    await addEndpoint(someone);
    const { status, body } = await someone.post('/dashboard/webhooks/deliveries/retry', { status: ['dead'] });
    expect([status, body.status]).toEqual([202, 'running']);
    expect((await someone.get(recoveries)).body).toEqual({ data: [body] });
    const audited = { action: 'recovery.started' };
    expect(await tenantEm(alone.app.orm, someone.tenantId).count(AuditEvent, audited)).toBe(1);
  } finally {
    await alone.stop();
  }
});
