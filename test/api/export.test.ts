import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemEm, tenantEm } from '../../src/db/core/tenancy.ts';
import { createOwnDatabase } from '../support/database.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { recordsOf } from '../support/records.ts';
import { until } from '../support/stack.ts';
import { aboutCall } from '../support/records.ts';

let api: TestApi;
let owner: SignedIn;
let save: ReturnType<typeof recordsOf>;
let database: Awaited<ReturnType<typeof createOwnDatabase>>;
// Of its own: these tests look at all sessions that read calls, and make them wait.
beforeAll(async () => {
  database = await createOwnDatabase();
  api = await startTestApi({ DATABASE_URL: database.url });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});
beforeEach(async () => {
  owner = await api.signUp();
  save = recordsOf(api.app, owner.tenantId);
});
afterEach(() => void vi.restoreAllMocks());

const fetchFile = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(api.api.url + path, { ...init, headers: { authorization: `Bearer ${owner.token}` } });
/** With its byte order mark, which `Response.text` takes off. */
const bytesOf = async (response: Response): Promise<string> => Buffer.from(await response.arrayBuffer()).toString();
const linesOf = async (path: string): Promise<string[]> =>
  (await bytesOf(await fetchFile(path))).split('\r\n').slice(1, -1);
const names = (lines: string[]) => lines.map((line) => line.split(',')[1]);

/** @param from every number, to make lines as wide as a test wants them. */
const manyCalls = (count: number, from = '+15145551234') =>
  tenantEm(api.app.orm, owner.tenantId).execute(
    `insert into calls (id, tenant_id, external_call_id, provider, direction, status, from_number, facts, started_at)
     select gen_random_uuid(), ?, 'CA' || n, 'TWILIO', 'INBOUND', 'completed', ?, '{}',
       timestamptz '2026-01-01' + (n / 3) * interval '1 second'
     from generate_series(1, ?) as n`,
    [owner.tenantId, from, count],
  );

/** What the server says of the API's sessions that read calls. A role that was taken on sees less. */
const sessions = (condition: string) =>
  api.app.orm.em
    .fork()
    .execute(
      `select query from pg_stat_activity where datname = current_database() and query ilike '%from "calls"%' and pid <> pg_backend_pid() and ${condition}`,
    );

const batches = () => vi.spyOn(api.app.orm.em.getDriver(), 'find');
const nameOf = (entity: unknown): unknown => (entity as { name?: string }).name;
const callBatches = (find: ReturnType<typeof batches>) =>
  find.mock.calls.filter(([entity]) => nameOf(entity) === 'Call').length;

/** How many batches have been read, once no more are. */
const pausedAfter = async (find: ReturnType<typeof batches>): Promise<number | false> => {
  const before = callBatches(find);
  await sleep(300);
  return callBatches(find) === before && before;
};

test('a call is a line', async () => {
  const call = await save.call({
    externalCallId: 'CA1',
    outcome: 'BOOKED',
    aiHandled: true,
    from: '+15145551234',
    to: '=cmd|"/c calc"!A1',
    durationSeconds: 180,
    billedMinutes: 3,
    providerCostCents: 21.8512,
    startedAt: new Date('2026-01-15T10:27:00Z'),
    createdAt: new Date('2026-01-15T10:27:01Z'),
    transcript: 'Not in the list, not in the file.',
  });
  const response = await fetchFile('/dashboard/calls/export');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' }).format(new Date());
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="calls-${today}.csv"`);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('etag')).toBeNull();
  expect(await bytesOf(response)).toBe(
    [
      '\uFEFFid,externalCallId,provider,direction,status,outcome,aiHandled,from,to,startedAt,answeredAt,endedAt,durationSeconds,billedMinutes,providerCostCents,createdAt,closedAt',
      `${call.id},CA1,TWILIO,INBOUND,completed,BOOKED,true,+15145551234,"'=cmd|""/c calc""!A1",2026-01-15T10:27:00.000Z,,,180,3,21.8512,2026-01-15T10:27:01.000Z,`,
      '',
    ].join('\r\n'),
  );
});

test('without rows there are still the names of the columns', async () => {
  expect(await bytesOf(await fetchFile('/dashboard/calls/export'))).toMatch(/^\uFEFFid,externalCallId,.*\r\n$/);
});

test('the filters and the order of the list', async () => {
  await save.call({ externalCallId: 'short', durationSeconds: 1 });
  await save.call({ externalCallId: 'long', durationSeconds: 900 });
  await save.call({ externalCallId: 'busy', status: 'busy' });
  expect(names(await linesOf('/dashboard/calls/export?status=completed&sort=durationSeconds'))).toEqual([
    'short',
    'long',
  ]);
  expect(names(await linesOf('/dashboard/calls/export?sort=-durationSeconds'))).toEqual(['long', 'short', 'busy']);
  // A file has no pages: who asks for one row must not take all for it.
  const { status, body } = await owner.get('/dashboard/calls/export?limit=1');
  expect([status, body.errors[0].path]).toEqual([400, 'query.limit']);
  const semicolons = await bytesOf(await fetchFile('/dashboard/calls/export?delimiter=semicolon'));
  expect(semicolons).toContain('\uFEFFid;externalCallId;');
});

test.each(['sort=transcript', 'status=lost', 'delimiter=tab', 'startDate=yesterday'])('refused: %s', async (query) => {
  const { status, body, headers } = await owner.get(`/dashboard/calls/export?${query}`);
  expect([status, body.code]).toEqual([400, 'request.invalid']);
  expect(headers.get('content-disposition')).toBeNull();
});

test('deliveries', async () => {
  const delivery = await save.delivery({ ...aboutCall('CA1'), lastError: 'the endpoint\nanswered 500' });
  await save.attempt(delivery.id, 1);
  const text = await bytesOf(await fetchFile('/dashboard/webhooks/deliveries/export'));
  expect(text).toMatch(
    /^\uFEFFid,endpointId,eventId,eventType,externalCallId,status,attempts,nextAttemptAt,deliveredAt,formerUrl,lastError,createdAt\r\n/,
  );
  expect(text).toContain(',"the endpoint\nanswered 500",');
});

test('days', async () => {
  await save.day('2026-01-10', { totalCalls: 3, providerCostCents: 10.25 });
  await save.day('2026-01-11', { totalCalls: 1 });
  const lines = await linesOf('/dashboard/metrics/export?sort=date');
  expect(lines).toEqual(['2026-01-10,3,0,0,0,0,0,0,0,0,0,10.25', '2026-01-11,1,0,0,0,0,0,0,0,0,0,0']);
});

test("another tenant's rows are not in it", async () => {
  await save.call({ externalCallId: 'mine' });
  const other = await api.signUp();
  expect((await other.get('/dashboard/calls/export')).body).not.toContain('mine');
});

test('HEAD shows what would come', async () => {
  const response = await fetchFile('/dashboard/calls/export', { method: 'HEAD' });
  expect(response.headers.get('content-disposition')).toContain('calls-');
  expect(await response.text()).toBe('');
});

describe('thousands of rows', () => {
  test.each(['startedAt', '-startedAt', 'durationSeconds'])('come once each, in the order of %s', async (sort) => {
    await manyCalls(3_500);
    const lines = await linesOf(`/dashboard/calls/export?sort=${sort}`);
    expect(new Set(names(lines)).size).toBe(3_500);
    const pages = (await owner.get(`/dashboard/calls?sort=${sort}&limit=100&page=11`)).body.data;
    expect(names(lines).slice(1_000, 1_100)).toEqual(
      pages.map((call: { externalCallId: string }) => call.externalCallId),
    );
  });

  test('are read as fast as the client reads, with no transaction open in between', async () => {
    await manyCalls(20_000, 'x'.repeat(2_000));
    const find = batches();
    const response = await fetchFile('/dashboard/calls/export');
    const reader = response.body?.getReader();
    let bytes = (await reader?.read())?.value?.length ?? 0;
    const reads = await until('the server to pause, with no transaction open', async () => {
      const before = await pausedAfter(find);
      return (await sessions(`xact_start is not null`)).length === 0 && before;
    });
    expect(reads).toBeLessThan(60);
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) bytes += part.value.length;
    expect(bytes).toBeGreaterThan(20_000 * 2_000);
    expect(callBatches(find)).toBe(80);
  });

  test('stop being read when the client goes away', async () => {
    await manyCalls(20_000, 'x'.repeat(2_000));
    const find = batches();
    const controller = new AbortController();
    const response = await fetchFile('/dashboard/calls/export', { signal: controller.signal });
    await response.body?.getReader().read();
    controller.abort();
    const reads = await until('the server to stop', () => pausedAfter(find));
    expect(reads).toBeLessThan(60);
  });

  test('a query that still runs is cancelled with its client', async () => {
    const waiting = () => sessions(`wait_event_type = 'Lock'`);
    const controller = new AbortController();
    // SYSTEM: makes readers of calls wait.
    const blocker = systemEm(api.app.orm);
    await blocker.begin();
    await blocker.execute('lock table calls in access exclusive mode');
    const answer = fetchFile('/dashboard/calls/export', { signal: controller.signal }).catch(() => undefined);
    await until('the query to wait', async () => (await waiting()).length === 1);
    controller.abort();
    await answer;
    // Well before its own limit of 30 s would end it.
    await until('the query to end', async () => (await waiting()).length === 0, 20);
    await blocker.rollback();
    expect((await fetchFile('/dashboard/calls/export')).status).toBe(200);
  });

  test('a file that cannot be completed ends with a broken connection', async () => {
    await manyCalls(3_000);
    const driver = api.app.orm.em.getDriver();
    const find = driver.find.bind(driver);
    let reads = 0;
    vi.spyOn(driver, 'find').mockImplementation((entity, ...rest) => {
      if (nameOf(entity) === 'Call' && (reads += 1) === 3) throw new Error('connection lost');
      return find(entity, ...rest);
    });
    const response = await fetchFile('/dashboard/calls/export');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
    expect(reads).toBe(3);
  });
});
