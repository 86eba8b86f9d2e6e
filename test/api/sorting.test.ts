import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { examplePlan } from '../../src/contract/answering/examplePlan.ts';
import { createRoutes } from '../../src/api/routes.ts';
import { openApiText } from '../../dev/writeOpenApi.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { createProviders } from '../../src/providers/registry.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { recordsOf } from '../support/records.ts';

let api: TestApi;
let owner: SignedIn;
let save: ReturnType<typeof recordsOf>;
beforeAll(async () => void (api = await startTestApi()));
afterAll(() => api.stop());
beforeEach(async () => {
  owner = await api.signUp();
  save = recordsOf(api.app, owner.tenantId);
});

const at = (iso: string) => new Date(iso);
const list = async (query: string) => (await owner.get(`/dashboard/calls?${query}`)).body;
const ids = (body: { data: { externalCallId: string }[] }) => body.data.map(({ externalCallId }) => externalCallId);

/** All pages, one after another. */
const walk = async (query: string): Promise<string[]> => {
  const seen: string[] = [];
  let cursor = '';
  do {
    const body = await list(`${query}${cursor && `&cursor=${cursor}`}`);
    seen.push(...ids(body));
    cursor = body.pagination.nextCursor ?? '';
  } while (cursor);
  return seen;
};

describe('calls', () => {
  beforeEach(async () => {
    await save.call({
      externalCallId: 'long',
      durationSeconds: 300,
      providerCostCents: 0.0001,
      startedAt: at('2026-01-01T10:00:00Z'),
    });
    await save.call({ externalCallId: 'lasting', durationSeconds: null, startedAt: at('2026-01-02T10:00:00Z') });
    await save.call({
      externalCallId: 'none',
      durationSeconds: 0,
      providerCostCents: -2,
      startedAt: at('2026-01-03T10:00:00Z'),
    });
    await save.call({
      externalCallId: 'ringing',
      durationSeconds: null,
      providerCostCents: 1234567890.1234,
      startedAt: at('2026-01-04T10:00:00Z'),
    });
    await save.call({
      externalCallId: 'short',
      durationSeconds: 20,
      endedAt: at('2026-01-05T10:00:20Z'),
      startedAt: at('2026-01-05T10:00:00Z'),
    });
  });

  test.each([
    ['startedAt', ['long', 'lasting', 'none', 'ringing', 'short']],
    ['-startedAt', ['short', 'ringing', 'none', 'lasting', 'long']],
    // Rows without a value come where the least would, by their ids: in the order in which they were saved.
    ['durationSeconds', ['lasting', 'ringing', 'none', 'short', 'long']],
    ['-durationSeconds', ['long', 'short', 'none', 'ringing', 'lasting']],
    ['providerCostCents', ['lasting', 'short', 'none', 'long', 'ringing']],
    ['-providerCostCents', ['ringing', 'long', 'none', 'short', 'lasting']],
    ['endedAt', ['long', 'lasting', 'none', 'ringing', 'short']],
    ['-endedAt', ['short', 'ringing', 'none', 'lasting', 'long']],
  ])('by %s, at once and page by page', async (sort, expected) => {
    expect(ids(await list(`sort=${sort}`))).toEqual(expected);
    for (const limit of [1, 2, 3]) expect(await walk(`sort=${sort}&limit=${limit}`)).toEqual(expected);
  });

  test('a cursor remembers its order', async () => {
    const first = await list('sort=durationSeconds&limit=3');
    expect(ids(await list(`limit=3&cursor=${first.pagination.nextCursor}`))).toEqual(['short', 'long']);
  });

  test('a cursor of another order is refused', async () => {
    const { nextCursor } = (await list('sort=durationSeconds&limit=3')).pagination;
    for (const sort of ['-durationSeconds', 'startedAt']) {
      const { status, body } = await owner.get(`/dashboard/calls?sort=${sort}&cursor=${nextCursor}`);
      expect([status, body.code]).toEqual([400, 'request.invalid']);
      expect(body.errors).toMatchObject([{ code: 'cursor.other_sort', params: { sort: 'durationSeconds' } }]);
    }
  });

  const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const someId = '019b7c3e-0000-7000-8000-000000000001';
  test.each([
    ['a value of another kind', forged('durationSeconds', 'x', someId)],
    ['a number too large', forged('durationSeconds', '99999999999', someId)],
    ['no moment', forged('-startedAt', '2026-13-45', someId)],
    ['no id', forged('-startedAt', '2026-01-01', 'x')],
    ['NUL', forged('-startedAt', '2026-01-01\0', someId)],
    ['an order that is not offered', forged('-transcript', 'x', someId)],
    ['SQL for an order', forged('id; drop table calls', 'x', someId)],
    ['no text', forged('-startedAt', 5, someId)],
    ['a part missing', forged('-startedAt', '2026-01-01')],
  ])('a forged cursor is refused: %s', async (_name, cursor) => {
    const { status, body } = await owner.get(`/dashboard/calls?cursor=${cursor}`);
    expect([status, body.errors]).toMatchObject([400, [{ path: 'query.cursor', code: 'cursor.foreign' }]]);
  });

  test('SQL in a forged cursor is a value like any other', async () => {
    const cursor = forged('-startedAt', "2026-01-01') or true --", someId);
    expect((await owner.get(`/dashboard/calls?cursor=${cursor}`)).status).toBe(400);
  });

  test.each(['transcript', 'startedAt,-endedAt', '--startedAt', '+startedAt', 'STARTEDAT', ''])(
    'sort=%s is refused',
    async (sort) => {
      const { status, body } = await owner.get(`/dashboard/calls?sort=${sort}`);
      expect([status, body.errors]).toMatchObject([400, [{ path: 'query.sort', code: 'field.not_allowed' }]]);
    },
  );

  test('the total comes with pages by number, and with others where it is asked for', async () => {
    const first = (await list('limit=2')).pagination;
    expect(first).toMatchObject({ total: 5, totalPages: 3 });
    expect((await list('limit=2&include_total=false')).pagination).toMatchObject({
      page: 1,
      total: null,
      totalPages: null,
    });
    const next = `limit=2&cursor=${first.nextCursor}`;
    expect((await list(next)).pagination).toMatchObject({ page: null, total: null, totalPages: null });
    expect((await list(`${next}&include_total=true`)).pagination).toMatchObject({ total: 5, totalPages: 3 });
    expect((await owner.get('/dashboard/calls?include_total=1')).status).toBe(400);
  });

  test('rows of the very same moment come once each, both ways', async () => {
    await tenantEm(api.app.orm, owner.tenantId).execute(`update calls set started_at = '2026-02-01T00:00:00.123456Z'`);
    const all = ['lasting', 'long', 'none', 'ringing', 'short'];
    const up = await walk('sort=startedAt&limit=2');
    expect(up.toSorted()).toEqual(all);
    expect(await walk('sort=-startedAt&limit=2')).toEqual(up.toReversed());
  });
});

const nowhere = 'http://127.0.0.1:1';
const routes = createRoutes(createProviders({ providerUrls: { twilio: nowhere, signalwire: nowhere, vapi: nowhere } }));
const exports = routes.map(({ contract }) => contract).filter(({ path }) => path.endsWith('/export'));
const { paths } = JSON.parse(openApiText());

describe.each(exports)('$path', ({ path: exportPath, permission }) => {
  const path = exportPath.replace('/export', '');
  interface Parameter {
    name: string;
    schema: { enum: string[] };
  }
  const parameters = (of: string): Parameter[] => paths[of.replaceAll(/:(\w+)/g, '{$1}')].get.parameters;
  let planId: string;
  beforeEach(async () => {
    planId = (await owner.post('/dashboard/answering/plans', { draft: examplePlan })).body.id;
  });
  const sorts = parameters(path).find(({ name }) => name === 'sort')?.schema.enum ?? [];

  const read = async (url: string) => {
    const filled = url.replace('/plans/:id/', `/plans/${planId}/`).replaceAll(/:\w+/g, crypto.randomUUID());
    return permission === 'operator' ? api.operate('GET', filled) : owner.get(filled);
  };

  test('every order that is offered is one', async () => {
    expect(sorts.length).toBeGreaterThan(1);
    for (const sort of sorts) expect([sort, (await read(`${path}?sort=${sort}`)).status]).toEqual([sort, 200]);
  });

  test('the file is there, and no other route before it', async () => {
    const { status, headers } = await read(exportPath);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const named = /^attachment; filename="[a-z-]+-\d{4}-\d\d-\d\d\.csv"$/;
    expect(headers.get('content-disposition')).toMatch(named);
  });

  test('list and file take the same filters', () => {
    const names = (of: string) => parameters(of).map(({ name }) => name);
    const own = new Set(['page', 'limit', 'cursor', 'include_total', 'delimiter']);
    const filters = (of: string) => names(of).filter((name) => !own.has(name));
    expect(filters(exportPath)).toEqual(filters(path));
    expect(names(path)).toEqual(expect.arrayContaining(['page', 'limit', 'cursor', 'sort', 'include_total']));
  });
});
