import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DailyMetric, Tenant } from '../src/db/entities.ts';
import { systemEm, tenantEm } from '../src/db/core/tenancy.ts';
import { demo } from '../dev/simulator/demo.ts';
import { amendmentWorkflowId } from '../src/temporal/ids.ts';
import { providerEventsSignal } from '../src/temporal/messages.ts';
import { completedCall, twilioFormUntilTaken } from './support/send.ts';
import { startStack, until, type Stack } from './support/stack.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startStack({ CALL_GRACE_SECONDS: '1', CALL_PRICE_AFTER_SECONDS: '0.5' })));
afterAll(() => stack.stop());

const newSid = () => `CA${randomUUID().replaceAll('-', '')}`;
const send = (fields: Record<string, string>, slug = stack.tenant.slug) =>
  twilioFormUntilTaken(stack.baseUrl, `/webhooks/twilio/${slug}`, fields);

const recorded = (callSid: string, recordingSid: string) => ({
  AccountSid: demo.twilio.accountSid,
  CallSid: callSid,
  RecordingSid: recordingSid,
  RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/${recordingSid}`,
  RecordingStatus: 'completed',
  RecordingDuration: '12',
});

const closedCall = async (): Promise<string> => {
  const sid = newSid();
  await send(completedCall(sid));
  await stack.closedCall(sid);
  return sid;
};

const received = (sid: string): string[] =>
  stack.standins.n8n
    .deliveries()
    .map(({ eventId }) => eventId ?? '')
    .filter((eventId) => eventId.startsWith(`${sid}:recording-ready`))
    .toSorted();

test('none of the webhooks that come after a call has closed is lost, and each is reported once', async () => {
  const sids = await Promise.all(Array.from({ length: 8 }, closedCall));
  await Promise.all(
    sids.map(async (sid) => {
      const first = recorded(sid, 'RE1');
      await Promise.all([send(first), send(first), send(recorded(sid, 'RE2')), send(recorded(sid, 'RE3'))]);
    }),
  );
  for (const sid of sids) {
    const expected = ['RE1', 'RE2', 'RE3'].map((recording) => `${sid}:recording-ready:${recording}`);
    await until(`the recordings of ${sid}`, async () => new Set(received(sid)).size === 3);
    expect(received(sid)).toEqual(expected);
    expect((await stack.findCall(sid))?.recordings.map(({ recordingId }) => recordingId)).toEqual([
      'RE1',
      'RE2',
      'RE3',
    ]);
    const events = await until('all to be marked', async () => {
      const found = await stack.webhookEvents(sid);
      return found.length > 0 && found.every(({ relayedAt }) => relayedAt !== null) ? found : null;
    });
    expect(events).toHaveLength(4);
  }
});

test('an event that is not stored does not keep a late one from being saved', async () => {
  const sid = await closedCall();
  const { temporal, config } = stack.app;
  const key = { tenantId: stack.tenant.id, externalCallId: sid };
  const amendment = await temporal.workflow.signalWithStart('callAmendmentWorkflow', {
    taskQueue: config.temporal.taskQueue,
    workflowId: amendmentWorkflowId(key),
    args: [key],
    signal: providerEventsSignal,
    signalArgs: [[{ source: 'twilio', at: new Date().toISOString(), type: 'cost', microUsd: 170_000 }], [randomUUID()]],
  });
  await amendment.result();
  expect((await stack.findCall(sid))?.providerCostCents).toBe(17);
});

const days = (tenantId: string): Promise<DailyMetric[]> =>
  tenantEm(stack.app.orm, tenantId).find(DailyMetric, {}, { orderBy: { date: 'asc' } });

const moveTo = async (tenantId: string, timeZone: string): Promise<void> => {
  await systemEm(stack.app.orm).nativeUpdate(Tenant, { id: tenantId }, { timeZone });
};

/** The same call, reported to have lasted longer. */
const lasted = (sid: string, seconds: string) => ({
  ...completedCall(sid),
  CallDuration: seconds,
  Timestamp: new Date(Date.UTC(2026, 10, 20, 15, 20, Number(seconds))).toUTCString(),
  SequenceNumber: seconds,
});

const findClosed = (tenantId: string, sid: string, durationSeconds: number) =>
  until('the call to be counted', async () => {
    const [row] = await systemEm(stack.app.orm).execute<{ id: string }[]>(
      'select id from calls where tenant_id = ? and external_call_id = ? and closed_at is not null and duration_seconds = ?',
      [tenantId, sid, durationSeconds],
    );
    return row;
  });

test('a day gives back exactly what it was counted with, although the business has moved meanwhile', async () => {
  const { id, slug } = await stack.createTenant();
  await moveTo(id, 'Pacific/Kiritimati');
  const sid = newSid();
  await send(completedCall(sid), slug);
  await findClosed(id, sid, 18);
  expect((await days(id)).map(({ date, totalCalls }) => [date, totalCalls])).toEqual([['2026-11-21', 1]]);

  await moveTo(id, 'America/Toronto');
  await send(lasted(sid, '78'), slug);
  await findClosed(id, sid, 78);
  expect((await days(id)).map((day) => [day.date, day.totalCalls, day.durationSeconds])).toEqual([
    ['2026-11-20', 1, 78],
    ['2026-11-21', 0, 0],
  ]);
});

test('a call that was counted before its count was kept leaves no day below zero', async () => {
  const { id, slug } = await stack.createTenant();
  const sid = newSid();
  await send(completedCall(sid), slug);
  const { id: callId } = await findClosed(id, sid, 18);
  await systemEm(stack.app.orm).execute('update calls set counted = null where id = ?', [callId]);
  await send(lasted(sid, '78'), slug);
  await findClosed(id, sid, 78);
  expect((await days(id)).map((day) => [day.totalCalls, day.durationSeconds])).toEqual([[1, 78]]);

  await systemEm(stack.app.orm).execute('update calls set counted = null where id = ?', [callId]);
  await moveTo(id, 'Pacific/Kiritimati');
  await send(lasted(sid, '138'), slug);
  await findClosed(id, sid, 138);
  const counted = await days(id);
  expect(counted.length).toBeGreaterThan(0);
  for (const day of counted) expect(Math.min(day.totalCalls, day.durationSeconds)).toBeGreaterThanOrEqual(0);
});
