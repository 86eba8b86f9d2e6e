import { readFileSync } from 'node:fs';
import twilio from 'twilio';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demo } from '../simulator/demo.ts';
import type { CarrierCallState } from './carrierCalls.ts';
import { startStandins, type Standins } from './standins.ts';

let standins: Standins;
beforeEach(async () => {
  standins = await startStandins();
});
afterEach(() => standins.stop());

const twilioSid = 'CA00000000000000000000000000000a01';
const signalwireSid = '00000000-0000-4000-8000-000000000a01';

const ended: CarrierCallState = {
  accountSid: demo.twilio.accountSid,
  status: 'completed',
  direction: 'inbound',
  from: demo.numbers.caller,
  to: demo.numbers.twilio,
  startTime: '2026-11-20T15:20:00.000Z',
  durationSeconds: 94,
  price: 0.017,
};

const { accountSid, authToken } = demo.twilio;
const { projectId, apiToken } = demo.signalwire;

const ask = async (url: string, path: string, user = '', password = '', method = 'GET') => {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const response = await fetch(url + path, { method, headers: user ? { authorization } : {} });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return { status: response.status, body: isJson ? (JSON.parse(text) as Record<string, unknown>) : text };
};
const askTwilio = (path: string, method?: string) =>
  ask(standins.twilioUrl, `/2010-04-01/Accounts/${accountSid}${path}`, accountSid, authToken, method);
const askSignalwire = (path: string, method?: string) =>
  ask(standins.signalwireUrl, `/api/laml/2010-04-01/Accounts/${projectId}${path}`, projectId, apiToken, method);

/** `twilio`, pointed at a stand-in as PROVIDERS.md §2 describes. */
const clientOf = (url: string, user: string, password: string) => {
  const client = twilio('AC', password);
  client.username = user;
  client.accountSid = user;
  client.api.baseUrl = url;
  return client;
};

test('Twilio shows a rated call with the fields and types of its published example', async () => {
  standins.twilio.setCall(twilioSid, ended);
  const { status, body } = await askTwilio(`/Calls/${twilioSid}.json`);
  expect(status).toBe(200);
  const example = JSON.parse(readFileSync('test/fixtures/payloads/twilio/rest/calls-fetch.json', 'utf8')) as object;
  expect(Object.keys(body).toSorted()).toEqual(Object.keys(example).toSorted());
  expect(body).toMatchObject({
    status: 'completed',
    duration: '94',
    price: '-0.01700',
    start_time: 'Fri, 20 Nov 2026 15:20:00 +0000',
    end_time: 'Fri, 20 Nov 2026 15:21:34 +0000',
  });
});

test('SignalWire shows an integer duration and a positive number', async () => {
  standins.signalwire.setCall(signalwireSid, { ...ended, accountSid: projectId });
  const { body } = await askSignalwire(`/Calls/${signalwireSid}.json`);
  expect(body).toMatchObject({ sid: signalwireSid, duration: 94, price: 0.017 });
});

test('a call is live, then over, then rated', async () => {
  standins.twilio.setCall(twilioSid, { ...ended, liveForMs: 150, ratedAfterMs: 150 });
  const read = async () => (await askTwilio(`/Calls/${twilioSid}.json`)).body;
  expect(await read()).toMatchObject({ status: 'in-progress', duration: null, end_time: null, price: null });
  await expect.poll(read, { interval: 20 }).toMatchObject({ status: 'completed', duration: '94', price: null });
  await expect.poll(read, { interval: 20 }).toMatchObject({ status: 'completed', price: '-0.01700' });
});

test('an unanswered call is never rated', async () => {
  standins.twilio.setCall(twilioSid, { ...ended, status: 'no-answer', durationSeconds: 0, price: null });
  expect((await askTwilio(`/Calls/${twilioSid}.json`)).body).toMatchObject({
    status: 'no-answer',
    duration: '0',
    price: null,
  });
});

test('each carrier refuses in its own words', async () => {
  const noPassword = await ask(standins.twilioUrl, `/2010-04-01/Accounts/${accountSid}/Calls/${twilioSid}.json`);
  expect(noPassword).toMatchObject({ status: 401, body: { code: 20003, status: 401 } });
  expect(await askTwilio(`/Calls/${twilioSid}.json`)).toMatchObject({
    status: 404,
    body: { code: 20404, status: 404 },
  });
  const wrongPassword = await ask(
    standins.signalwireUrl,
    `/api/laml/2010-04-01/Accounts/${projectId}/Calls.json`,
    projectId,
    'x',
  );
  expect(wrongPassword).toEqual({ status: 401, body: 'Unauthorized' });
  expect(await askSignalwire('/Calls.json?Foo=1')).toMatchObject({
    status: 400,
    body: { errors: [{ code: '20001' }] },
  });
});

test('another account does not see the call', async () => {
  standins.twilio.setCall(twilioSid, ended);
  const other = 'AC00000000000000000000000000000999';
  standins.twilio.addAccount(other, 'token');
  const path = `/2010-04-01/Accounts/${other}/Calls/${twilioSid}.json`;
  expect(await ask(standins.twilioUrl, path, other, 'token')).toMatchObject({ status: 404 });
});

test('what breaks the contract is refused and remembered; an unknown call is not', async () => {
  await askTwilio(`/Calls/${twilioSid}.json`);
  expect(standins.violations()).toEqual([]);
  expect((await askTwilio(`/Calls/${signalwireSid}.json`)).status).toBe(404);
  expect((await askTwilio(`/Calls/${twilioSid}.json`, 'DELETE')).status).toBe(405);
  expect((await askTwilio('/Calls.json?Limit=3')).status).toBe(400);
  expect((await askTwilio('/Faxes.json')).status).toBe(404);
  expect(
    (await ask(standins.signalwireUrl, `/2010-04-01/Accounts/${projectId}/Calls.json`, projectId, apiToken)).status,
  ).toBe(404);
  expect(standins.violations()).toHaveLength(5);
});

test("both carriers' lists can be paged by the twilio client", async () => {
  const recordings = ['1', '2', '3'].map((end) => ({
    sid: `RE0000000000000000000000000000000${end}`,
    durationSeconds: 5,
  }));
  standins.twilio.setCall(twilioSid, { ...ended, recordings });
  standins.signalwire.setCall(signalwireSid, { ...ended, accountSid: projectId, recordings });
  const client = clientOf(standins.twilioUrl, accountSid, authToken);
  expect(await client.recordings.list({ callSid: twilioSid, pageSize: 2 })).toHaveLength(3);
  expect(await client.calls.list({ parentCallSid: twilioSid })).toEqual([]);
  const signalwire = clientOf(standins.signalwireUrl, projectId, apiToken);
  signalwire.api.v2010._version = 'api/laml/2010-04-01';
  const found = await signalwire.recordings.list({ callSid: signalwireSid, pageSize: 2 });
  expect(found.map(({ sid }) => sid)).toEqual(recordings.map(({ sid }) => sid));
  expect(standins.violations()).toEqual([]);
});

test('another process can set a call, but not a wrong one', async () => {
  const put = (body: unknown) =>
    fetch(`${standins.twilioUrl}/__standin/calls/${twilioSid}`, { method: 'PUT', body: JSON.stringify(body) });
  expect((await put({ ...ended, status: 'initiated' })).status).toBe(400);
  expect((await put(ended)).status).toBe(200);
  expect((await askTwilio(`/Calls/${twilioSid}.json`)).status).toBe(200);
});
