import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, decodeJwt, exportJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicUrl, startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { jwtPrivateKey } from '../support/keys.ts';

let api: TestApi;
let owner: SignedIn;
let kid: string;
let sessionId: string;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
  sessionId = String(decodeJwt(owner.token)['sid']);
  kid = await calculateJwkThumbprint(await exportJWK(createPublicKey(jwtPrivateKey)));
});
afterAll(() => api.stop());

const ours = () => createPublicKey(jwtPrivateKey);
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (): number => Math.floor(Date.now() / 1000);
const claims = (changes: object = {}) => ({
  sub: owner.userId,
  tenant_id: owner.tenantId,
  sid: sessionId,
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

const unsigned = (alg: string): string => `${encode({ alg, typ: 'at+jwt', kid })}.${encode(claims())}.`;

const otherJwk = await exportJWK(createPublicKey(otherKey));

const forged: Record<string, () => string | Promise<string>> = {
  'alg none': () => unsigned('none'),
  'alg None': () => unsigned('None'),
  'alg NONE': () => unsigned('NONE'),
  'alg nOnE': () => unsigned('nOnE'),
  'no alg': () => unsigned(''),
  'alg none without key id': () => `${encode({ alg: 'none', typ: 'at+jwt' })}.${encode(claims())}.`,
  'alg none with a signature': async () => unsigned('none') + (await sign()).split('.')[2],
  'PS256 with our own key': () => sign({}, { alg: 'PS256' }),
  'RS512 with our own key': () => sign({}, { alg: 'RS512' }),
  'HS256 with the public key': confused,
  'an empty signature': async () => (await sign()).replace(/[^.]*$/, ''),
  'a changed payload': async () =>
    (await sign()).replace(/\.[^.]*\./, `.${encode(claims({ tenant_id: randomUUID() }))}.`),
  'another key': () => sign({}, {}, otherKey),
  'another key, brought along': () => sign({}, { jwk: otherJwk }, otherKey),
  'another key, brought along without id': () => sign({}, { jwk: otherJwk, kid: undefined }, otherKey),
  'another key, to be fetched': () => sign({}, { jku: 'https://evil.example/jwks.json', kid: 'evil' }, otherKey),
  'another certificate, to be fetched': () => sign({}, { x5u: 'https://evil.example/cert.pem' }, otherKey),
  'another certificate, brought along': () => sign({}, { x5c: ['MIIB'], kid: 'evil' }, otherKey),
  'a key id that is a path': () => sign({}, { kid: '../../../../dev/null' }, otherKey),
  'a key id that is SQL': () => sign({}, { kid: "' or 1=1 --" }, otherKey),
  'another key under its own id': () => sign({}, { kid: 'another' }, otherKey),
  'another audience': () => sign({ aud: 'another' }),
  'no audience': () => sign({ aud: undefined }),
  'another issuer': () => sign({ iss: 'https://evil.example' }),
  'another type': () => sign({}, { typ: 'JWT' }),
  'no type': () => sign({}, { typ: undefined }),
  'an identity token': () => sign({}, { typ: 'id+jwt' }),
  'several audiences, none of them ours': () => sign({ aud: ['another', 'AI-RECEPTIONIST'] }),
  'an expired one': () => sign({ iat: seconds() - 7200, exp: seconds() - 3600 }),
  'one without expiry': () => sign({ exp: undefined }),
  'one that holds later': () => sign({ nbf: seconds() + 600 }),
  'one from the future': () => sign({ iat: seconds() + 600, exp: seconds() + 1200 }),
  'one that never ends': () => sign({ iat: seconds() - 7200, exp: seconds() + 1e9 }),
  'one without tenant': () => sign({ tenant_id: undefined }),
  'one without session': () => sign({ sid: undefined }),
  'one of a session that never was': () => sign({ sid: randomUUID() }),
  "one of another user's session": () => sign({ sub: randomUUID() }),
  "one of another tenant's session": () => sign({ tenant_id: randomUUID() }),
  'a critical header we do not know': async () =>
    `${encode({ alg: 'RS256', kid, typ: 'at+jwt', crit: ['b64'], b64: false })}.${encode(claims())}.AAAA`,
  'not a token': () => 'abc',
  nothing: () => '',
};

test.each(Object.entries(forged))('refused: %s', async (_name, forge) => {
  expect(await statusWith(await forge())).toBe(401);
});

test('an invalid token is answered differently from a missing one', async () => {
  const { headers, body } = await api.request('/dashboard/calls', { headers: { authorization: 'Bearer abc' } });
  expect(headers.get('www-authenticate')).toContain('error="invalid_token"');
  expect(body.code).toBe('auth.required');
  const expired = await api.request('/dashboard/calls', {
    headers: { authorization: `Bearer ${await sign({ iat: seconds() - 7200, exp: seconds() - 3600 })}` },
  });
  expect(expired.body.detail).toContain('expired');
});

describe('with a second key in overlap', () => {
  const both = { JWT_OTHER_PUBLIC_KEYS: createPublicKey(otherKey).export({ type: 'spki', format: 'pem' }).toString() };

  test('its tokens are good too, and both keys are published', async () => {
    const rotated = await startTestApi(both);
    const thumbprint = await calculateJwkThumbprint(otherJwk);
    const token = await sign({}, { kid: thumbprint }, otherKey);
    const headers = { authorization: `Bearer ${token}` };
    expect((await rotated.request('/dashboard/calls', { headers })).status).toBe(200);
    const { body } = await rotated.request('/.well-known/jwks.json');
    expect(body.keys.map((key: { kid: string }) => key.kid)).toEqual([kid, thumbprint]);
    await rotated.stop();
  });

  test('without it they are not', async () => {
    expect(await statusWith(await sign({}, { kid: await calculateJwkThumbprint(otherJwk) }, otherKey))).toBe(401);
  });
});
