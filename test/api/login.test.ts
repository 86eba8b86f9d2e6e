import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { User } from '../../src/db/entities/index.ts';
import { systemEm } from '../../src/db/tenancy.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';

let api: TestApi;
let owner: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
});
afterAll(() => api.stop());

const login = (body: unknown) =>
  api.request('/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('the right password gives a token, the user and the tenant', async () => {
  const { status, body, headers } = await login({ email: owner.email.toUpperCase(), password: owner.password });
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body).toEqual({
    accessToken: expect.any(String),
    token: body.accessToken,
    tokenType: 'Bearer',
    expiresIn: 3600,
    user: {
      id: expect.any(String),
      email: owner.email,
      name: 'Odile',
      role: 'owner',
      permissions: expect.arrayContaining(['calls:read']),
    },
    tenant: { id: owner.tenantId, slug: owner.slug, name: 'Plomberie Essai', timeZone: 'America/Toronto' },
  });
  const user = await systemEm(api.ctx.orm).findOneOrFail(User, { email: owner.email });
  expect(Date.now() - Number(user.lastLoginAt)).toBeLessThan(60_000);
});

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await login({ email: owner.email, password: 'wrong' });
  const unknown = await login({ email: 'nobody@example.test', password: 'wrong' });
  expect(wrong.status).toBe(401);
  expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
  expect(wrong.body.code).toBe('auth.invalid_credentials');
});

test('an unknown address takes as long as a wrong password', async () => {
  const timed = async (email: string) => {
    const start = performance.now();
    await login({ email, password: 'wrong' });
    return performance.now() - start;
  };
  const known = [await timed(owner.email), await timed(owner.email), await timed(owner.email)].toSorted(
    (a, b) => a - b,
  );
  const unknown = [
    await timed('a@example.test'),
    await timed('b@example.test'),
    await timed('c@example.test'),
  ].toSorted((a, b) => a - b);
  // Without the decoy hash the unknown ones answer ten times faster.
  expect(unknown[1]).toBeGreaterThan((known[1] ?? 0) / 3);
});

test('guessing is slowed down for the account under attack, not for others', async () => {
  const victim = await api.signUp();
  for (let guess = 0; guess < 10; guess += 1) await login({ email: victim.email, password: `guess ${guess}` });
  const { status, body, headers } = await login({ email: victim.email, password: victim.password });
  expect([status, body.code]).toEqual([429, 'rate.limited']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await login({ email: owner.email, password: owner.password })).status).toBe(200);
});

describe('who am I', () => {
  test('with a token', async () => {
    const { status, body } = await owner.get('/auth/me');
    expect(status).toBe(200);
    expect(body.user.email).toBe(owner.email);
    expect(body.tenant.slug).toBe(owner.slug);
    expect(JSON.stringify(body)).not.toContain('argon2');
  });

  test('without one', async () => {
    const { status, headers } = await api.request('/auth/me');
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="ai-receptionist"']);
  });
});
