import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicUrl, startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { jwtPrivateKey } from '../support/keys.ts';

let api: TestApi;
let owner: SignedIn;
let kid: string;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
  kid = await calculateJwkThumbprint(await exportJWK(createPublicKey(jwtPrivateKey)));
});
afterAll(() => api.stop());

const ours = () => createPublicKey(jwtPrivateKey);
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (): number => Math.floor(Date.now() / 1000);
const claims = (changes: object = {}) => ({
  sub: randomUUID(),
  tenant_id: owner.tenantId,
  role: 'owner',
  iss: publicUrl,
  aud: 'ai-receptionist',
  iat: seconds(),
  exp: seconds() + 600,
  ...changes,
});

const sign = (changes: object = {}, header: object = {}, key = jwtPrivateKey): Promise<string> =>
  new SignJWT(claims(changes))
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid, ...header })
    .sign(createPrivateKey(key));

const statusWith = async (token: string): Promise<number> =>
  (await api.request('/dashboard/calls', { headers: { authorization: `Bearer ${token}` } })).status;

test('a well-made token opens the door', async () => {
  expect(await statusWith(await sign())).toBe(200);
  expect(await statusWith(owner.token)).toBe(200);
});

test('the public key is published under its thumbprint', async () => {
  const { body } = await api.request('/.well-known/jwks.json');
  expect(body.keys).toEqual([expect.objectContaining({ kid, alg: 'RS256', use: 'sig', kty: 'RSA' })]);
  expect(body.keys[0]).not.toHaveProperty('d');
});

const otherKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey;

/** Signed with the public key as if it were a shared secret. */
const confused = (): string => {
  const text = `${encode({ alg: 'HS256', typ: 'at+jwt', kid })}.${encode(claims())}`;
  const pem = ours().export({ type: 'spki', format: 'pem' });
  return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
};

const forged: Record<string, () => string | Promise<string>> = {
  'alg none': () => `${encode({ alg: 'none', typ: 'at+jwt' })}.${encode(claims())}.`,
  'alg None': () => `${encode({ alg: 'None', typ: 'at+jwt', kid })}.${encode(claims())}.`,
  'HS256 with the public key': confused,
  'an empty signature': async () => (await sign()).replace(/[^.]*$/, ''),
  'a changed payload': async () =>
    (await sign()).replace(/\.[^.]*\./, `.${encode(claims({ tenant_id: randomUUID() }))}.`),
  'another key': () => sign({}, {}, otherKey),
  'another key under its own id': () => sign({}, { kid: 'another' }, otherKey),
  'another audience': () => sign({ aud: 'another' }),
  'no audience': () => sign({ aud: undefined }),
  'another issuer': () => sign({ iss: 'https://evil.example' }),
  'another type': () => sign({}, { typ: 'JWT' }),
  'an expired one': () => sign({ iat: seconds() - 7200, exp: seconds() - 3600 }),
  'one without expiry': () => sign({ exp: undefined }),
  'one from the future': () => sign({ nbf: seconds() + 600 }),
  'one without tenant': () => sign({ tenant_id: undefined }),
  'one with an unknown role': () => sign({ role: 'emperor' }),
  'a critical header we do not know': async () =>
    `${encode({ alg: 'RS256', kid, typ: 'at+jwt', crit: ['b64'], b64: false })}.${encode(claims())}.AAAA`,
  'not a token': () => 'abc',
  nothing: () => '',
};

test.each(Object.entries(forged))('refused: %s', async (_name, forge) => {
  expect(await statusWith(await forge())).toBe(401);
});

test('an invalid token is told apart from a missing one', async () => {
  const { headers, body } = await api.request('/dashboard/calls', { headers: { authorization: 'Bearer abc' } });
  expect(headers.get('www-authenticate')).toContain('error="invalid_token"');
  expect(body.code).toBe('auth.required');
  const expired = await api.request('/dashboard/calls', {
    headers: { authorization: `Bearer ${await sign({ iat: seconds() - 7200, exp: seconds() - 3600 })}` },
  });
  expect(expired.body.detail).toContain('expired');
});
