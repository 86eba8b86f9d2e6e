import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newAddress } from '../support/addresses.ts';
import { startTestApi, type Answer, type SignedIn, type TestApi } from '../support/http.ts';

const settings = { RATE_LIMIT_PER_MINUTE: '6', RATE_LIMIT_ADDRESS_PER_MINUTE: '8', TRUSTED_PROXY_HOPS: '1' };
let api: TestApi;
beforeAll(async () => void (api = await startTestApi(settings)));
afterAll(() => api.stop());

const from = (address: string) => ({ 'x-forwarded-for': address });

const repeat = async (times: number, ask: () => Promise<Answer>): Promise<number[]> => {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) statuses.push((await ask()).status);
  return statuses;
};
const all = (status: number, times: number) => Array.from({ length: times }, () => status);

const limitsIn = ({ headers }: Answer) =>
  ['policy', 'limit', 'remaining'].map((field) => headers.get(`ratelimit-${field}`));
const resetIn = ({ headers }: Answer): number => Number(headers.get('ratelimit-reset'));

describe('a user', () => {
  test('sees what is left, and is refused when nothing is', async () => {
    const user = await api.signUp();
    const first = await user.get('/auth/me');
    expect(limitsIn(first)).toEqual(['6;w=60', '6', '5']);
    expect(resetIn(first)).toBeGreaterThan(50);
    expect(await repeat(5, () => user.get('/auth/me'))).toEqual(all(200, 5));
    const refused = await user.get('/auth/me');
    expect([refused.status, refused.body.code]).toEqual([429, 'rate.limited']);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(limitsIn(refused)).toEqual(['6;w=60', '6', '0']);
    expect(resetIn(refused)).toBeGreaterThan(50);
    expect(refused.headers.get('retry-after')).toBe(String(resetIn(refused)));
  });

  test('is the same one from every address and in every process', async () => {
    const user = await api.signUp();
    const other = await startTestApi(settings);
    const elsewhere = () =>
      other.request('/auth/me', { headers: { authorization: `Bearer ${user.token}`, ...from(newAddress()) } });
    expect(await repeat(4, () => user.get('/auth/me', from(newAddress())))).toEqual(all(200, 4));
    expect(await repeat(3, elsewhere)).toEqual([200, 200, 429]);
    expect((await user.get('/auth/me', from(newAddress()))).status).toBe(429);
    await other.stop();
  });

  test('does not suffer from a neighbour at the same address', async () => {
    const office = from(newAddress());
    const [quiet, busy] = [await api.signUp(), await api.signUp()];
    expect((await quiet.get('/auth/me', office)).status).toBe(200);
    expect((await repeat(12, () => busy.get('/auth/me', office))).slice(6)).toEqual(all(429, 6));
    // And one who sends rubbish.
    await repeat(12, () => api.request('/auth/me', { headers: { authorization: 'Bearer rubbish', ...office } }));
    expect((await quiet.get('/auth/me', office)).status).toBe(200);
  });

  test('and an API key are two', async () => {
    const user = await api.signUp();
    const { body } = await user.post(
      '/dashboard/api-keys',
      { name: 'n8n', scopes: ['calls:read'] },
      { 'idempotency-key': randomUUID() },
    );
    const byKey = () => api.request('/dashboard/calls', { headers: { authorization: `Bearer ${body.key}` } });
    expect(await repeat(7, byKey)).toEqual([...all(200, 6), 429]);
    expect((await user.get('/auth/me')).status).toBe(200);
  });
});

describe('an address', () => {
  test('from which no user has signed in is refused in the end', async () => {
    const headers = from(newAddress());
    const ask = () => api.request('/.well-known/jwks.json', { headers });
    expect(limitsIn(await ask())).toEqual(['8;w=60', '8', '7']);
    expect(await repeat(8, ask)).toEqual([...all(200, 7), 429]);
    expect((await ask()).headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await api.request('/.well-known/jwks.json', { headers: from(newAddress()) })).status).toBe(200);
  });

  test('that tries tokens is refused', async () => {
    const headers = from(newAddress());
    const ask = () => api.request('/auth/me', { headers: { ...headers, authorization: `Bearer rk_${randomUUID()}` } });
    expect(await repeat(9, ask)).toEqual([...all(401, 8), 429]);
  });

  test('is what our proxy says, whatever the client claims', async () => {
    const address = newAddress();
    const ask = () => api.request('/.well-known/jwks.json', { headers: from(`${newAddress()}, 10.0.0.1, ${address}`) });
    expect(await repeat(9, ask)).toEqual([...all(200, 8), 429]);
  });

  test('is a whole network in IPv6', async () => {
    const network = newAddress().replace(/1$/, '');
    let host = 0;
    const ask = () => api.request('/.well-known/jwks.json', { headers: from(`${network}${(host += 1)}`) });
    expect(await repeat(9, ask)).toEqual([...all(200, 8), 429]);
  });

  test('of a probe is never refused', async () => {
    const headers = from(newAddress());
    const answers = await repeat(20, () => api.request('/health/live', { headers }));
    expect(answers).toEqual(all(200, 20));
    expect(limitsIn(await api.request('/health', { headers }))).toEqual([null, null, null]);
  });

  test('of an office that loads a page is never refused', async () => {
    const headers = from(newAddress());
    for (const path of ['/', '/api-docs', '/openapi.json', '/assets/app.js', '/assets/another-version/app.js']) {
      const answers = await repeat(9, () => api.request(path, { headers }));
      expect([path, answers]).toEqual([path, all(200, 9)]);
    }
    // What is not a page still counts.
    const post = () => api.request('/', { method: 'POST', headers });
    expect(await repeat(9, post)).toEqual([...all(405, 8), 429]);
  });

  test('of a provider is never refused', async () => {
    const headers = from(newAddress());
    const webhook = () => api.request('/webhooks/twilio/nobody', { method: 'POST', headers, body: 'CallSid=CA1' });
    expect(await repeat(20, webhook)).toEqual(all(404, 20));
  });
});

test('without a proxy of ours a client cannot choose its address', async () => {
  const direct = await startTestApi({ RATE_LIMIT_ADDRESS_PER_MINUTE: '3' });
  const ask = () => direct.request('/.well-known/jwks.json', { headers: from(newAddress()) });
  expect(await repeat(4, ask)).toEqual([200, 200, 200, 429]);
  await direct.stop();
});

describe('pages of other origins', () => {
  const ours = 'https://app.example.test';
  let crossing: TestApi;
  let owner: SignedIn;
  beforeAll(async () => {
    crossing = await startTestApi({
      CORS_ORIGINS: `https://first.example.test, ${ours}`,
      RATE_LIMIT_ADDRESS_PER_MINUTE: '30',
    });
    owner = await crossing.signUp();
  });
  afterAll(() => crossing.stop());

  const preflight = (origin: string) =>
    crossing.request('/auth/login', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });
  const corsHeaders = ({ headers }: Answer) => [...headers.keys()].filter((name) => name.startsWith('access-control-'));

  test('that we know may ask, and remember that they may', async () => {
    const { status, headers } = await preflight(ours);
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, ours]);
    expect(headers.get('access-control-allow-methods')).toBe('GET,HEAD,POST,PUT,PATCH,DELETE');
    expect(headers.get('access-control-allow-headers')?.split(',')).toEqual(
      expect.arrayContaining(['authorization', 'content-type', 'idempotency-key', 'if-match']),
    );
    expect(headers.get('access-control-max-age')).toBe('3600');
    expect(headers.get('vary')).toContain('Origin');
    expect(headers.has('access-control-allow-credentials')).toBe(false);
  });

  test('that we know read the answer and the headers that they need', async () => {
    const { headers } = await owner.get('/dashboard/calls', { origin: ours });
    expect(headers.get('access-control-allow-origin')).toBe(ours);
    expect(headers.get('access-control-expose-headers')?.split(',')).toEqual(
      expect.arrayContaining(['x-request-id', 'ratelimit-remaining', 'retry-after', 'etag', 'idempotent-replayed']),
    );
  });

  test('that we know read problems too', async () => {
    const unauthorised = await crossing.request('/auth/me', { headers: { origin: ours } });
    expect([unauthorised.status, unauthorised.headers.get('access-control-allow-origin')]).toEqual([401, ours]);
    await repeat(40, () => crossing.request('/nowhere', { headers: { origin: ours } }));
    const refused = await crossing.request('/nowhere', { headers: { origin: ours } });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([429, ours]);
  });

  test.each(['https://evil.test', 'https://app.example.test.evil.test', 'http://app.example.test', 'null', ''])(
    'that we do not know get nothing: %s',
    async (origin) => {
      expect(corsHeaders(await preflight(origin))).toEqual([]);
      expect(corsHeaders(await owner.get('/auth/me', { origin }))).toEqual([]);
    },
  );

  test('have no business with webhooks', async () => {
    const init = { method: 'POST', headers: { origin: ours }, body: '{}' };
    expect(corsHeaders(await crossing.request('/webhooks/vapi/nobody', init))).toEqual([]);
  });

  test('are none by default', async () => {
    expect(corsHeaders(await api.request('/health', { headers: { origin: ours } }))).toEqual([]);
  });
});
