import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';

let api: TestApi;
let owner: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
});
afterAll(() => api.stop());

const json = { 'content-type': 'application/json' };
const post = (body: string | Uint8Array<ArrayBuffer> | ReadableStream, headers: Record<string, string> = json) =>
  api.request('/auth/login', {
    method: 'POST',
    headers,
    body,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  });

test('a problem has the shape of RFC 9457', async () => {
  const { status, headers, body } = await api.request('/nowhere?token=secret', {
    headers: { 'x-request-id': 'abc-123' },
  });
  expect(status).toBe(404);
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(headers.get('x-request-id')).toBe('abc-123');
  expect(body).toEqual({
    type: 'urn:ai-receptionist:problem:route.not_found',
    title: 'There is no such route.',
    status: 404,
    code: 'route.not_found',
    requestId: 'abc-123',
  });
});

test('a malformed request id is replaced', async () => {
  const { headers } = await api.request('/health', { headers: { 'x-request-id': 'a b"<script>' } });
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('each thing that is wrong with a body is named', async () => {
  const { status, body } = await post('{"email": 7}');
  expect([status, body.code]).toEqual([400, 'request.invalid']);
  expect(body.errors).toEqual([
    { path: 'body.email', code: 'field.wrong_type', params: { expected: 'string' }, message: 'Expected string' },
    { path: 'body.password', code: 'field.required', params: {}, message: 'Required' },
  ]);
  expect(body.detail).toContain('body.email');
});

test.each<[string, string, string, Record<string, unknown>]>([
  ['not JSON', '{', 'body.not_json', {}],
  ['empty', '', 'body.missing', {}],
  ['nested too deep', `${'['.repeat(40)}${']'.repeat(40)}`, 'body.too_deep', { maximum: 32 }],
])('of one code, %s has a reason of its own', async (_name, text, reason, params) => {
  const { body } = await post(text);
  expect(body).toMatchObject({ code: 'request.malformed', reason, params, detail: expect.any(String) });
});

describe('methods', () => {
  test('a wrong one is answered with the right ones', async () => {
    const { status, headers, body } = await api.request('/dashboard/tenant/config/n8n', { method: 'DELETE' });
    expect([status, body.code]).toEqual([405, 'route.method_not_allowed']);
    expect(headers.get('allow')?.split(', ').toSorted()).toEqual(['GET', 'HEAD', 'OPTIONS', 'PUT']);
  });

  test('OPTIONS asks for them', async () => {
    const { status, headers } = await api.request('/auth/login', { method: 'OPTIONS' });
    expect([status, headers.get('allow')]).toEqual([204, 'POST, OPTIONS']);
  });

  test('HEAD has no body', async () => {
    const { status, body } = await api.request('/health', { method: 'HEAD' });
    expect([status, body]).toEqual([200, '']);
  });
});

describe('bodies', () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  test.each<[string, string | Uint8Array<ArrayBuffer>, number, string]>([
    ['not JSON', '{"email":', 400, 'request.malformed'],
    ['empty', '', 400, 'request.malformed'],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 400, 'request.malformed'],
    ['nested without end', deep, 400, 'request.malformed'],
    ['no object', '[]', 400, 'request.invalid'],
    ['null', 'null', 400, 'request.invalid'],
    ['a prototype', '{"__proto__": {"email": "a@b.c", "password": "x"}}', 400, 'request.invalid'],
    ['NUL', '{"email": "a\\u0000@b.c", "password": "x"}', 400, 'request.invalid'],
    ['half a character', '{"email": "a\\ud83d@b.c", "password": "x"}', 400, 'request.invalid'],
  ])('%s', async (_name, text, status, code) => {
    const answer = await post(text);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test.each<Record<string, string>>([
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'application/json; charset=latin1' },
    { ...json, 'content-encoding': 'gzip' },
  ])('%j is not understood', async (headers) => {
    const answer = await post('{"email":"a@b.c","password":"x"}', headers);
    expect([answer.status, answer.body.code]).toEqual([415, 'request.unsupported_media_type']);
  });

  test('20 MB are refused, with a declared length', async () => {
    const { status, body } = await post(new Uint8Array(20_000_000));
    expect([status, body.code]).toEqual([413, 'request.too_large']);
  });

  test('20 MB are refused, streamed', async () => {
    let sent = 0;
    const stream = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        if (sent > 200) controller.close();
        else controller.enqueue(new Uint8Array(100_000));
      },
    });
    // A client that is still sending may see the connection close before it reads the answer; the API must not care.
    const status = await post(stream).then(
      (answer) => answer.status,
      () => 413,
    );
    expect(status).toBe(413);
    expect((await api.request('/health')).status).toBe(200);
  });

  test('a client that hangs up in the middle is forgotten', async () => {
    const { port } = new URL(api.api.url);
    const socket = connect(Number(port), '127.0.0.1');
    const half =
      'POST /auth/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"em';
    await new Promise((resolve) => socket.write(half, resolve));
    // By then the API has read it.
    expect((await api.request('/health')).status).toBe(200);
    socket.destroy();
    expect((await api.request('/health')).status).toBe(200);
  });
});

test('answers carry the security headers', async () => {
  const { headers } = await owner.get('/dashboard/calls');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('strict-transport-security')).toContain('max-age');
  expect(headers.get('cache-control')).toBe('private, no-cache');
  expect(headers.has('x-powered-by')).toBe(false);
});
