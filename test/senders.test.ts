import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi } from '../src/api/api.ts';
import { Call, WebhookEvent } from '../src/db/entities.ts';
import { saveIntegration } from '../src/db/tenants/integrations.ts';
import { tenantEm } from '../src/db/core/tenancy.ts';
import { demo } from '../dev/simulator/demo.ts';
import { completedCall, post, twilioForm, vapiMessage } from './support/send.ts';
import { publicUrl, startStack, until, type Stack } from './support/stack.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startStack()));
afterAll(() => stack.stop());

const newSid = () => `CA${randomBytes(16).toString('hex')}`;
const pathOf = (provider: string) => `/webhooks/${provider}/${stack.tenant.slug}`;
const em = () => tenantEm(stack.app.orm, stack.tenant.id);
const twilio = (fields: Record<string, string>) => twilioForm(stack.baseUrl, pathOf('twilio'), fields);
const vapi = (message: unknown) => vapiMessage(stack.baseUrl, pathOf('vapi'), message);

describe('a GET', () => {
  const get = async (path: string, fields: Record<string, string>, header: string, sign: (url: string) => string) => {
    const pathAndQuery = `${path}?${new URLSearchParams(fields).toString()}`;
    return fetch(stack.baseUrl + pathAndQuery, { headers: { [header]: sign(publicUrl + pathAndQuery) } });
  };
  const byTwilio = (url: string) => getExpectedTwilioSignature(demo.twilio.authToken, url, {});
  const bySignalWire = (url: string) => createHmac('sha1', demo.signalwire.signingKey).update(url).digest('base64');

  test('of Twilio counts as a POST does, and once', async () => {
    const sid = newSid();
    const fields = completedCall(sid);
    const answers = [
      await get(pathOf('twilio'), fields, 'x-twilio-signature', byTwilio),
      await get(pathOf('twilio'), fields, 'x-twilio-signature', byTwilio),
    ];
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(await stack.closedCall(sid)).toMatchObject({ status: 'completed', durationSeconds: 18 });
    expect(await stack.webhookEvents(sid)).toHaveLength(1);
    expect((await get('/webhooks/twilio', fields, 'x-twilio-signature', byTwilio)).status).toBe(204);
  });

  test('of SignalWire asks a question and gets an answer', async () => {
    const fields = {
      CallSid: randomUUID(),
      From: '+15145550142',
      To: demo.numbers.signalwire,
      CallStatus: 'ringing',
      Direction: 'inbound',
    };
    for (const path of [pathOf('signalwire'), '/webhooks/signalwire']) {
      const answer = await get(path, fields, 'x-signalwire-signature', bySignalWire);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('<Response>');
    }
  });

  test.each(['twilio', 'signalwire'])('to %s with a changed query is refused', async (name) => {
    const wrong = await get(pathOf(name), { CallSid: newSid() }, `x-${name}-signature`, (url) =>
      byTwilio(`${url}&x=1`),
    );
    expect(wrong.status).toBe(403);
    expect((await fetch(`${stack.baseUrl}${pathOf(name)}?CallSid=CA1`)).status).toBe(401);
  });

  test('is not for Vapi, and other methods are refused', async () => {
    const methods = async (path: string, method: string) => {
      const answer = await fetch(stack.baseUrl + path, { method });
      return [answer.status, answer.headers.get('allow')];
    };
    expect(await methods(pathOf('vapi'), 'GET')).toEqual([405, 'POST, OPTIONS']);
    for (const path of [pathOf('twilio'), pathOf('signalwire'), '/webhooks/twilio', '/webhooks/signalwire']) {
      for (const method of ['HEAD', 'PUT', 'DELETE', 'PATCH']) {
        const [status, allow] = await methods(path, method);
        expect(status).toBe(405);
        expect(String(allow).split(', ').toSorted()).toEqual(['GET', 'OPTIONS', 'POST']);
      }
    }
  });
});

describe("a call's identity", () => {
  const callOf = (id: string) => ({
    id,
    type: 'outboundPhoneCall',
    phoneCallProvider: 'twilio',
    customer: { number: '+14385550178' },
    phoneNumber: { number: demo.numbers.twilio },
  });
  const status = (call: object, value: string) => ({
    type: 'status-update',
    status: value,
    timestamp: Date.now(),
    call,
  });
  const report = (call: object) => ({
    type: 'end-of-call-report',
    timestamp: Date.now(),
    endedReason: 'customer-ended-call',
    durationSeconds: 60,
    analysis: { summary: 'Une fuite.' },
    artifact: { transcript: 'AI: Bonjour.\nUser: Allô.' },
    call,
  });
  const rowsOf = (...ids: string[]) => em().find(Call, { externalCallId: { $in: ids } });

  test.each([
    ['comes with the report alone', [false, true]],
    ['is missing in the report alone', [true, false]],
    ['is missing in the last status alone', [true, false, true]],
    ['never comes', [false, false]],
  ] as const)('is one where the carrier’s id %s', async (_case, named) => {
    const [id, sid] = [randomUUID(), newSid()];
    const calls = named.map((isNamed) => ({ ...callOf(id), ...(isNamed && { phoneCallProviderId: sid }) }));
    const [first, last] = [calls[0] ?? {}, calls.at(-1) ?? {}];
    await vapi(status(first, named[0] ? 'in-progress' : 'ended'));
    if (calls.length > 2) await vapi(status(calls[1] ?? {}, 'ended'));
    await vapi(report(last));
    const key = named[0] ? sid : id;
    const call = await until('the report', async () =>
      (await stack.findCall(key))?.summary ? stack.findCall(key) : null,
    );
    expect(call).toMatchObject({ durationSeconds: 60, assistantCallId: id, status: 'completed' });
    expect(await rowsOf(id, sid)).toHaveLength(1);
    const events = await em().find(WebhookEvent, { provider: 'vapi', externalId: { $like: `${id}:%` } });
    expect(new Set(events.map(({ subjectId }) => subjectId))).toEqual(new Set([key]));
    await stack.closedCall(key);
    const told = (await stack.deliveries(key)).map(({ eventType }) => eventType);
    for (const type of ['call.started', 'call.ended']) expect(told.filter((one) => one === type)).toHaveLength(1);
  });

  test('is settled for all processes by what is stored', async () => {
    const other = await startApi(stack.app);
    const [id, sid] = [randomUUID(), newSid()];
    await vapi(status({ ...callOf(id), phoneCallProviderId: sid }, 'in-progress'));
    await vapiMessage(other.url, pathOf('vapi'), report(callOf(id)));
    await until('the report', async () => (await stack.findCall(sid))?.summary);
    expect(await rowsOf(id, sid)).toHaveLength(1);
    await other.stop();
  });

  test("of a leg that a machine picked up is its call's", async () => {
    const [sid, child] = [newSid(), newSid()];
    const base = { ...completedCall(sid), CallStatus: 'in-progress' };
    await twilio({ ...base, SequenceNumber: '1' });
    await twilio({ ...base, CallSid: child, ParentCallSid: sid, Direction: 'outbound-dial', To: '+15145550177' });
    await twilio({ CallSid: child, AccountSid: demo.twilio.accountSid, AnsweredBy: 'machine_start' });
    await twilio(completedCall(sid));
    expect(await stack.closedCall(sid)).toMatchObject({ outcome: 'MISSED', outcomeReason: 'carrier.unanswered' });
    expect(await rowsOf(child)).toEqual([]);
  });
});

test('our own call that a machine picked up is voicemail, whatever the assistant says of it', async () => {
  const sid = newSid();
  const outbound = { ...completedCall(sid), Direction: 'outbound-api' };
  await twilio({ ...outbound, CallStatus: 'in-progress', SequenceNumber: '1' });
  await twilio({ CallSid: sid, AccountSid: demo.twilio.accountSid, AnsweredBy: 'machine_end_beep' });
  await vapi({
    type: 'end-of-call-report',
    endedReason: 'customer-ended-call',
    analysis: { structuredData: { appointmentBooked: true, appointmentDate: '2026-12-01' } },
    call: { id: randomUUID(), type: 'outboundPhoneCall', phoneCallProvider: 'twilio', phoneCallProviderId: sid },
  });
  await twilio(outbound);
  expect(await stack.closedCall(sid)).toMatchObject({ outcome: 'VOICEMAIL', outcomeReason: 'carrier.machine' });
});

test('a signed timestamp that is old is refused, and a replay within the tolerance counts once', async () => {
  const hmac = { secret: 'hmac-key' };
  const settings = stack.app.providers.vapi.settings.parse({ ...demo.vapi, hmac });
  await em().transactional((tx) => saveIntegration(tx, stack.app.keys, stack.tenant.id, 'vapi', settings));
  const id = randomUUID();
  const send = (at: number) => {
    const body = JSON.stringify({
      message: { type: 'status-update', status: 'in-progress', call: { id, type: 'webCall' } },
    });
    const signature = createHmac('sha256', hmac.secret).update(`${at}.${body}`).digest('hex');
    return post(stack.baseUrl + pathOf('vapi'), body, {
      'content-type': 'application/json',
      'x-signature': signature,
      'x-timestamp': String(at),
    });
  };
  await until('the settings', async () => (await send(Date.now())).status === 200);
  expect((await send(Date.now() - 600_000)).status).toBe(403);
  expect((await send(Date.now() + 600_000)).status).toBe(403);
  expect((await send(Date.now() - 60_000)).status).toBe(200);
  expect(await stack.webhookEvents(id)).toHaveLength(1);
});
