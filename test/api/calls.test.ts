import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { recordsOf } from '../support/records.ts';
import { aboutCall } from '../support/records.ts';

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
const ids = (body: { data: { externalCallId: string }[] }) => body.data.map(({ externalCallId }) => externalCallId);
const list = async (query: string) => (await owner.get(`/dashboard/calls?${query}`)).body;

test('a call is shown with its key fields, and with no others', async () => {
  await save.call({
    externalCallId: 'CA1',
    outcome: 'BOOKED',
    aiHandled: true,
    from: '+15145551234',
    to: '+15145555678',
    durationSeconds: 180,
    billedMinutes: 3,
    providerCostCents: 21.8512,
    startedAt: at('2026-01-15T10:27:00Z'),
    answeredAt: at('2026-01-15T10:27:04Z'),
    endedAt: at('2026-01-15T10:30:04Z'),
    closedAt: at('2026-01-15T10:30:09Z'),
    transcript: 'Bonjour, ça déborde à côté.',
  });
  const { status, body } = await owner.get('/dashboard/calls');
  expect(status).toBe(200);
  expect(body).toEqual({
    data: [
      {
        id: expect.any(String),
        externalCallId: 'CA1',
        provider: 'TWILIO',
        direction: 'INBOUND',
        status: 'completed',
        outcome: 'BOOKED',
        aiHandled: true,
        from: '+15145551234',
        to: '+15145555678',
        startedAt: '2026-01-15T10:27:00.000Z',
        answeredAt: '2026-01-15T10:27:04.000Z',
        endedAt: '2026-01-15T10:30:04.000Z',
        durationSeconds: 180,
        billedMinutes: 3,
        providerCostCents: 21.8512,
        createdAt: expect.any(String),
        closedAt: '2026-01-15T10:30:09.000Z',
      },
    ],
    pagination: { page: 1, limit: 20, total: 1, totalPages: 1, nextCursor: null },
  });
});

describe('pages', () => {
  const times = [
    '2026-03-01T10:00:00Z',
    '2026-03-01T10:00:01Z',
    '2026-03-01T10:00:01Z',
    '2026-03-01T10:00:03Z',
    '2026-03-01T10:00:04Z',
  ];
  beforeEach(async () => {
    for (const [index, time] of times.entries()) await save.call({ externalCallId: `CA${index}`, startedAt: at(time) });
  });

  test('by number, newest first', async () => {
    const first = await list('page=1&limit=2');
    expect(ids(first)).toEqual(['CA4', 'CA3']);
    expect(first.pagination).toMatchObject({ page: 1, limit: 2, total: 5, totalPages: 3 });
    expect(ids(await list('page=3&limit=2'))).toHaveLength(1);
    expect(ids(await list('page=9&limit=2'))).toEqual([]);
  });

  test('by cursor, each call once, also while new ones come in', async () => {
    const seen: string[] = [];
    const pageNumbers: unknown[] = [];
    let query = 'limit=2';
    for (let pages = 0; pages < 5; pages += 1) {
      const body = await list(query);
      seen.push(...ids(body));
      pageNumbers.push(body.pagination.page);
      if (!body.pagination.nextCursor) break;
      query = `limit=2&cursor=${body.pagination.nextCursor}`;
      await save.call({ startedAt: at('2026-03-02T10:00:00Z') });
    }
    expect(seen.toSorted()).toEqual(['CA0', 'CA1', 'CA2', 'CA3', 'CA4']);
    expect(pageNumbers).toEqual([1, null, null]);
  });

  test('a cursor is exact to the microsecond', async () => {
    // SQL's clock is finer than JavaScript's.
    await tenantEm(api.app.orm, owner.tenantId).execute(
      `update calls set started_at = timestamptz '2026-03-05T10:00:00Z' + right(external_call_id, 1)::int * interval '1 microsecond'`,
    );
    const seen: string[] = [];
    let cursor = '';
    do {
      const body = await list(`limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...ids(body));
      cursor = body.pagination.nextCursor ?? '';
    } while (cursor);
    expect(seen).toEqual(['CA4', 'CA3', 'CA2', 'CA1', 'CA0']);
  });

  test('a call without a start is sorted by when we first heard of it', async () => {
    await save.call({ externalCallId: 'undated', status: 'ringing' });
    expect(ids(await list('limit=1'))).toEqual(['undated']);
  });

  test.each([
    'page=0',
    'page=x',
    'limit=0',
    'limit=101',
    'limit=1.5',
    'cursor=zz',
    'cursor=bnVsbA',
    `cursor=${Buffer.from('["2026-01-01","x"]').toString('base64url')}`,
  ])('refused: %s', async (query) => {
    const { status, body } = await owner.get(`/dashboard/calls?${query}`);
    expect([status, body.code]).toEqual([400, 'request.invalid']);
    expect(body.errors).toMatchObject([{ path: `query.${query.split('=')[0]}`, code: expect.any(String) }]);
  });
});

describe('filters', () => {
  beforeEach(async () => {
    await save.call({
      externalCallId: 'booked',
      outcome: 'BOOKED',
      aiHandled: true,
      startedAt: at('2026-01-10T15:00:00Z'),
      summary: 'Fuite 100% urgente',
    });
    await save.call({
      externalCallId: 'missed',
      outcome: 'MISSED',
      status: 'no-answer',
      provider: 'SIGNALWIRE',
      startedAt: at('2026-01-11T04:30:00Z'),
    });
    await save.call({
      externalCallId: 'out',
      direction: 'OUTBOUND',
      provider: 'VAPI',
      status: 'busy',
      to: '+14385550000',
      startedAt: at('2026-01-12T15:00:00Z'),
    });
  });

  test.each([
    ['status=completed', ['booked']],
    ['status=NO_ANSWER,Busy', ['out', 'missed']],
    ['status=busy&status=completed', ['out', 'booked']],
    ['outcome=booked', ['booked']],
    ['outcome=BOOKED,missed', ['missed', 'booked']],
    ['direction=outbound', ['out']],
    ['provider=twilio,signalwire', ['missed', 'booked']],
    ['aiHandled=true', ['booked']],
    ['search=100%25', ['booked']],
    ['search=%5F', []],
    ['search=438555', ['out']],
    ['status=', ['out', 'missed', 'booked']],
    ['provider=twilio&outcome=missed', []],
    // 04:30 UTC on the 11th is 23:30 on the 10th in Montréal.
    ['startDate=2026-01-11', ['out']],
    ['endDate=2026-01-10', ['missed', 'booked']],
    ['startDate=2026-01-10&endDate=2026-01-10', ['missed', 'booked']],
    ['startDate=2026-01-11T00:00:00Z', ['out', 'missed']],
    ['endDate=2026-01-11T04:30:00Z', ['missed', 'booked']],
    ['startDate=2026-01-11T00:00:00-05:00', ['out']],
  ])('%s', async (query, expected) => {
    const body = await list(query);
    expect(ids(body)).toEqual(expected);
    expect(body.pagination.total).toBe(expected.length);
  });

  test.each([
    'status=lost',
    'provider=acme',
    'startDate=yesterday',
    'endDate=2026-02-30',
    'aiHandled=maybe',
    'search=%00',
  ])('refused: %s', async (query) => {
    const { status, body } = await owner.get(`/dashboard/calls?${query}`);
    expect([status, body.code]).toEqual([400, 'request.invalid']);
  });

  test("a day is the tenant's day", async () => {
    const tokyo = await api.signUp({ timeZone: 'Asia/Tokyo' });
    await recordsOf(api.app, tokyo.tenantId).call({ startedAt: at('2026-01-10T15:30:00Z') });
    expect((await tokyo.get('/dashboard/calls?startDate=2026-01-11')).body.pagination.total).toBe(1);
    expect((await tokyo.get('/dashboard/calls?endDate=2026-01-10')).body.pagination.total).toBe(0);
  });
});

describe('one call', () => {
  test("by our id and by the provider's, with everything known of it", async () => {
    const recordings = [
      { recordingId: 'RE1', voicemail: false, url: 'https://api.twilio.com/RE1', durationSeconds: 170 },
    ];
    const call = await save.call({
      externalCallId: 'CA7',
      transcript: 'Allô?',
      summary: 'Rendez-vous pris',
      structuredData: { customerName: 'Jean Dupont' },
      recordings,
      endedReason: 'customer-ended-call',
      assistantCallId: 'vapi-1',
    });
    const byId = await owner.get(`/dashboard/calls/${call.id}`);
    expect(byId.body).toMatchObject({
      externalCallId: 'CA7',
      transcript: 'Allô?',
      summary: 'Rendez-vous pris',
      structuredData: { customerName: 'Jean Dupont' },
      recordings,
      timeline: [],
    });
    expect(byId.body).not.toHaveProperty('facts');
    expect((await owner.get('/dashboard/calls/CA7')).body).toEqual(byId.body);
    const key = await owner.post('/dashboard/api-keys', { name: 'Sans enregistrements', scopes: ['calls:read'] });
    const headers = { authorization: `Bearer ${key.body.key}` };
    expect((await api.request('/dashboard/calls/CA7', { headers })).body.recordings).toEqual([]);
  });

  test("a provider's id that is a UUID", async () => {
    const externalCallId = crypto.randomUUID();
    await save.call({ externalCallId, provider: 'SIGNALWIRE' });
    expect((await owner.get(`/dashboard/calls/${externalCallId}`)).body.externalCallId).toBe(externalCallId);
  });

  test('its timeline holds webhooks, deliveries and attempts in order', async () => {
    await save.call({ externalCallId: 'CA8', assistantCallId: 'vapi-8' });
    const at8 = (second: number) => new Date(Date.UTC(2026, 0, 15, 10, 0, second));
    await save.event({
      ...aboutCall('CA8'),
      receivedAt: at8(1),
      relayedAt: at8(2),
      events: [{ source: 'twilio', at: at8(0).toISOString(), type: 'status', status: 'ringing', from: '+15145551234' }],
    });
    await save.event({
      ...aboutCall('vapi-8'),
      provider: 'vapi',
      eventType: 'status-update',
      receivedAt: at8(3),
      relayedAt: null,
    });
    await save.event({ ...aboutCall('another'), receivedAt: at8(3) });
    const delivery = await save.delivery({
      ...aboutCall('CA8'),
      createdAt: at8(4),
      status: 'delivered',
      attempts: 2,
    });
    await save.attempt(delivery.id, 1, { attemptedAt: at8(5), responseStatus: 503, responseBody: 'down' });
    await save.attempt(delivery.id, 2, { attemptedAt: at8(10) });
    const { body } = await owner.get('/dashboard/calls/CA8');
    expect(body.timeline).toEqual([
      {
        kind: 'webhook',
        at: at8(1).toISOString(),
        id: expect.any(String),
        provider: 'twilio',
        eventType: 'voice.status',
        facts: [{ type: 'status', status: 'ringing' }],
        relayedAt: at8(2).toISOString(),
      },
      expect.objectContaining({
        kind: 'webhook',
        provider: 'vapi',
        eventType: 'status-update',
        facts: [],
        relayedAt: null,
      }),
      {
        kind: 'delivery',
        at: at8(4).toISOString(),
        id: delivery.id,
        eventType: 'call.ended',
        status: 'delivered',
        attempts: 2,
      },
      expect.objectContaining({ kind: 'attempt', attempt: 1, responseStatus: 503, eventType: 'call.ended' }),
      expect.objectContaining({ kind: 'attempt', attempt: 2, responseStatus: 200, durationMs: 12 }),
    ]);
    expect(JSON.stringify(body)).not.toContain('kept inside');
  });

  test.each(['nope', crypto.randomUUID(), '%E0%A4%A', "' or 1=1 --"])('unknown: %s', async (id) => {
    const { status, body } = await owner.get(`/dashboard/calls/${id}`);
    expect([status, body.code]).toEqual([404, 'resource.not_found']);
  });
});
