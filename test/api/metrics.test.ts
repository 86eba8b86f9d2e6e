import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { recordsOf } from '../support/records.ts';

let api: TestApi;
let owner: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
  const save = recordsOf(api.app, owner.tenantId);
  const started = (day: string) => new Date(`${day}T15:00:00Z`);
  await save.call({
    outcome: 'BOOKED',
    aiHandled: true,
    durationSeconds: 100,
    billedMinutes: 2,
    providerCostCents: 1.5,
    startedAt: started('2026-01-10'),
  });
  await save.call({
    outcome: 'MISSED',
    status: 'busy',
    provider: 'SIGNALWIRE',
    durationSeconds: 0,
    startedAt: started('2026-01-11'),
  });
  await save.call({ status: 'in-progress', direction: 'OUTBOUND', startedAt: started('2026-01-12') });
  await save.day('2026-01-10', {
    totalCalls: 3,
    inboundCalls: 3,
    aiHandledCalls: 2,
    bookedCalls: 1,
    durationSeconds: 300,
    billedMinutes: 6,
    providerCostCents: 10.25,
  });
  await save.day('2026-01-11', { totalCalls: 1, inboundCalls: 1, missedCalls: 1 });
});
afterAll(() => api.stop());

test('calls are counted by what they are', async () => {
  const { body } = await owner.get('/dashboard/calls/metrics');
  expect(body).toMatchObject({
    totalCalls: 3,
    aiHandledCalls: 1,
    durationSeconds: 100,
    billedMinutes: 2,
    providerCostCents: 1.5,
    averageDurationSeconds: 33.3333,
    byStatus: { completed: 1, busy: 1, 'in-progress': 1, failed: 0 },
    byOutcome: { BOOKED: 1, MISSED: 1, VOICEMAIL: 0 },
    byDirection: { INBOUND: 2, OUTBOUND: 1 },
    byProvider: { TWILIO: 2, SIGNALWIRE: 1, VAPI: 0 },
  });
});

test('calls of a range', async () => {
  const { body } = await owner.get('/dashboard/calls/metrics?startDate=2026-01-11&endDate=2026-01-11');
  expect(body).toMatchObject({ totalCalls: 1, byOutcome: { MISSED: 1, BOOKED: 0 } });
});

test('days, latest first', async () => {
  const { body } = await owner.get('/dashboard/metrics?limit=30');
  expect(body.data.map((day: { date: string }) => day.date)).toEqual(['2026-01-11', '2026-01-10']);
  expect(body.data[1]).toMatchObject({ totalCalls: 3, providerCostCents: 10.25 });
  expect((await owner.get('/dashboard/metrics?limit=1')).body.data).toHaveLength(1);
  expect((await owner.get('/dashboard/metrics?endDate=2026-01-10')).body.data).toHaveLength(1);
});

test('days added up', async () => {
  const { body } = await owner.get('/dashboard/metrics/aggregated');
  expect(body).toMatchObject({
    days: 2,
    totalCalls: 4,
    aiHandledRate: 0.5,
    bookingRate: 0.25,
    missedRate: 0.25,
    averageDurationSeconds: 75,
  });
  const none = await owner.get('/dashboard/metrics/aggregated?startDate=2030-01-01');
  expect(none.body).toMatchObject({ days: 0, totalCalls: 0, bookingRate: null });
});
