import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { User } from '../../src/db/entities.ts';
import { systemEm } from '../../src/db/core/tenancy.ts';
import { permissionsOf } from '../../src/domain/people/permissions.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { onboardingOf } from '../support/onboarding.ts';

let api: TestApi;
let people: ReturnType<typeof onboardingOf>;
let owner: SignedIn;
let admin: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  people = onboardingOf(api);
  owner = await api.signUp();
  admin = await people.join(owner, 'admin');
});
afterAll(() => api.stop());

const show = (by: SignedIn, { userId }: SignedIn) => by.get(`/dashboard/users/${userId}`);

test('a user is shown to colleagues, without their password', async () => {
  const officer = await people.join(owner, 'privacy_officer');
  const { status, body } = await show(officer, owner);
  expect([status, body]).toEqual([
    200,
    {
      id: owner.userId,
      email: owner.email,
      name: 'Odile',
      role: 'owner',
      status: 'active',
      createdAt: expect.any(String),
      lastLoginAt: expect.any(String),
      deactivatedAt: null,
    },
  ]);
});

test('users are found by role, status, name and address', async () => {
  const first = await api.signUp();
  const active = await people.join(first, 'dispatcher');
  const gone = await people.join(first, 'dispatcher');
  const { id: invited, email } = await people.invite(first, 'viewer');
  await people.change(first, gone, { active: false });
  await people.change(first, active, { name: 'Éloïse 100%' });
  const found = async (query: Record<string, string>): Promise<string[]> => {
    const { status, body } = await first.get(`/dashboard/users?${new URLSearchParams(query).toString()}`);
    expect([status, body.code, body.pagination?.total]).toEqual([200, undefined, body.data?.length]);
    return body.data.map(({ id }: { id: string }) => id);
  };
  expect(await found({})).toEqual([invited, gone.userId, active.userId, first.userId]);
  expect(await found({ status: 'active' })).toEqual([active.userId, first.userId]);
  expect(await found({ status: 'invited' })).toEqual([invited]);
  expect(await found({ status: 'deactivated,invited' })).toEqual([invited, gone.userId]);
  expect(await found({ role: 'dispatcher' })).toEqual([gone.userId, active.userId]);
  expect(await found({ role: 'dispatcher', status: 'active' })).toEqual([active.userId]);
  expect(await found({ search: email.toUpperCase() })).toEqual([invited]);
  expect(await found({ search: '100%' })).toEqual([active.userId]);
  expect(await found({ search: '1_0' })).toEqual([]);
});

describe('another role', () => {
  test('holds from the next request on', async () => {
    const member = await people.join(admin, 'viewer');
    expect((await member.get('/dashboard/webhooks/deliveries')).status).toBe(403);
    const { status, body } = await people.change(admin, member, { role: 'dispatcher' });
    expect([status, body.role]).toEqual([200, 'dispatcher']);
    expect((await member.get('/dashboard/webhooks/deliveries')).status).toBe(200);
    expect((await member.get('/auth/me')).body.user.permissions).toEqual(permissionsOf('dispatcher'));
    await people.change(admin, member, { role: 'viewer' });
    expect((await member.get('/dashboard/webhooks/deliveries')).status).toBe(403);
    expect(await people.audited(member.userId, 'user.role_changed')).toMatchObject([
      { actorId: admin.userId, before: { role: 'viewer' }, after: { role: 'dispatcher' } },
      { before: { role: 'dispatcher' }, after: { role: 'viewer' } },
    ]);
  });

  test('an admin makes and unmakes admins', async () => {
    const other = await people.join(owner, 'admin');
    expect((await people.change(admin, other, { role: 'viewer' })).status).toBe(200);
    expect((await people.change(admin, other, { role: 'admin' })).status).toBe(200);
  });

  test('is not written down where it is the same', async () => {
    const member = await people.join(owner, 'viewer');
    const same = { role: 'viewer', name: 'Inès', active: true };
    expect((await people.change(admin, member, same)).status).toBe(200);
    expect((await people.audited(member.userId)).map(({ action }) => action)).toEqual([
      'user.invited',
      'invitation.accepted',
    ]);
  });
});

describe('no user', () => {
  test.each<[string, object]>([
    ['demotes', { role: 'admin' }],
    ['deactivates', { active: false }],
  ])('%s the owner', async (_name, changes) => {
    for (const by of [admin, owner]) {
      const { status, body } = await people.change(by, owner, changes);
      expect([status, body.code]).toEqual([409, 'user.owner_protected']);
    }
    expect((await owner.get('/auth/me')).body.user.role).toBe('owner');
  });

  test.each<[string, object]>([
    ['changes their own role', { role: 'viewer' }],
    ['deactivates themselves', { active: false }],
  ])('%s', async (_name, changes) => {
    const { status, body } = await people.change(admin, admin, changes);
    expect([status, body.code]).toEqual([403, 'auth.forbidden']);
    expect((await show(owner, admin)).body).toMatchObject({ role: 'admin', status: 'active' });
  });

  test('becomes the owner by a change of role', async () => {
    const member = await people.join(owner, 'viewer');
    for (const by of [admin, owner])
      expect((await people.change(by, member, { role: 'owner' })).body.code).toBe('auth.forbidden');
  });

  test('but the owner renames the owner', async () => {
    expect((await people.change(admin, owner, { name: 'Nobody' })).status).toBe(409);
    const name = `Odile ${randomUUID()}`;
    expect((await people.change(owner, owner, { name })).body.name).toBe(name);
    expect((await people.change(admin, admin, { name })).body.name).toBe(name);
    expect(await people.audited(owner.userId, 'user.renamed')).toMatchObject([{ after: { name } }]);
    await people.change(owner, owner, { name: 'Odile' });
  });

  test('reaches into another tenant', async () => {
    const neighbour = await api.signUp();
    const { id } = await people.invite(neighbour);
    for (const userId of [neighbour.userId, id]) {
      const answers = [
        await owner.get(`/dashboard/users/${userId}`),
        await people.change(owner, { userId }, { name: 'Mine' }),
        await people.change(owner, { userId }, { active: false }),
        await owner.post(`/dashboard/users/${userId}/invitation`),
        await owner.post('/dashboard/tenant/transfer', { userId, password: owner.password }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    }
    expect((await show(neighbour, neighbour)).body).toMatchObject({ name: 'Odile', status: 'active', role: 'owner' });
  });
});

describe('a deactivated user', () => {
  test('is out at once, everywhere', async () => {
    const member = await people.join(owner, 'dispatcher');
    const elsewhere = (await people.login(member.email)).body;
    expect((await member.get('/auth/me')).status).toBe(200);
    const { status, body } = await people.change(admin, member, { active: false });
    expect([status, body.status]).toEqual([200, 'deactivated']);
    expect(body.deactivatedAt).toEqual(expect.any(String));

    expect((await member.get('/auth/me')).status).toBe(401);
    for (const refreshToken of [member.refreshToken, elsewhere.refreshToken])
      expect((await people.post('/auth/refresh', { refreshToken })).body.code).toBe('auth.refresh_invalid');
    expect((await people.login(member.email)).body.code).toBe('auth.invalid_credentials');
    expect(await people.audited(member.userId, 'user.deactivated')).toMatchObject([
      { actorId: admin.userId, before: { email: member.email, role: 'dispatcher' }, after: { apiKeysKept: [] } },
    ]);
  });

  test('comes back with the same password, and none of the old sessions', async () => {
    const member = await people.join(owner, 'viewer');
    await people.change(owner, member, { active: false });
    const { body } = await people.change(owner, member, { active: true });
    expect(body).toMatchObject({ status: 'active', deactivatedAt: null });
    expect((await member.get('/auth/me')).status).toBe(401);
    expect((await people.login(member.email)).status).toBe(200);
    expect(await people.audited(member.userId, 'user.reactivated')).toHaveLength(1);
  });

  test('before they have accepted, cannot any more', async () => {
    const { id, token } = await people.invite(owner);
    await people.change(owner, { userId: id }, { active: false });
    expect((await people.accept(token)).body.code).toBe('token.invalid');
    expect((await people.change(owner, { userId: id }, { active: true })).body.status).toBe('invited');
    expect((await people.accept(token)).body.code).toBe('token.invalid');
    const { body } = await owner.post(`/dashboard/users/${id}/invitation`);
    expect((await people.accept(body.invitation.token)).status).toBe(200);
  });

  test('leaves their API keys behind, which the audit log names', async () => {
    const leaving = await people.join(owner, 'admin');
    const { body: key } = await leaving.post('/dashboard/api-keys', { name: 'n8n', scopes: ['calls:read'] });
    const { body: revoked } = await leaving.post('/dashboard/api-keys', { name: 'old', scopes: ['calls:read'] });
    await leaving.send('DELETE', `/dashboard/api-keys/${revoked.id}`);
    await people.change(owner, leaving, { active: false });
    const calls = await api.request('/dashboard/calls', { headers: { authorization: `Bearer ${key.key}` } });
    expect(calls.status).toBe(200);
    expect(await people.audited(leaving.userId, 'user.deactivated')).toMatchObject([
      { after: { apiKeysKept: [{ name: 'n8n', prefix: key.prefix }] } },
    ]);
  });
});

describe('ownership', () => {
  const transfer = (by: SignedIn, { userId }: { userId: string }, password = by.password) =>
    by.post('/dashboard/tenant/transfer', { userId, password });
  const ownersOf = async ({ tenantId }: SignedIn) =>
    (await systemEm(api.app.orm).find(User, { tenantId, role: 'owner' })).map(({ id }) => id);
  const found = async () => {
    const first = await api.signUp();
    return { first, heir: await people.join(first, 'dispatcher') };
  };

  test('goes to a user, and the owner becomes an admin', async () => {
    const { first, heir } = await found();
    const { status, body } = await transfer(first, heir);
    expect([status, body]).toMatchObject([
      200,
      { owner: { id: heir.userId, role: 'owner' }, formerOwner: { id: first.userId, role: 'admin' } },
    ]);
    expect(await ownersOf(first)).toEqual([heir.userId]);
    expect((await first.get('/auth/me')).body.user.permissions).toEqual(permissionsOf('admin'));
    expect((await transfer(first, heir)).body.code).toBe('auth.forbidden');
    expect((await people.change(first, heir, { role: 'viewer' })).body.code).toBe('user.owner_protected');
    expect((await people.change(heir, first, { role: 'viewer' })).status).toBe(200);
    expect(await people.audited(first.tenantId, 'ownership.transferred')).toMatchObject([
      { actorId: first.userId, before: { owner: first.email }, after: { owner: heir.email } },
    ]);
  });

  test('needs the password', async () => {
    const { first, heir } = await found();
    const { status, body } = await transfer(first, heir, 'wrong');
    expect([status, body.code]).toEqual([401, 'auth.invalid_credentials']);
    expect(await ownersOf(first)).toEqual([first.userId]);
  });

  test('stays where it is unless the other is active, and another', async () => {
    const { first, heir } = await found();
    const { id: invited } = await people.invite(first);
    await people.change(first, heir, { active: false });
    for (const userId of [heir.userId, invited, first.userId]) {
      const { status, body } = await transfer(first, { userId });
      expect([status, body.code]).toEqual([409, 'resource.conflict']);
    }
    expect((await transfer(first, { userId: randomUUID() })).status).toBe(404);
    expect(await ownersOf(first)).toEqual([first.userId]);
  });

  test('is never of two, whatever the code does', async () => {
    const { first, heir } = await found();
    const both = systemEm(api.app.orm).nativeUpdate(User, { id: heir.userId }, { role: 'owner' });
    await expect(both).rejects.toThrow('users_one_owner');
    expect(await ownersOf(first)).toEqual([first.userId]);
  });

  test('is the owner’s to give, and no admin’s', async () => {
    const { first, heir } = await found();
    const other = await people.join(first, 'admin');
    expect((await transfer(other, heir)).body.code).toBe('auth.forbidden');
  });

  test('goes to one, of two at the same time', async () => {
    const { first, heir } = await found();
    const other = await people.join(first, 'viewer');
    const answers = await Promise.all([transfer(first, heir), transfer(first, other)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403]);
    const [winner] = answers.filter(({ status }) => status === 200);
    expect(await ownersOf(first)).toEqual([winner?.body.owner.id]);
    expect(await people.audited(first.tenantId, 'ownership.transferred')).toHaveLength(1);
  });

  test('survives an admin who deactivates or demotes the heir meanwhile', async () => {
    for (const changes of [{ active: false }, { role: 'viewer' }]) {
      const { first, heir } = await found();
      const other = await people.join(first, 'admin');
      await Promise.all([transfer(first, heir), people.change(other, heir, changes)]);
      const owners = await systemEm(api.app.orm).find(User, { tenantId: first.tenantId, role: 'owner' });
      expect(owners).toMatchObject([{ deactivatedAt: null }]);
    }
  });
});
