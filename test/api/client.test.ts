import { createReceptionistClient } from '@ai-receptionist/client';
import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { recordsOf } from '../support/records.ts';

let api: TestApi;
let owner: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
});
afterAll(() => api.stop());

const clientWith = (token?: string | (() => Promise<string>)) =>
  createReceptionistClient({ baseUrl: api.api.url, ...(token !== undefined && { token }) });

test('an answer has the type that the document gives it', async () => {
  await recordsOf(api.app, owner.tenantId).call({ from: '+15145550142' });
  const client = clientWith(owner.token);
  const { data } = await client.GET('/dashboard/calls', { params: { query: { limit: 5, status: 'completed' } } });
  expect(data?.data.map(({ from }) => from)).toEqual(['+15145550142']);
  expectTypeOf(data?.data[0]?.direction).toEqualTypeOf<'INBOUND' | 'OUTBOUND' | undefined>();

  const id = data?.data[0]?.id ?? '';
  const detail = await client.GET('/dashboard/calls/{id}', { params: { path: { id } } });
  expect(detail.data?.timeline).toEqual([]);
});

test('a failure is a problem, not an exception', async () => {
  const { data, error, response } = await clientWith().GET('/auth/me');
  expect([data, response.status, error?.code]).toEqual([undefined, 401, 'auth.required']);
});

test('paths, parameters and bodies that the document does not know do not compile', async () => {
  const client = clientWith(owner.token);
  // @ts-expect-error no such path
  const nowhere = await client.GET('/dashboard/nowhere');
  expect(nowhere.response.status).toBe(404);
  // @ts-expect-error the URL is missing
  const incomplete = await client.PUT('/dashboard/tenant/config/n8n', { body: { signatureSecret: 'long enough' } });
  expect(incomplete.error?.errors?.map(({ path }) => path)).toEqual(['body.webhookUrl']);
});

test('the token is asked for before each request', async () => {
  let asked = 0;
  const client = clientWith(async () => {
    asked += 1;
    return owner.token;
  });
  const statuses = [await client.GET('/auth/me'), await client.GET('/auth/me')].map(({ response }) => response.status);
  expect([asked, ...statuses]).toEqual([2, 200, 200]);
});

test('a POST carries a key of its own unless it is given one; nothing else does', async () => {
  const keys: (string | null)[] = [];
  const client = createReceptionistClient({
    baseUrl: api.api.url,
    fetch: (request) => {
      keys.push(request.headers.get('idempotency-key'));
      return fetch(request);
    },
  });
  const body = { email: owner.email, password: 'wrong' };
  await client.POST('/auth/login', { body });
  await client.POST('/auth/login', { body });
  await client.POST('/auth/login', { body, headers: { 'Idempotency-Key': 'mine' } });
  await client.GET('/health');
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.any(String), 'mine', null]);
  expect(keys[0]).not.toBe(keys[1]);
});

test('a POST that is repeated with its key is done once', async () => {
  const client = clientWith(owner.token);
  const headers = { 'Idempotency-Key': 'the-only-one' };
  const body = { name: 'n8n', scopes: ['calls:read' as const] };
  const first = await client.POST('/dashboard/api-keys', { body, headers });
  const second = await client.POST('/dashboard/api-keys', { body, headers });
  expect(first.data?.id).toEqual(expect.any(String));
  expect(second.data).toEqual(first.data);
});
