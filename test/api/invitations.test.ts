import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Session, UserToken } from '../../src/db/entities.ts';
import { hashSecret } from '../../src/db/people/opaqueSecrets.ts';
import { systemEm } from '../../src/db/core/tenancy.ts';
import { roles } from '../../src/domain/people/permissions.ts';
import { publicUrl, startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { newPassword, onboardingOf } from '../support/onboarding.ts';

let api: TestApi;
let people: ReturnType<typeof onboardingOf>;
let owner: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  people = onboardingOf(api);
  owner = await api.signUp();
});
afterAll(() => api.stop());

const lookUp = (token: string) => people.post('/auth/invitations/lookup', { token });
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).toSorted((a, b) => a - b);

describe('an invitation', () => {
  test('is shown once, with where to accept it', async () => {
    const idempotent = { 'idempotency-key': randomUUID() };
    const email = `ines-${randomUUID()}@invited.test`;
    const invited = { email: ` ${email.toUpperCase()} `, name: 'Inès', role: 'dispatcher' };
    const { status, body } = await owner.post('/dashboard/users', invited, idempotent);
    expect([status, body.code]).toEqual([201, undefined]);
    expect(body.user).toMatchObject({ email, name: 'Inès', role: 'dispatcher', status: 'invited', lastLoginAt: null });
    const { token, url } = body.invitation;
    expect([url, token]).toEqual([`${publicUrl}/#/invitation/${token}`, expect.stringMatching(/^inv_[\w-]{43}$/)]);

    expect((await owner.get(`/dashboard/users/${body.user.id}`)).body).toEqual(body.user);
    const em = systemEm(api.app.orm);
    for (const table of ['users', 'user_tokens', 'audit_events', 'idempotency_keys'])
      expect(await em.execute(`select 1 from ${table} as t where t::text like ?`, [`%${token}%`])).toEqual([]);
    expect(await people.audited(body.user.id)).toMatchObject([
      { action: 'user.invited', actorId: owner.userId, after: { email, role: 'dispatcher' } },
    ]);
  });

  test('greets whom it is for, as often as they look', async () => {
    const { email, token } = await people.invite(owner);
    const expected = { email, name: 'Inès', tenant: { name: 'Plomberie Essai' } };
    expect((await lookUp(token)).body).toEqual(expected);
    expect((await lookUp(token)).body).toEqual(expected);
  });

  test('once accepted, signs in, then and with the password', async () => {
    const { id, email, token } = await people.invite(owner, 'dispatcher');
    expect((await people.login(email)).status).toBe(401);
    const { status, body } = await people.accept(token, { name: ' Inès Côté ' });
    expect([status, body.user]).toMatchObject([200, { id, email, name: 'Inès Côté', role: 'dispatcher' }]);
    const me = await api.request('/auth/me', { headers: { authorization: `Bearer ${body.accessToken}` } });
    expect(me.status).toBe(200);
    expect((await people.post('/auth/refresh', { refreshToken: body.refreshToken })).status).toBe(200);
    expect((await people.login(email.toUpperCase())).status).toBe(200);
    const { body: shown } = await owner.get(`/dashboard/users/${id}`);
    expect(shown).toMatchObject({ status: 'active', lastLoginAt: expect.any(String) });
    expect(await people.audited(id, 'invitation.accepted')).toMatchObject([{ actor: 'user', actorId: id }]);
  });

  test('works once', async () => {
    const { token } = await people.invite(owner);
    expect((await people.accept(token)).status).toBe(200);
    const again = await people.accept(token, { password: 'un autre mot de passe' });
    expect([again.status, again.body.code]).toEqual([400, 'token.invalid']);
    expect((await lookUp(token)).body.code).toBe('token.invalid');
  });

  test('accepted twice at the same time, lets one in', async () => {
    const { id, email, token } = await people.invite(owner);
    const passwords = ['le premier mot de passe', 'le second mot de passe', 'le troisième, tant qu’à y être'];
    const answers = await Promise.all(passwords.map((password) => people.accept(token, { password })));
    expect(statuses(answers)).toEqual([200, 400, 400]);
    const winner = answers.findIndex(({ status }) => status === 200);
    const logins = await Promise.all(passwords.map((password) => people.login(email, password)));
    expect(logins.map(({ status }) => status)).toEqual(passwords.map((_, index) => (index === winner ? 200 : 401)));
    expect(await people.audited(id, 'invitation.accepted')).toHaveLength(1);
    expect(await systemEm(api.app.orm).count(Session, { userId: id })).toBe(2);
  });

  test.each<[string, object, string]>([
    ['nine characters', { password: 'neuf char' }, 'body.password'],
    ['more than 1024', { password: 'x'.repeat(1025) }, 'body.password'],
    ['a blank name', { name: ' ' }, 'body.name'],
  ])('refuses %s, and can be accepted after that', async (_name, wrong, path) => {
    const { token } = await people.invite(owner);
    const { status, body } = await people.accept(token, wrong);
    expect([status, body.errors?.[0].path]).toEqual([400, path]);
    expect((await people.accept(token)).status).toBe(200);
  });

  test('refuses the address as the password', async () => {
    const { token, email } = await people.invite(owner);
    const { status, body } = await people.accept(token, { password: email.toUpperCase() });
    expect([status, body.errors?.[0].path]).toEqual([400, 'body.password']);
    expect((await people.accept(token)).status).toBe(200);
  });

  test('expires', async () => {
    const { token } = await people.invite(owner);
    const expired = { expiresAt: new Date(Date.now() - 1_000) };
    await systemEm(api.app.orm).nativeUpdate(UserToken, { tokenHash: hashSecret(token) }, expired);
    expect((await lookUp(token)).body.code).toBe('token.invalid');
    expect((await people.accept(token)).body.code).toBe('token.invalid');
  });

  test('is not taken as a link that sets another password, nor the other way round', async () => {
    const { token } = await people.invite(owner);
    const reset = await people.post('/auth/password/reset', { token, newPassword });
    expect(reset.body.code).toBe('token.invalid');
    expect((await people.accept('inv_0000000000000000000000000000000000000000000')).body.code).toBe('token.invalid');
  });
});

describe('inviting again', () => {
  test('ends the invitation before', async () => {
    const { id, token } = await people.invite(owner);
    const { status, body } = await owner.post(`/dashboard/users/${id}/invitation`);
    expect([status, body.user.status]).toEqual([201, 'invited']);
    expect((await people.accept(token)).body.code).toBe('token.invalid');
    expect((await people.accept(body.invitation.token)).status).toBe(200);
    expect(await people.audited(id, 'invitation.renewed')).toHaveLength(1);
  });

  test('leaves one invitation, however many ask at the same time', async () => {
    const { id } = await people.invite(owner);
    const answers = await Promise.all([1, 2, 3].map(() => owner.post(`/dashboard/users/${id}/invitation`)));
    expect(statuses(answers)).toEqual([201, 201, 201]);
    const looks = await Promise.all(answers.map(({ body }) => lookUp(body.invitation.token)));
    expect(statuses(looks)).toEqual([200, 400, 400]);
  });

  test('takes a user who is invited', async () => {
    const member = await people.join(owner, 'viewer');
    const active = await owner.post(`/dashboard/users/${member.userId}/invitation`);
    expect([active.status, active.body.code]).toEqual([409, 'resource.conflict']);
    await people.change(owner, member, { active: false });
    expect((await owner.post(`/dashboard/users/${member.userId}/invitation`)).body.code).toBe('resource.conflict');
    expect((await owner.post(`/dashboard/users/${randomUUID()}/invitation`)).status).toBe(404);
  });

  test('does not hand the ownership to an admin', async () => {
    const { body } = await api.operate('POST', '/tenants', {
      name: 'Plomberie Roy',
      slug: `roy-${randomUUID()}`,
      owner: { email: `amelie@${randomUUID()}.test`, name: 'Amélie Roy' },
    });
    const admin = await api.signUpUser({ tenantId: body.tenant.id, slug: body.tenant.slug }, 'admin');
    const again = await admin.post(`/dashboard/users/${body.owner.id}/invitation`);
    expect([again.status, again.body.code]).toEqual([409, 'user.owner_protected']);
  });
});

describe('inviting', () => {
  const invite = (by: SignedIn, changes: object) =>
    by.post('/dashboard/users', { email: `x-${randomUUID()}@invited.test`, name: 'Inès', role: 'viewer', ...changes });

  test.each(roles)('with the role %s', async (role) => {
    const admin = await api.signUpUser(owner, 'admin');
    const expected = role === 'owner' ? [403, 'auth.forbidden'] : [201, undefined];
    for (const by of [owner, admin]) {
      const { status, body } = await invite(by, { role });
      expect([status, body.code]).toEqual(expected);
    }
  });

  test.each<[string, object, string]>([
    ['an address that is none', { email: 'ines' }, 'body.email'],
    ['a long address', { email: `${'x'.repeat(250)}@b.ca` }, 'body.email'],
    ['a role that is none', { role: 'king' }, 'body.role'],
    ['no name', { name: undefined }, 'body.name'],
  ])('refuses %s', async (_name, changes, path) => {
    const { status, body } = await invite(owner, changes);
    expect([status, body.errors?.[0].path]).toEqual([400, path]);
  });

  test('takes an address that no user has, here or elsewhere, however it is written', async () => {
    const neighbour = await api.signUp();
    for (const email of [owner.email, neighbour.email.toUpperCase()]) {
      const { status, body } = await invite(owner, { email });
      expect([status, body.code]).toEqual([409, 'user.email_taken']);
    }
  });

  test('the same address twice at the same time makes one user', async () => {
    const email = `twice-${randomUUID()}@invited.test`;
    expect(statuses(await Promise.all([invite(owner, { email }), invite(owner, { email })]))).toEqual([201, 409]);
  });
});
