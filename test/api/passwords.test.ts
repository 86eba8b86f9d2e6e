import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuditEvent, User, UserToken, type UserTokenPurpose } from '../../src/db/entities.ts';
import { createOneTimeToken } from '../../src/db/people/oneTimeTokens.ts';
import { systemEm } from '../../src/db/core/tenancy.ts';
import { passwordResetWorkflowId } from '../../src/temporal/ids.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';

const newPassword = 'une phrase assez longue';

let api: TestApi;
beforeAll(async () => void (api = await startTestApi()));
afterAll(() => api.stop());

const post = (path: string, body: unknown, on = api) =>
  on.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const login = (email: string, password: string) => post('/auth/login', { email, password });

const makeToken = async ({ userId }: SignedIn, purpose: UserTokenPurpose = 'password_reset', lifetimeMs = 60_000) =>
  systemEm(api.app.orm).transactional(async (em) => {
    const { token } = await createOneTimeToken(em, await em.findOneOrFail(User, userId), purpose, lifetimeMs);
    return token;
  });
const reset = (token: string) => post('/auth/password/reset', { token, newPassword });
const auditOf = (user: SignedIn, action: string) =>
  systemEm(api.app.orm).find(AuditEvent, { action, targetId: user.userId });

const inForms = (text: string): string[] => ['NFC', 'NFD', 'NFKC', 'NFKD'].map((form) => text.normalize(form));

describe('a password typed on another keyboard', () => {
  test.each(inForms('Mot-de-passé-très-sûr'))('fits, however it was set: %#', async (set) => {
    const user = await api.signUp();
    await user.post('/auth/password', { currentPassword: user.password, newPassword: set });
    for (const typed of inForms(set)) expect((await login(user.email, typed)).status).toBe(200);
    expect((await login(user.email, 'Mot-de-passe-tres-sur')).status).toBe(401);
    const same = await user.post('/auth/password', { currentPassword: set, newPassword: set.normalize('NFKD') });
    expect([same.status, same.body.errors[0].path]).toEqual([400, 'body.newPassword']);
  });

  test('fits in full width, as some input methods write it', async () => {
    const user = await api.signUp();
    expect((await login(user.email, 'ｃｏｒｒｅｃｔ horse battery')).status).toBe(200);
  });

  test('still fits where it was hashed as it was typed', async () => {
    const user = await api.signUp();
    const typed = 'déjà…là depuis longtemps'.normalize('NFD');
    await systemEm(api.app.orm).nativeUpdate(User, { id: user.userId }, { passwordHash: await hash(typed) });
    expect((await login(user.email, typed)).status).toBe(200);
  });

  test('counts its letters, not their code points', async () => {
    const user = await api.signUp();
    const short = { currentPassword: user.password, newPassword: 'éèàùâ'.normalize('NFD') };
    expect(short.newPassword).toHaveLength(10);
    expect((await user.post('/auth/password', short)).status).toBe(400);
  });
});

describe('changing the password', () => {
  test('ends the sessions elsewhere, and links that would set another', async () => {
    const user = await api.signUp();
    const elsewhere = (await login(user.email, user.password)).body;
    const token = await makeToken(user);
    const { status, body } = await user.post('/auth/password', { currentPassword: user.password, newPassword });
    expect([status, body]).toEqual([200, { changed: true }]);

    expect((await user.get('/auth/me')).status).toBe(200);
    const me = await api.request('/auth/me', { headers: { authorization: `Bearer ${elsewhere.accessToken}` } });
    expect(me.status).toBe(401);
    expect((await post('/auth/refresh', { refreshToken: elsewhere.refreshToken })).status).toBe(401);
    expect((await reset(token)).body.code).toBe('token.invalid');
    expect((await login(user.email, user.password)).status).toBe(401);
    expect((await login(user.email, newPassword)).status).toBe(200);
    expect(await auditOf(user, 'password.changed')).toMatchObject([{ actor: 'user', actorId: user.userId }]);
  });

  test('needs the current one', async () => {
    const user = await api.signUp();
    const { status, body } = await user.post('/auth/password', { currentPassword: 'wrong', newPassword });
    expect([status, body.code]).toEqual([401, 'auth.invalid_credentials']);
    expect((await login(user.email, user.password)).status).toBe(200);
    expect(await auditOf(user, 'password.changed')).toEqual([]);
  });

  test('cannot be used to guess the current one', async () => {
    const user = await api.signUp();
    for (let guess = 0; guess < 10; guess += 1)
      await user.post('/auth/password', { currentPassword: `guess ${guess}`, newPassword });
    const { status, body } = await user.post('/auth/password', { currentPassword: user.password, newPassword });
    expect([status, body.code]).toEqual([429, 'rate.limited']);
  });

  test.each<[string, (user: SignedIn) => string]>([
    ['nine characters', () => 'neuf char'],
    ['more than 1024', () => 'x'.repeat(1025)],
    ['the same', (user) => user.password],
    ['the address', (user) => user.email.toUpperCase()],
  ])('refuses %s', async (_name, choose) => {
    const user = await api.signUp();
    const { status, body } = await user.post('/auth/password', {
      currentPassword: user.password,
      newPassword: choose(user),
    });
    expect([status, body.errors?.[0].path]).toEqual([400, 'body.newPassword']);
  });

  test('is for people', async () => {
    const user = await api.signUp();
    const { body } = await user.post('/dashboard/api-keys', { name: 'n8n', scopes: ['calls:read'] });
    const { status } = await api.request('/auth/password', {
      method: 'POST',
      headers: { authorization: `Bearer ${body.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ currentPassword: user.password, newPassword }),
    });
    expect(status).toBe(403);
  });
});

describe('resetting the password', () => {
  test('ends every session; the user signs in anew', async () => {
    const user = await api.signUp();
    const { status, body } = await reset(await makeToken(user));
    expect([status, body]).toEqual([200, { reset: true }]);
    expect((await user.get('/auth/me')).status).toBe(401);
    expect((await post('/auth/refresh', { refreshToken: user.refreshToken })).status).toBe(401);
    expect((await login(user.email, user.password)).status).toBe(401);
    expect((await login(user.email, newPassword)).status).toBe(200);
    expect(await auditOf(user, 'password.reset')).toMatchObject([
      { actor: 'user', actorId: user.userId, actorName: user.email, tenantId: user.tenantId },
    ]);
  });

  test('works once, however many come at the same time', async () => {
    const token = await makeToken(await api.signUp());
    const answers = await Promise.all([reset(token), reset(token), reset(token)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400, 400]);
    expect((await reset(token)).body.code).toBe('token.invalid');
  });

  test('a password that is refused does not use the link up', async () => {
    const user = await api.signUp();
    const token = await makeToken(user);
    const { status } = await post('/auth/password/reset', { token, newPassword: user.email });
    expect(status).toBe(400);
    expect((await reset(token)).status).toBe(200);
  });

  test('helps a user who is locked out by guesses', async () => {
    const user = await api.signUp();
    for (let guess = 0; guess < 10; guess += 1) await login(user.email, `guess ${guess}`);
    expect((await login(user.email, user.password)).status).toBe(429);
    await reset(await makeToken(user));
    expect((await login(user.email, newPassword)).status).toBe(200);
  });

  test.each<[string, (user: SignedIn) => Promise<string>]>([
    ['never was', async () => `pwr_${'0'.repeat(43)}`],
    ['has expired', (user) => makeToken(user, 'password_reset', -1)],
    ['is an invitation', (user) => makeToken(user, 'invitation')],
    ['was followed by another', async (user) => [await makeToken(user), await makeToken(user)][0] ?? ''],
    [
      'is for a deactivated user',
      async (user) => {
        const token = await makeToken(user);
        await systemEm(api.app.orm).nativeUpdate(User, { id: user.userId }, { deactivatedAt: new Date() });
        return token;
      },
    ],
  ])('a link that %s is refused', async (_name, make) => {
    const user = await api.signUp();
    const { status, body } = await reset(await make(user));
    expect([status, body.code]).toEqual([400, 'token.invalid']);
  });
});

describe('asking for a link', () => {
  const forgot = (email: string, on = api) => post('/auth/password/forgot', { email }, on);

  test('is answered before a user is looked up, known or not', async () => {
    const user = await api.signUp();
    const { promise: letGo, resolve } = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    let holding = 0;
    // Every connection to PostgreSQL is taken: a lookup would have to wait.
    const holders = Array.from({ length: 4 }, () =>
      systemEm(api.app.orm).transactional(async (em) => {
        await em.execute('select 1');
        holding += 1;
        if (holding === 4) held.resolve();
        await letGo;
      }),
    );
    await held.promise;
    const answers = [await forgot(user.email), await forgot('nobody@example.test')];
    resolve();
    await Promise.all(holders);
    for (const { status, body } of answers) expect([status, body]).toEqual([202, { accepted: true }]);
  });

  test('begins a mail for those who have a password, before the API stops', async () => {
    const own = await startTestApi();
    const { workflow } = own.app.temporal;
    const [known, deactivated, invited] = await Promise.all([own.signUp(), own.signUp(), own.signUp()]);
    const em = systemEm(own.app.orm);
    await em.nativeUpdate(User, { id: deactivated.userId }, { deactivatedAt: new Date() });
    await em.nativeUpdate(User, { id: invited.userId }, { passwordHash: null });
    for (const email of [known.email.toUpperCase(), deactivated.email, invited.email, 'nobody@example.test']) {
      expect((await forgot(email, own)).status).toBe(202);
    }
    await own.api.stop();

    const described = (user: SignedIn) => workflow.getHandle(passwordResetWorkflowId(user)).describe();
    expect((await described(known)).type).toBe('passwordResetMailWorkflow');
    await expect(described(deactivated)).rejects.toThrow('not found');
    await expect(described(invited)).rejects.toThrow('not found');
    expect(await em.find(UserToken, { userId: known.userId })).toEqual([]);
    await own.app.close();
  });
});
