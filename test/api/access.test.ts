import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRoutes } from '../../src/api/routes.ts';
import { permissionsOf, roles } from '../../src/domain/people/permissions.ts';
import { createProviders } from '../../src/providers/registry.ts';
import { operatorKey, startTestApi, type SignedIn, type TestApi } from '../support/http.ts';

let api: TestApi;
let owner: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
});
afterAll(() => api.stop());

const statusWith = async (authorization: string | undefined, path = '/dashboard/calls'): Promise<number> =>
  (await api.request(path, { headers: authorization === undefined ? {} : { authorization } })).status;

test.each<[string, (token: string) => string | undefined, number]>([
  ['a token', (token) => `Bearer ${token}`, 200],
  ['the scheme in lower case', (token) => `bearer ${token}`, 200],
  ['nothing', () => undefined, 401],
  ['no scheme', (token) => token, 401],
  ['another scheme', (token) => `Basic ${token}`, 401],
  ['a scheme alone', () => 'Bearer', 401],
  ['two tokens', (token) => `Bearer ${token} ${token}`, 401],
  ['an API key that never was', () => 'Bearer rk_0000000000000000000000000000000000000000000', 401],
  ["the operator's key", () => `Bearer ${operatorKey}`, 401],
])('with %s: status %#', async (_name, authorization, expected) => {
  expect(await statusWith(authorization(owner.token))).toBe(expected);
});

const nowhere = 'http://127.0.0.1:1';
const routes = createRoutes(createProviders({ providerUrls: { twilio: nowhere, signalwire: nowhere, vapi: nowhere } }));
const guarded = routes.flatMap(({ contract: { method, path, permission } }) =>
  ['public', 'operator', 'signed-in'].includes(permission) ? [] : [{ method: method.toUpperCase(), path, permission }],
);

describe.each(roles)('as %s', (role) => {
  let user: SignedIn;
  beforeAll(async () => void (user = role === 'owner' ? owner : await api.signUpUser(owner, role)));

  test('every route opens with its permission, and only with it', async () => {
    const mine: readonly string[] = permissionsOf(role);
    for (const { method, path, permission } of guarded) {
      // An id that is not there, and no body: a caller who is let in gets another error than `auth.forbidden`.
      const { status, body } = await user.send(method, path.replaceAll(/:\w+/g, crypto.randomUUID()));
      const isKeptOut = status === 403 && body.code === 'auth.forbidden';
      expect([method, path, isKeptOut]).toEqual([method, path, !mine.includes(permission)]);
    }
  });
});

test("the operator's routes open with the operator's key alone", async () => {
  const operated = routes.filter(({ contract }) => contract.permission === 'operator');
  expect(operated).not.toEqual([]);
  for (const { contract } of operated) {
    const [method, path] = [contract.method.toUpperCase(), contract.path.replaceAll(/:\w+/g, crypto.randomUUID())];
    expect((await owner.send(method, path)).status).toBe(401);
    expect((await api.request(path, { method })).status).toBe(401);
    expect((await api.operate(method, path)).status).not.toBe(401);
  }
});
