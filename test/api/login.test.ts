import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '../../src/api/access/passwords.ts';
import { User } from '../../src/db/entities.ts';
import { systemEm } from '../../src/db/core/tenancy.ts';
import { newAddress } from '../support/addresses.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';

let api: TestApi;
let owner: SignedIn;
beforeAll(async () => {
  api = await startTestApi({ TRUSTED_PROXY_HOPS: '1' });
  owner = await api.signUp();
});
afterAll(() => api.stop());

const here = newAddress();

const login = (body: unknown, address = here) =>
  api.request('/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
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
    expiresIn: 900,
    refreshToken: expect.stringMatching(/^rt_/),
    refreshExpiresAt: expect.any(String),
    user: {
      id: expect.any(String),
      email: owner.email,
      name: 'Odile',
      role: 'owner',
      permissions: expect.arrayContaining(['calls:read']),
    },
    tenant: {
      id: owner.tenantId,
      slug: owner.slug,
      name: 'Plomberie Essai',
      timeZone: 'America/Toronto',
      callRetentionMonths: 12,
      logRetentionDays: 90,
    },
  });
  const user = await systemEm(api.app.orm).findOneOrFail(User, { email: owner.email });
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
  const { userId } = await api.signUp();
  const passwordHash = await hashPassword('a password with all that its hash costs');
  await systemEm(api.app.orm).nativeUpdate(User, userId, { passwordHash });
  const { email } = await systemEm(api.app.orm).findOneOrFail(User, userId);
  /** In processor time, of which other programs take none. */
  const costOf = async (address: string) => {
    const before = process.cpuUsage();
    await login({ email: address, password: 'wrong' });
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  const middleOf = async (addresses: string[]) => {
    const costs: number[] = [];
    for (const address of addresses) costs.push(await costOf(address));
    return costs.toSorted((a, b) => a - b)[1] ?? 0;
  };
  const known = await middleOf([email, email, email]);
  // Without the decoy hash the unknown ones cost a fraction.
  expect(await middleOf(['a@example.test', 'b@example.test', 'c@example.test'])).toBeGreaterThan(known / 2);
});

describe('guessing', () => {
  let victim: SignedIn;
  beforeEach(async () => {
    victim = await api.signUp();
  });
  const rightPassword = (address: string) => login({ email: victim.email, password: victim.password }, address);
  const guess = async (times: number, address: () => string, email = victim.email): Promise<number[]> => {
    const statuses: number[] = [];
    for (let time = 0; time < times; time += 1) {
      statuses.push((await login({ email, password: `guess ${time}` }, address())).status);
    }
    return statuses;
  };
  const refused = (statuses: number[]): number => statuses.filter((status) => status === 429).length;

  test('is slowed down for the account under attack, not for others', async () => {
    const attacker = newAddress();
    expect(refused(await guess(12, () => attacker))).toBe(2);
    const { status, body, headers } = await rightPassword(attacker);
    expect([status, body.code]).toEqual([429, 'rate.limited']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await login({ email: owner.email, password: owner.password }, attacker)).status).toBe(200);
  });

  test('at many at a time is slowed down too', async () => {
    const attacker = newAddress();
    const statuses = await Promise.all(Array.from({ length: 20 }, () => guess(1, () => attacker)));
    expect(refused(statuses.flat())).toBe(10);
  });

  test('from everywhere is slowed down, and the owner signs in at home all the same', async () => {
    const home = newAddress();
    expect((await rightPassword(home)).status).toBe(200);
    expect(refused(await guess(55, newAddress))).toBe(5);
    const stranger = await rightPassword(newAddress());
    expect([stranger.status, Number(stranger.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await rightPassword(home)).status).toBe(200);
  });

  test('at an account that does not exist looks the same', async () => {
    const attacker = newAddress();
    const nobody = `${randomUUID()}@example.test`;
    const [known, unknown] = [await guess(12, () => attacker), await guess(12, () => attacker, nobody)];
    expect(unknown).toEqual(known);
  });
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
