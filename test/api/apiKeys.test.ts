import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/api/routing/route.ts';
import { createApiKey } from '../../src/api/people/apiKeys.ts';
import { ApiKey } from '../../src/db/entities.ts';
import { systemEm } from '../../src/db/core/tenancy.ts';
import { startTestApi, type Answer, type SignedIn, type TestApi } from '../support/http.ts';
import { recordsOf } from '../support/records.ts';

let api: TestApi;
let owner: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
});
afterAll(() => api.stop());

const path = '/dashboard/api-keys';
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const create = async (scopes: string[], by = owner): Promise<Answer['body']> => {
  const { status, body } = await by.post(path, { name: 'n8n', scopes });
  expect([status, body.code]).toEqual([201, undefined]);
  return body;
};
const withKey = (key: string, url: string, init: RequestInit = {}): Promise<Answer> =>
  api.request(url, { ...init, headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' } });
const rewrite = async (id: string, changes: Partial<ApiKey>): Promise<void> => {
  const changed = await systemEm(api.app.orm).nativeUpdate(ApiKey, { id }, changes);
  expect(changed).toBe(1);
};

describe('a new key', () => {
  test('is shown once', async () => {
    const created = await create(['calls:read', 'deliveries:read']);
    expect(created).toMatchObject({
      name: 'n8n',
      scopes: ['calls:read', 'deliveries:read'],
      status: 'active',
      createdBy: owner.userId,
      lastUsedAt: null,
      revokedAt: null,
    });
    expect(created.key).toMatch(/^rk_[\w-]{43}$/);
    expect(created.key.startsWith(created.prefix)).toBe(true);
    expect(created.prefix.length).toBeLessThan(16);
    const { key, ...shown } = created;
    expect((await owner.get(`${path}/${created.id}`)).body).toEqual(shown);
    const list = await owner.get(path);
    expect(list.body.data).toContainEqual(shown);
    expect(JSON.stringify(list.body)).not.toContain(key);
  });

  test('is nowhere in the database', async () => {
    const idempotent = { 'idempotency-key': crypto.randomUUID() };
    const { body } = await owner.post(path, { name: 'Hidden', scopes: ['calls:read'] }, idempotent);
    const em = systemEm(api.app.orm);
    const tables = await em.execute<{ name: string }[]>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'mikro_orm_migrations'`,
    );
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['api_keys', 'audit_events', 'idempotency_keys']),
    );
    for (const { name } of tables) {
      const rows = await em.execute<object[]>(`select 1 from ${name} as t where t::text like ?`, [`%${body.key}%`]);
      expect([name, rows.length]).toEqual([name, 0]);
    }
    const { keyHash } = await em.findOneOrFail(ApiKey, body.id);
    expect(keyHash).toBe(createHash('sha256').update(body.key).digest('hex'));
  });

  test('expires in 90 days by default', async () => {
    const { expiresAt } = await create(['calls:read']);
    expect(Date.parse(expiresAt) / 1000).toBeCloseTo(Date.parse(inDays(90)) / 1000, -2);
    const wanted = inDays(365);
    const { body } = await owner.post(path, { name: 'Yearly', scopes: ['calls:read'], expiresAt: wanted });
    expect(body.expiresAt).toBe(wanted);
  });

  test.each<[string, object, string]>([
    ['no name', { name: '' }, 'body.name'],
    ['a name of spaces', { name: ' '.repeat(5) }, 'body.name'],
    ['no scope', { scopes: [] }, 'body.scopes'],
    ['a scope twice', { scopes: ['calls:read', 'calls:read'] }, 'body.scopes'],
    ['a scope that is not', { scopes: ['calls:write'] }, 'body.scopes.0'],
    ['making keys', { scopes: ['api_keys:write'] }, 'body.scopes.0'],
    ['making users', { scopes: ['users:write'] }, 'body.scopes.0'],
    ['giving the business away', { scopes: ['ownership:transfer'] }, 'body.scopes.0'],
    ['an end in the past', { expiresAt: inDays(-1) }, 'body.expiresAt'],
    ['an end in three years', { expiresAt: inDays(1095) }, 'body.expiresAt'],
    ['no end at all', { expiresAt: null }, 'body.expiresAt'],
    ['a day without time zone', { expiresAt: inDays(1).slice(0, 10) }, 'body.expiresAt'],
  ])('with %s is refused', async (_name, changes, where) => {
    const { status, body } = await owner.post(path, { name: 'n8n', scopes: ['calls:read'], ...changes });
    expect([status, body.errors?.map((error: { path: string }) => error.path)]).toEqual([400, [where]]);
  });

  test('carries no scope that its maker lacks', async () => {
    // Every role of today that may create keys has all scopes.
    const auth = { permissions: ['api_keys:write', 'calls:read'], actor: { kind: 'user', id: owner.userId } };
    const body = { name: 'n8n', scopes: ['calls:read', 'settings:read', 'audit:read'] };
    await expect(createApiKey.run({ auth, body, koa: {} } as unknown as Exchange)).rejects.toMatchObject({
      code: 'auth.forbidden',
      details: { detail: 'You cannot give what you lack: settings:read, audit:read.' },
    });
  });

  test('cannot be made without the permission', async () => {
    const viewer = await api.signUpUser(owner, 'viewer');
    const refused = await viewer.post(path, { name: 'n8n', scopes: ['calls:read'] });
    expect([refused.status, refused.body.code]).toEqual([403, 'auth.forbidden']);
  });
});

describe('a key', () => {
  test('opens what its scopes open, and nothing else', async () => {
    const { key } = await create(['calls:read']);
    expect((await withKey(key, '/dashboard/calls')).status).toBe(200);
    for (const url of ['/dashboard/webhooks/deliveries', '/dashboard/tenant/config', path, '/dashboard/audit']) {
      const { status, body } = await withKey(key, url);
      expect([url, status, body.code]).toEqual([url, 403, 'auth.forbidden']);
    }
  });

  test('is not a person: what needs one stays closed', async () => {
    const { key } = await create(['calls:read']);
    const me = await withKey(key, '/auth/me');
    expect([me.status, me.body.code]).toEqual([403, 'auth.forbidden']);
    const logout = await withKey(key, '/auth/logout', { method: 'POST', body: '{}' });
    expect([logout.status, logout.body.code]).toEqual([403, 'auth.forbidden']);
  });

  test('cannot make or revoke keys, even where its row says so', async () => {
    const { id, key } = await create(['api_keys:read']);
    await rewrite(id, { scopes: ['api_keys:read', 'api_keys:write'] });
    const body = JSON.stringify({ name: 'Second', scopes: ['calls:read'] });
    expect((await withKey(key, path, { method: 'POST', body })).status).toBe(403);
    expect((await withKey(key, `${path}/${id}`, { method: 'DELETE' })).status).toBe(403);
    expect((await withKey(key, `${path}/${id}`)).body.scopes).toEqual(['api_keys:read']);
  });

  test('changes settings in its own name', async () => {
    const { id, key } = await create(['settings:write', 'audit:read']);
    const body = JSON.stringify({ webhookUrl: 'https://n8n.example/key', signatureSecret: 'a long secret 1234' });
    expect((await withKey(key, '/dashboard/tenant/config/n8n', { method: 'PUT', body })).status).toBe(200);
    const { data } = (await withKey(key, `/dashboard/audit?actorId=${id}`)).body;
    expect(data).toEqual([expect.objectContaining({ actor: 'api_key', actorName: 'n8n', action: 'settings.changed' })]);
  });

  test('notes when it was last used, once a minute', async () => {
    const { id, key } = await create(['calls:read']);
    const lastUse = async () => (await owner.get(`${path}/${id}`)).body.lastUsedAt;
    await withKey(key, '/dashboard/calls');
    const first = await lastUse();
    expect(Date.now() - Date.parse(first)).toBeLessThan(60_000);
    await withKey(key, '/dashboard/calls');
    expect(await lastUse()).toBe(first);
    await rewrite(id, { lastUsedAt: new Date(Date.now() - 61_000) });
    await withKey(key, '/dashboard/calls');
    expect(Date.parse(await lastUse())).toBeGreaterThanOrEqual(Date.parse(first));
  });

  test('goes on when the user who made it is gone', async () => {
    const admin = await api.signUpUser(owner, 'admin');
    const { key } = await create(['calls:read'], admin);
    await systemEm(api.app.orm).execute('update users set deactivated_at = now() where id = ?', [admin.userId]);
    expect((await admin.get(path)).status).toBe(401);
    expect((await withKey(key, '/dashboard/calls')).status).toBe(200);
  });

  test('never sees another tenant', async () => {
    const other = await api.signUp();
    const theirCall = await recordsOf(api.app, other.tenantId).call();
    const { key } = await create(['calls:read', 'api_keys:read']);
    const theirs = await create(['calls:read'], other);
    expect((await withKey(key, `/dashboard/calls/${theirCall.id}`)).status).toBe(404);
    expect((await withKey(key, '/dashboard/calls')).body.data).toEqual([]);
    expect((await withKey(key, `${path}/${theirs.id}`)).status).toBe(404);
    expect(JSON.stringify((await withKey(key, path)).body)).not.toContain(theirs.id);
    expect((await owner.send('DELETE', `${path}/${theirs.id}`)).status).toBe(404);
    expect((await withKey(theirs.key, '/dashboard/calls')).status).toBe(200);
  });
});

describe('refused at the next request', () => {
  test('a revoked key', async () => {
    const { id, key } = await create(['calls:read']);
    expect((await withKey(key, '/dashboard/calls')).status).toBe(200);
    const revoked = await owner.send('DELETE', `${path}/${id}`);
    expect([revoked.status, revoked.body.status]).toEqual([200, 'revoked']);
    const { status, body, headers } = await withKey(key, '/dashboard/calls');
    expect([status, body.code, body.detail]).toEqual([401, 'auth.required', 'The API key was revoked.']);
    expect(headers.get('www-authenticate')).toContain('invalid_token');
  });

  test('an expired key', async () => {
    const { id, key } = await create(['calls:read']);
    await rewrite(id, { expiresAt: new Date(Date.now() - 1) });
    const { status, body } = await withKey(key, '/dashboard/calls');
    expect([status, body.code, body.detail]).toEqual([401, 'auth.required', 'The API key has expired.']);
    expect((await owner.get(`${path}/${id}`)).body.status).toBe('expired');
  });

  test('a key that is another by one character', async () => {
    const { key } = await create(['calls:read']);
    const other = key.slice(0, -2) + (key.at(-2) === 'A' ? 'B' : 'A') + key.at(-1);
    for (const wrong of [other, key.toLowerCase(), `${key}A`, key.slice(0, -1), 'rk_']) {
      expect((await withKey(wrong, '/dashboard/calls')).status).toBe(401);
    }
  });
});

test('revoking can be repeated, and is noted once', async () => {
  const { id } = await create(['calls:read']);
  const [first, second] = [await owner.send('DELETE', `${path}/${id}`), await owner.send('DELETE', `${path}/${id}`)];
  expect([second.status, second.body]).toEqual([200, first.body]);
  const { data } = (await owner.get(`/dashboard/audit?targetId=${id}&action=api_key.revoked`)).body;
  expect(data).toHaveLength(1);
});

test('the list distinguishes active, expired and revoked keys', async () => {
  const tenant = await api.signUp();
  const [active, expired, revoked] = [
    await create(['calls:read'], tenant),
    await create(['calls:read'], tenant),
    await create(['calls:read'], tenant),
  ];
  await rewrite(expired.id, { expiresAt: new Date(Date.now() - 1) });
  await tenant.send('DELETE', `${path}/${revoked.id}`);
  const idsOf = async (query: string): Promise<string[]> =>
    (await tenant.get(path + query)).body.data.map((key: { id: string }) => key.id);
  expect(await idsOf('')).toEqual([revoked.id, expired.id, active.id]);
  expect(await idsOf('?status=active')).toEqual([active.id]);
  expect(await idsOf('?status=expired')).toEqual([expired.id]);
  expect(await idsOf('?status=revoked,expired')).toEqual([revoked.id, expired.id]);
});
