import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { recordsOf } from '../support/records.ts';

const path = '/dashboard/calls';
let api: TestApi;
let owner: SignedIn;
let save: ReturnType<typeof recordsOf>;
let etag: string;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
  save = recordsOf(api.app, owner.tenantId);
  await save.call({ externalCallId: 'CA1' });
  etag = (await owner.get(path)).headers.get('etag') ?? '';
});
afterAll(() => api.stop());

test('who asks with the tag of what is still so gets no body', async () => {
  const whole = await owner.get(path);
  expect([whole.status, whole.headers.get('etag')]).toEqual([200, etag]);
  expect(etag).toMatch(/^"[\w-]{22}"$/);
  expect(whole.headers.get('cache-control')).toBe('private, no-cache');
  expect(whole.headers.get('vary')).toContain('Authorization');
  expect(whole.headers.get('content-type')).toBe('application/json; charset=utf-8');

  const again = await owner.get(path, { 'if-none-match': etag });
  expect([again.status, again.body]).toEqual([304, '']);
  expect(again.headers.get('etag')).toBe(etag);
  expect(again.headers.get('cache-control')).toBe('private, no-cache');
  expect(again.headers.get('x-request-id')).toBeTruthy();
});

test.each<[string, (tag: string) => string, number]>([
  ['weakened by a proxy', (tag) => `W/${tag}`, 304],
  ['suffixed by Apache', (tag) => tag.replace(/"$/, '-gzip"'), 304],
  ['suffixed for Brotli', (tag) => tag.replace(/"$/, '-br"'), 304],
  ['suffixed by Jetty', (tag) => tag.replace(/"$/, '--gzip"'), 304],
  ['suffixed and weakened', (tag) => `W/${tag.replace(/"$/, '-gzip"')}`, 304],
  ['suffixed by something else', (tag) => tag.replace(/"$/, '-x"'), 200],
  ['only a suffix', () => '"-gzip"', 200],
  ['one of several', (tag) => `"old", W/"older" , ${tag}`, 304],
  ['whatever it is', () => '*', 304],
  ['another', () => '"old"', 200],
  ['without its quotes', (tag) => tag.slice(1, -1), 200],
])('%s', async (_name, ask, expected) => {
  expect((await owner.get(path, { 'if-none-match': ask(etag) })).status).toBe(expected);
});

test('HEAD asks as well', async () => {
  const ask = (headers: Record<string, string>) => owner.send('HEAD', path, undefined, headers);
  expect((await ask({})).headers.get('etag')).toBe(etag);
  expect((await ask({ 'if-none-match': etag })).status).toBe(304);
});

test('what changed is sent', async () => {
  const mine = await api.signUp();
  const before = (await mine.get(path)).headers.get('etag') ?? '';
  await recordsOf(api.app, mine.tenantId).call();
  const { status, body, headers } = await mine.get(path, { 'if-none-match': before });
  expect([status, body.pagination.total]).toEqual([200, 1]);
  expect(headers.get('etag')).not.toBe(before);
});

test('a tag opens nothing', async () => {
  const other = await api.signUp();
  const { status, body } = await other.get(path, { 'if-none-match': etag });
  expect([status, body.data]).toEqual([200, []]);
  const stranger = await api.request(path, { headers: { 'if-none-match': etag } });
  expect([stranger.status, stranger.headers.get('etag')]).toEqual([401, null]);
});

test.each(['/dashboard/tenant/config', '/dashboard/metrics/aggregated', '/auth/me'])('%s has a tag', async (url) => {
  const { headers } = await owner.get(url);
  expect((await owner.get(url, { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304);
});

test('neither health, nor signing in, nor a problem', async () => {
  const login = await api.request('/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: owner.email, password: owner.password }),
  });
  const others = [login, await api.request('/health'), await owner.get('/dashboard/calls/nope')];
  expect(others.map(({ status }) => status)).toEqual([200, 200, 404]);
  for (const { headers } of others) {
    expect(headers.get('etag')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
  }
});
