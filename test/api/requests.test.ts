import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { sendRaw } from '../support/raw.ts';

let api: TestApi;
let owner: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
});
afterAll(() => api.stop());

const raw = (bytes: string) => sendRaw(api.api.url, bytes);
const lines = (...all: string[]): string => `${all.join('\r\n')}\r\n\r\n`;
/** The last request on its connection. */
const request = (first: string, ...headers: string[]) => raw(lines(first, 'Host: x', 'Connection: close', ...headers));

describe('the address', () => {
  test('of 9,000 characters is too long', async () => {
    const { status, body } = await api.request(`/health?q=${'a'.repeat(9_000)}`);
    expect([status, body.code]).toEqual([414, 'request.uri_too_long']);
  });

  test.each([
    ['/dashboard/calls/%', 404],
    ['/dashboard/calls/%E0%A4%A', 404],
    ['/%ff', 404],
    ['/dashboard/calls?cursor=%', 400],
    ['/dashboard/calls?cursor=%ED%A0%80', 400],
    ['/dashboard/calls?cursor=%00', 400],
  ])('%s encodes nothing, and answers %i', async (path, expected) => {
    const { status, body } = await request(`GET ${path} HTTP/1.1`, `Authorization: Bearer ${owner.token}`);
    expect([status, body.status]).toEqual([expected, expected]);
  });

  test('may hold any text, encoded', async () => {
    const { status, body } = await owner.get(`/dashboard/calls/${encodeURIComponent('é/☎?%')}`);
    expect([status, body.code]).toEqual([404, 'resource.not_found']);
  });

  test('with a parameter twice does not fit', async () => {
    const { status, body } = await owner.get('/dashboard/calls?limit=1&limit=2');
    expect([status, body.code, body.errors[0].path]).toEqual([400, 'request.invalid', 'query.limit']);
  });

  test('with thousands of parameters is refused before they are read', async () => {
    const { status, body } = await owner.get(`/dashboard/calls?${'a&'.repeat(4_000)}`);
    expect([status, body.errors]).toMatchObject([
      400,
      [{ path: 'query', code: 'query.too_long', params: { maximum: 100 } }],
    ]);
  });

  test('with odd names is an ordinary one', async () => {
    const { status } = await owner.get('/dashboard/calls?__proto__[x]=1&constructor=2&limit=1');
    expect([200, 400]).toContain(status);
    expect({} as { x?: unknown }).not.toHaveProperty('x');
  });

  test.each(['GET http://elsewhere.test/health/live HTTP/1.1', 'GET /health/live? HTTP/1.1'])('%s', async (first) => {
    const { status, body } = await request(first);
    expect([status, body]).toEqual([200, { status: 'ok' }]);
  });

  test.each(['GET //health/live HTTP/1.1', 'GET /health/../auth/me HTTP/1.1', 'GET /HEALTH%2flive HTTP/1.1'])(
    '%s is another one',
    async (first) => {
      const { status, body } = await request(first);
      expect([status, body.code]).toEqual([404, 'route.not_found']);
    },
  );
});

describe('methods', () => {
  test.each(['TRACE', 'PROPFIND', 'DELETE'])('%s is not allowed', async (method) => {
    const { status, headers, body } = await request(`${method} /auth/login HTTP/1.1`);
    expect([status, body.code, headers['allow']]).toEqual([405, 'route.method_not_allowed', 'POST, OPTIONS']);
  });

  test('CONNECT gets an answer, not a tunnel', async () => {
    const { status, body } = await raw(lines('CONNECT elsewhere.test:443 HTTP/1.1', 'Host: elsewhere.test:443'));
    expect([status, body.code]).toEqual([400, 'request.malformed']);
  });

  test('an upgrade is ignored', async () => {
    const upgrade = lines('GET /health/live HTTP/1.1', 'Host: x', 'Connection: upgrade, close', 'Upgrade: websocket');
    expect((await raw(upgrade)).status).toBe(200);
  });

  test('a body that GET carries is ignored', async () => {
    const { status } = await raw(
      `${lines('GET /health/live HTTP/1.1', 'Host: x', 'Connection: close', 'Content-Length: 5')}hello`,
    );
    expect(status).toBe(200);
  });
});

describe('headers', () => {
  test('of 20 KB are too large', async () => {
    const { status, headers, body } = await request('GET /health HTTP/1.1', `Cookie: ${'a'.repeat(20_000)}`);
    expect([status, body.code, body.status]).toEqual([431, 'request.headers_too_large', 431]);
    expect(headers).toMatchObject({ 'content-type': 'application/problem+json', 'x-request-id': body.requestId });
  });

  test('a megabyte of them gets the same answer', async () => {
    const { status } = await request('GET /health HTTP/1.1', `Cookie: ${'a'.repeat(1_000_000)}`);
    expect(status).toBe(431);
  });

  test('are a hundred at most', async () => {
    const some = (count: number) => Array.from({ length: count }, (_, index) => `X-${index}: a`);
    expect((await request('GET /health HTTP/1.1', ...some(90))).status).toBe(200);
    const { status, body } = await request('GET /health HTTP/1.1', ...some(110));
    expect([status, body.code]).toEqual([431, 'request.headers_too_large']);
  });

  test.each<[string, string[]]>([
    ['no Host', []],
    ['two Hosts', ['Host: a', 'Host: b']],
  ])('%s', async (_name, hosts) => {
    const { status, body } = await raw(lines('GET /health HTTP/1.1', ...hosts, 'Connection: close'));
    expect([status, body.code]).toEqual([400, 'request.malformed']);
  });

  test('an unknown expectation is ignored', async () => {
    expect((await request('GET /health/live HTTP/1.1', 'Expect: cake')).status).toBe(200);
  });
});

describe('one request that two servers would read differently is refused', () => {
  const post = 'POST /auth/login HTTP/1.1';
  test.each<[string, string]>([
    ['length and chunks', lines(post, 'Host: x', 'Content-Length: 5', 'Transfer-Encoding: chunked') + '0\r\n\r\n'],
    ['chunks and length', lines(post, 'Host: x', 'Transfer-Encoding: chunked', 'Content-Length: 5') + '0\r\n\r\n'],
    ['two lengths', lines(post, 'Host: x', 'Content-Length: 2', 'Content-Length: 3') + '{}'],
    ['a list of lengths', lines(post, 'Host: x', 'Content-Length: 2, 2') + '{}'],
    ['a signed length', lines(post, 'Host: x', 'Content-Length: +2') + '{}'],
    ['an unknown coding', lines(post, 'Host: x', 'Transfer-Encoding: gzip') + '{}'],
    ['chunks not last', lines(post, 'Host: x', 'Transfer-Encoding: chunked, identity') + '0\r\n\r\n'],
    ['a space before the colon', lines(post, 'Host: x', 'Transfer-Encoding : chunked') + '0\r\n\r\n'],
    ['a folded line', lines(post, 'Host: x', 'Content-Type: application/json', ' ; charset=utf-8') + '{}'],
    ['NUL in a header', lines(post, 'Host: x', 'X-A: a\0b')],
    ['bare line feeds', 'GET /health HTTP/1.1\nHost: x\n\n'],
    ['a chunk size that is none', lines(post, 'Host: x', 'Transfer-Encoding: chunked') + '0x2\r\n{}\r\n0\r\n\r\n'],
    ['another protocol', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['an unknown method', lines('BREW /coffee HTTP/1.1', 'Host: x')],
  ])('%s', async (_name, bytes) => {
    const { status, headers, body } = await raw(bytes);
    expect([status, body.code]).toEqual([400, 'request.malformed']);
    expect(headers).toMatchObject({ connection: 'close', 'x-request-id': expect.any(String) });
  });

  test('endless chunk extensions', async () => {
    const chunks = `2;${'a'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`;
    const { status, body } = await raw(lines(post, 'Host: x', 'Transfer-Encoding: chunked') + chunks);
    expect([status, body.code]).toEqual([413, 'request.too_large']);
  });

  test('what follows on the connection is not served', async () => {
    const smuggled = `0\r\n\r\n${lines('GET /health/live HTTP/1.1', 'Host: x')}`;
    const bytes = lines(post, 'Host: x', 'Content-Length: 5', 'Transfer-Encoding: chunked') + smuggled;
    expect(JSON.stringify(await raw(bytes))).not.toContain('"ok"');
  });
});

describe('bodies', () => {
  test('in chunks are read like any other', async () => {
    const json = JSON.stringify({ email: owner.email, password: owner.password });
    const chunks = json.replaceAll(/./g, '1\r\n$&\r\n');
    const head = lines(
      'POST /auth/login HTTP/1.1',
      'Host: x',
      'Connection: close',
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
    );
    expect((await raw(`${head}${chunks}0\r\n\r\n`)).status).toBe(200);
  });

  const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 1]));
  const post = (value: unknown) =>
    api.request('/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(value),
    });

  test('with unknown keys are read and judged', async () => {
    const credentials = { email: owner.email, password: owner.password };
    expect((await post({ ...keys(4_000), ...credentials })).status).toBe(200);
  });

  test.each<[string, unknown]>([
    ['6,000 keys', keys(6_000)],
    ['30,000 items', Array(30_000).fill(1)],
  ])('with %s are refused in few words', async (_what, value) => {
    const { status, body } = await post(value);
    expect([status, body.code]).toEqual([400, 'request.malformed']);
  });
});

test('the API is there after all that', async () => {
  expect((await api.request('/health/live')).status).toBe(200);
});
