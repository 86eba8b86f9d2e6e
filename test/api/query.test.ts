import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operatorKey, startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { operations } from '../support/openapi.ts';
import { recordsOf } from '../support/records.ts';

let api: TestApi;
let owner: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
});
afterAll(() => api.stop());

const withQuery = operations.filter(
  ({ method, parameters }) =>
    method.toLowerCase() === 'get' && parameters.some((parameter) => parameter.in === 'query'),
);
const addressOf = (path: string): string => path.replaceAll(/\{\w+\}/g, '019b7c40-0000-7000-8000-000000000003');
const ask = (path: string, query: string) => {
  const token = path.startsWith('/tenants') ? operatorKey : owner.token;
  return api.request(`${addressOf(path)}?${query}`, { headers: { authorization: `Bearer ${token}` } });
};

test('the document names lists, exports and counts', () => {
  const paths = withQuery.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['/dashboard/calls', '/dashboard/calls/export', '/tenants']));
  expect(paths.length).toBeGreaterThan(15);
});

test.each(withQuery)('$path refuses a parameter that it does not know', async ({ path }) => {
  const { status, body } = await ask(path, 'colour=red&colour[]=blue');
  expect([status, body.code]).toEqual([400, 'request.invalid']);
  expect(body.errors).toEqual([
    {
      path: 'query.colour',
      code: 'field.unknown',
      params: { expected: expect.any(Array) },
      message: expect.stringMatching(/^Unknown; expected any of \w/),
    },
  ]);
});

test.each([
  ['startdate=2030-01-01', 'startDate'],
  ['start_date=2030-01-01', 'startDate'],
  ['includeTotal=false', 'include_total'],
  ['Status[]=failed', 'status'],
])('%s: the answer names what was meant', async (query, meant) => {
  const { status, body } = await ask('/dashboard/calls', query);
  expect([status, body.errors[0].code, body.errors[0].params]).toEqual([400, 'field.misspelt', { expected: meant }]);
});

test('each unknown parameter is named, and no more than some of them', async () => {
  const names = Array.from({ length: 50 }, (_, index) => `x${index}=1`);
  const { body } = await ask('/dashboard/calls/export', ['from=%2B15145550142', ...names].join('&'));
  expect(body.errors[0].path).toBe('query.from');
  expect(body.errors).toHaveLength(20);
});

describe('a list', () => {
  beforeEach(async () => {
    owner = await api.signUp();
    const save = recordsOf(api.app, owner.tenantId);
    for (const status of ['completed', 'busy', 'no-answer'] as const)
      await save.call({ externalCallId: status, status });
  });

  test.each([
    'status=busy,completed',
    'status=busy&status=completed',
    'status[]=busy&status[]=completed',
    'status%5B%5D=busy&status%5B%5D=completed',
    'status[0]=busy&status[1]=completed',
    'status=busy&status[]=completed',
  ])('is understood as %s', async (query) => {
    const { body } = await ask('/dashboard/calls', query);
    const found = body.data.map(({ externalCallId }: { externalCallId: string }) => externalCallId);
    expect(found.toSorted()).toEqual(['busy', 'completed']);
  });

  test('of one is one', async () => {
    const { body } = await ask('/dashboard/calls', 'status[]=busy&limit[]=1');
    expect([body.data.length, body.pagination.limit, body.pagination.total]).toEqual([1, 1, 1]);
  });
});
