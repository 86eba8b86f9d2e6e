import { afterAll, beforeAll, expect, test } from 'vitest';
import { AuditEvent, Session } from '../../src/db/entities.ts';
import { systemEm, tenantEm } from '../../src/db/core/tenancy.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';

let api: TestApi;
beforeAll(async () => void (api = await startTestApi()));
afterAll(() => api.stop());

const refresh = (refreshToken: string, userAgent = 'the dashboard') =>
  api.request('/auth/refresh', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': userAgent },
    body: JSON.stringify({ refreshToken }),
  });
const opens = async (token: string): Promise<number> =>
  (await api.request('/dashboard/calls', { headers: { authorization: `Bearer ${token}` } })).status;
const sessionsOf = ({ tenantId, userId }: SignedIn) => tenantEm(api.app.orm, tenantId).find(Session, { userId });
const newUser = () => api.signUp();

test('a refresh token is exchanged for new tokens of the same session', async () => {
  const user = await newUser();
  const first = await refresh(user.refreshToken);
  expect(first.status).toBe(200);
  expect(first.body).toMatchObject({ expiresIn: 900, tokenType: 'Bearer', user: { email: user.email } });
  expect(first.body.refreshToken).not.toBe(user.refreshToken);
  const second = await refresh(first.body.refreshToken);
  expect(await opens(second.body.accessToken)).toBe(200);
  expect(await sessionsOf(user)).toHaveLength(1);
});

/** Since all that was exchanged. */
const pass = ({ tenantId }: SignedIn, seconds: number) =>
  systemEm(api.app.orm).execute(
    'update refresh_tokens set used_at = used_at - make_interval(secs => ?) where tenant_id = ?',
    [seconds, tenantId],
  );

test('one whose answer was lost brings the same one again, for its client and for some seconds', async () => {
  const user = await newUser();
  const lost = await refresh(user.refreshToken);
  await pass(user, 5);
  const again = await refresh(user.refreshToken);
  expect([again.status, again.body.refreshToken]).toEqual([200, lost.body.refreshToken]);
  expect([await opens(again.body.accessToken), await opens(lost.body.accessToken)]).toEqual([200, 200]);
  const next = await refresh(again.body.refreshToken);
  expect(next.status).toBe(200);
  expect((await refresh(next.body.refreshToken)).status).toBe(200);
  expect(await sessionsOf(user)).toMatchObject([{ revokedAt: null }]);
});

test('another client is a thief, however soon it comes', async () => {
  const user = await newUser();
  const { body } = await refresh(user.refreshToken);
  expect((await refresh(user.refreshToken, 'curl/8')).status).toBe(401);
  expect(await opens(body.accessToken)).toBe(401);
  expect(await sessionsOf(user)).toMatchObject([{ revokedBecause: 'refresh_reused' }]);
});

test('an exchange whose answer was used cannot be repeated', async () => {
  const user = await newUser();
  const { body } = await refresh(user.refreshToken);
  await refresh(body.refreshToken);
  expect((await refresh(user.refreshToken)).status).toBe(401);
  expect(await sessionsOf(user)).toMatchObject([{ revokedBecause: 'refresh_reused' }]);
});

test('one that comes back after its exchange ends the session, for the thief as for the user', async () => {
  const user = await newUser();
  const { body } = await refresh(user.refreshToken);
  await pass(user, 11);
  const stolen = await refresh(user.refreshToken);
  expect([stolen.status, stolen.body.code]).toEqual([401, 'auth.refresh_invalid']);
  expect((await refresh(body.refreshToken)).status).toBe(401);
  expect([await opens(body.accessToken), await opens(user.token)]).toEqual([401, 401]);
  expect(await sessionsOf(user)).toMatchObject([{ revokedBecause: 'refresh_reused' }]);
  const noted = { targetId: user.userId, action: 'session.reuse_detected' };
  expect(await tenantEm(api.app.orm, user.tenantId).count(AuditEvent, noted)).toBe(1);
});

test('of two exchanges at the same time both bring the same', async () => {
  const user = await newUser();
  const answers = await Promise.all([refresh(user.refreshToken), refresh(user.refreshToken)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1);
});

test('of two clients at the same time one wins, and the session ends', async () => {
  const user = await newUser();
  const answers = await Promise.all([refresh(user.refreshToken, 'one'), refresh(user.refreshToken, 'another')]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 401]));
  expect(await opens(user.token)).toBe(401);
});

test.each(['', 'rt_unknown', 'x'.repeat(201)])('%j is refused as a refresh token', async (token) => {
  expect((await refresh(token)).status).toBe(token === 'rt_unknown' ? 401 : 400);
});

test('an access token refreshes nothing', async () => {
  expect((await refresh((await newUser()).token.slice(0, 200))).status).toBe(401);
});

test('a session has an end, however often it is refreshed', async () => {
  const user = await newUser();
  await systemEm(api.app.orm).nativeUpdate(Session, { userId: user.userId }, { expiresAt: new Date() });
  expect([(await refresh(user.refreshToken)).status, await opens(user.token)]).toEqual([401, 401]);
});

test('a session that was not used for two weeks is over', async () => {
  const user = await newUser();
  await systemEm(api.app.orm).execute(
    "update refresh_tokens set created_at = now() - interval '15 days' where tenant_id = ?",
    [user.tenantId],
  );
  expect((await refresh(user.refreshToken)).status).toBe(401);
});

test('signing out ends the session at once, and no other', async () => {
  const user = await newUser();
  const again = await api.request('/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: user.email, password: user.password }),
  });
  expect((await user.post('/auth/logout', {})).body).toEqual({ signedOut: true });
  expect(await opens(user.token)).toBe(401);
  expect((await refresh(user.refreshToken)).status).toBe(401);
  expect(await opens(again.body.accessToken)).toBe(200);
});

test('signing out everywhere ends them all', async () => {
  const user = await newUser();
  const { body } = await api.request('/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: user.email, password: user.password }),
  });
  await user.post('/auth/logout', { everywhere: true });
  expect([await opens(user.token), await opens(body.accessToken)]).toEqual([401, 401]);
});

test('a stranger’s session is left alone', async () => {
  const [user, other] = [await newUser(), await newUser()];
  await user.post('/auth/logout', { everywhere: true });
  expect(await opens(other.token)).toBe(200);
});

test('neither token is kept in the clear', async () => {
  const user = await newUser();
  const { body } = await refresh(user.refreshToken);
  const rows = await systemEm(api.app.orm).execute('select * from refresh_tokens where tenant_id = ?', [user.tenantId]);
  expect(rows).toHaveLength(2);
  for (const token of [user.refreshToken, body.refreshToken])
    expect(JSON.stringify(rows)).not.toContain(token.slice(3));
});
