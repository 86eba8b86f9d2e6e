import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuditEvent } from '../../src/db/entities.ts';
import { systemEm, tenantEm } from '../../src/db/core/tenancy.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';

let api: TestApi;
let owner: SignedIn;
let officer: SignedIn;
let keyId: string;
const path = '/dashboard/audit';

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
  officer = await api.signUpUser(owner, 'privacy_officer');
  keyId = (await owner.post('/dashboard/api-keys', { name: 'n8n', scopes: ['calls:read'] })).body.id;
  const settings = { webhookUrl: 'https://n8n.example/1', signatureSecret: 'first secret 1234' };
  await owner.put('/dashboard/tenant/config/n8n', settings);
  await owner.send('DELETE', `/dashboard/api-keys/${keyId}`);
  const em = tenantEm(api.app.orm, owner.tenantId);
  const old = {
    tenantId: owner.tenantId,
    actor: 'system' as const,
    action: 'call.erased',
    targetType: 'call',
    targetId: 'CA1',
    before: null,
    after: null,
    createdAt: new Date('2026-01-10T15:00:00Z'),
  };
  await em.persist(em.create(AuditEvent, old)).flush();
});
afterAll(() => api.stop());

const actionsOf = async (query: string): Promise<string[]> => {
  const { status, body } = await officer.get(`${path}?${query}`);
  expect(status).toBe(200);
  return body.data.map(({ action }: { action: string }) => action);
};
const signIns = ['session.created', 'session.created'];
const everything = ['api_key.revoked', 'settings.changed', 'api_key.created', ...signIns, 'call.erased'];

describe('the list', () => {
  test('newest first: who, what, from where, before and after', async () => {
    expect(await actionsOf('')).toEqual(everything);
    const { body } = await officer.get(`${path}?action=api_key.created`);
    expect(body.data).toEqual([
      {
        id: expect.any(String),
        createdAt: expect.any(String),
        actor: 'user',
        actorId: owner.userId,
        actorName: owner.email,
        action: 'api_key.created',
        targetType: 'api_key',
        targetId: keyId,
        before: null,
        after: expect.objectContaining({ name: 'n8n', scopes: ['calls:read'] }),
        address: expect.stringContaining('127.0.0.1'),
        userAgent: 'node',
        requestId: expect.stringMatching(/./),
      },
    ]);
  });

  test.each([
    ['actor=system', ['call.erased']],
    ['actor=system,user', everything],
    ['action=api_key.created,api_key.revoked', ['api_key.revoked', 'api_key.created']],
    ['action=nothing.ever', []],
    ['targetType=settings', ['settings.changed']],
    ['targetType=settings&targetId=twilio', []],
    ['startDate=2026-01-10&endDate=2026-01-10', ['call.erased']],
    ['endDate=2026-01-10T14:59:59Z', []],
    ['search=CA1', ['call.erased']],
    ['search=ERASED', ['call.erased']],
    ['search=%25', []],
    ['sort=createdAt', everything.toReversed()],
  ])('?%s', async (query, expected) => {
    expect(await actionsOf(query)).toEqual(expected);
  });

  test('by actor and by target', async () => {
    expect(await actionsOf(`actorId=${officer.userId}`)).toEqual(['session.created']);
    expect(await actionsOf(`targetId=${keyId}`)).toEqual(['api_key.revoked', 'api_key.created']);
    expect(await actionsOf(`search=${owner.email}`)).toEqual([...everything.slice(0, 3), 'session.created']);
  });

  test('needs its permission', async () => {
    const dispatcher = await api.signUpUser(await api.signUp(), 'dispatcher');
    expect((await dispatcher.get(path)).status).toBe(403);
  });

  test('is the tenant’s own', async () => {
    const other = await api.signUp();
    expect((await other.get(path)).body.data.map(({ actorId }: { actorId: string }) => actorId)).toEqual([
      other.userId,
    ]);
    expect((await other.get(`${path}?targetId=${keyId}`)).body.data).toEqual([]);
  });

  test('can be taken away as a spreadsheet', async () => {
    const { status, headers, body } = await officer.get(`${path}/export?action=settings.changed,api_key.created`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/csv');
    const lines = String(body).trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('actorName');
    expect(lines[1]).toContain('settings.changed');
    expect(lines[1]).toContain('****1234');
    expect(body).not.toContain('first secret');
    // Who took it away is noted too.
    expect((await actionsOf(''))[0]).toBe('list.exported');
  });
});

describe('it cannot be rewritten', () => {
  const attempts = ["update audit_events set action = 'x'", 'delete from audit_events', 'truncate audit_events'];

  test.each(attempts)('%s', async (sql) => {
    const written = await actionsOf('');
    await expect(tenantEm(api.app.orm, owner.tenantId).execute(sql)).rejects.toThrow('permission denied');
    await expect(systemEm(api.app.orm).execute(sql)).rejects.toThrow('permission denied');
    await expect(api.app.orm.em.fork().execute(sql)).rejects.toThrow('permission denied');
    expect(await actionsOf('')).toEqual(written);
  });

  test('nor into another tenant’s', async () => {
    const other = await api.signUp();
    const insert = `insert into audit_events (id, tenant_id, actor, action, target_type, target_id)
      values (gen_random_uuid(), ?, 'system', 'x.done', 'x', '1')`;
    const em = tenantEm(api.app.orm, owner.tenantId);
    await expect(em.execute(insert, [other.tenantId])).rejects.toThrow('row-level security');
    const seen = await em.execute('select distinct tenant_id from audit_events');
    expect(seen).toEqual([{ tenant_id: owner.tenantId }]);
  });
});
