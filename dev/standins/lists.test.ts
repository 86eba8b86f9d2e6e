import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProviders } from '../../src/providers/registry.ts';
import type { ListedCall } from '../../src/providers/provider.ts';
import { demo } from '../simulator/demo.ts';
import { startStandins, type Standins } from './standins.ts';

let standins: Standins;
beforeEach(async () => {
  standins = await startStandins();
});
afterEach(async () => {
  expect(standins.violations()).toEqual([]);
  await standins.stop();
});

const providers = () =>
  createProviders({
    providerUrls: { twilio: standins.twilioUrl, signalwire: standins.signalwireUrl, vapi: standins.vapiUrl },
  });

const gather = async (calls: AsyncIterable<ListedCall>): Promise<string[]> => {
  const ids: string[] = [];
  for await (const { externalCallId } of calls) ids.push(externalCallId);
  return ids.toSorted();
};

const beginning = Date.parse('2026-11-20T15:00:00Z');
const minute = (n: number) => new Date(beginning + n * 60_000);
const minutes = Array.from({ length: 250 }, (_, n) => n);
const period = { since: minute(10), until: minute(239) };

const carrierCall = (accountSid: string, to: string, startTime: Date) => ({
  accountSid,
  status: 'completed' as const,
  direction: 'inbound' as const,
  from: demo.numbers.caller,
  to,
  startTime: startTime.toISOString(),
  durationSeconds: 20,
});

test('Twilio lists the calls of a period, page by page', async () => {
  const { accountSid } = demo.twilio;
  const sids = minutes.map(() => `CA${randomUUID().replaceAll('-', '')}`);
  for (const n of minutes)
    standins.twilio.setCall(sids[n] ?? '', carrierCall(accountSid, demo.numbers.twilio, minute(n)));
  expect(
    await gather(providers().twilio.listCalls({ ...demo.twilio, phoneNumbers: [demo.numbers.twilio] }, period)),
  ).toEqual(sids.slice(10, 240).toSorted());
});

test('SignalWire lists its calls below its own path, the second page too', async () => {
  const { projectId } = demo.signalwire;
  const sids = minutes.map(() => randomUUID());
  for (const n of minutes)
    standins.signalwire.setCall(sids[n] ?? '', carrierCall(projectId, demo.numbers.signalwire, minute(n)));
  const settings = { ...demo.signalwire, phoneNumbers: [demo.numbers.signalwire] };
  expect(await gather(providers().signalwire.listCalls(settings, period))).toEqual(sids.slice(10, 240).toSorted());
});

test('Vapi lists all its calls, newest first', async () => {
  const ids = minutes.map(() => randomUUID());
  for (const n of minutes) {
    // Two at a time: a page may end between them.
    const at = minute(Math.floor(n / 2) * 2).toISOString();
    standins.vapi.setCall({
      apiKey: demo.vapi.apiKey,
      call: {
        id: ids[n] ?? '',
        orgId: 'org',
        type: 'inboundPhoneCall',
        status: 'ended',
        createdAt: at,
        updatedAt: at,
        startedAt: at,
        endedAt: at,
        assistantId: n === 100 ? 'another' : demo.vapi.assistantId,
      },
    });
  }
  const listed = await gather(providers().vapi.listCalls(demo.vapi, period));
  expect(listed).toEqual([...ids.slice(12, 100), ...ids.slice(101, 240)].toSorted());
});

test('without a number or an account nothing is asked of a carrier', async () => {
  expect(await gather(providers().twilio.listCalls({ ...demo.twilio, phoneNumbers: [] }, period))).toEqual([]);
});

test('a refused list says so', async () => {
  const refused = gather(
    providers().twilio.listCalls({ ...demo.twilio, authToken: 'wrong', phoneNumbers: ['+1'] }, period),
  );
  await expect(refused).rejects.toMatchObject({ name: 'VendorError', status: 401 });
});
