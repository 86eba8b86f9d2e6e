import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebhookEvent } from '../src/db/entities.ts';
import { saveIntegration } from '../src/db/tenants/integrations.ts';
import { tenantEm } from '../src/db/core/tenancy.ts';
import { demo } from '../dev/simulator/demo.ts';
import { readTwiml } from '../dev/simulator/twiml.ts';
import { publicUrl, startTestApi, type SignedIn, type TestApi } from './support/http.ts';
import { randomNumber } from './support/numbers.ts';
import { completedCall, post, signalwireJson, twilioForm, type Answer } from './support/send.ts';

const [entry, event, log] = ['/api/mcp/ivr/entry', '/api/mcp/ivr/event', '/api/mcp/ivr/log'] as const;

let api: TestApi;
let owner: SignedIn;
let numbers: Record<'twilio' | 'signalwire', string>;
beforeAll(async () => void (api = await startTestApi()));
afterAll(() => api.stop());
beforeEach(async () => {
  owner = await api.signUp();
  numbers = { twilio: randomNumber(), signalwire: randomNumber() };
  const em = tenantEm(api.app.orm, owner.tenantId);
  const { keys } = api.app;
  for (const name of ['twilio', 'signalwire'] as const) {
    const settings = { ...demo[name], phoneNumbers: [numbers[name]] };
    await saveIntegration(em, keys, owner.tenantId, name, settings);
  }
  await saveIntegration(em, keys, owner.tenantId, 'vapi', demo.vapi);
  await em.flush();
});

const inbound = (To: string, CallSid: string) => ({
  AccountSid: demo.twilio.accountSid,
  CallSid,
  CallStatus: 'ringing',
  Direction: 'inbound',
  From: '+15145550142',
  To,
});

/** As SignalWire signs forms, with the alias that it may use alone. */
const signalwireForm = (path: string, fields: Record<string, string>, header: string): Promise<Answer> => {
  const signed = Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const content = `${publicUrl}${path}${signed.flat().join('')}`;
  return post(`${api.api.url}${path}`, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    [header]: createHmac('sha1', demo.signalwire.signingKey).update(content).digest('base64'),
  });
};

const events = async (callSid: string) => {
  const rows = await tenantEm(api.app.orm, owner.tenantId).find(WebhookEvent, { subjectId: callSid });
  return rows.map(({ provider, eventType }) => `${provider} ${eventType}`).toSorted();
};

test('a call of Twilio goes its whole way under the addresses of the IVR', async () => {
  const sid = `CA${randomUUID()}`;
  const fields = inbound(numbers.twilio, sid);
  const answered = await twilioForm(api.api.url, entry, fields);
  expect(answered.status).toBe(200);
  const { problems, callbacks } = readTwiml(answered.text, `${publicUrl}${entry}`, ['Dial']);
  expect(problems).toEqual([]);
  // What it is told to ask next is answered, too.
  const { pathname, search } = new URL(callbacks['Dial.action'] ?? '');
  const dialled = { ...fields, CallStatus: 'in-progress', DialCallStatus: 'failed' };
  const next = await twilioForm(api.api.url, `${pathname}${search}`, dialled);
  expect(readTwiml(next.text, publicUrl, ['Record']).problems).toEqual([]);

  const gathered = { ...fields, CallStatus: 'in-progress', Digits: '2' };
  expect((await twilioForm(api.api.url, event, gathered)).status).toBe(200);
  const over = await twilioForm(api.api.url, log, { ...completedCall(sid), To: numbers.twilio });
  expect(over.status).toBe(204);
  expect(await events(sid)).toEqual([
    'twilio voice.dial',
    'twilio voice.gather',
    'twilio voice.inbound',
    'twilio voice.status',
  ]);
});

describe('a call of SignalWire', () => {
  test.each(['x-signalwire-signature', 'x-twilio-signature'])('is told by its number and %s', async (header) => {
    const sid = randomUUID();
    const { status, text } = await signalwireForm(entry, inbound(numbers.signalwire, sid), header);
    expect([status, text]).toEqual([200, expect.stringContaining(`/webhooks/signalwire/${owner.slug}`)]);
    expect(await events(sid)).toEqual(['signalwire voice.inbound']);
  });
});

describe('is refused', () => {
  const refusal = async (answer: Promise<Answer>) => {
    const { status, text } = await answer;
    return [status, JSON.parse(text).code];
  };

  test('what is not signed, before anything is read', async () => {
    const sent = post(`${api.api.url}${entry}`, 'CallSid=CA1', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(await refusal(sent)).toEqual([401, 'webhook.signature_missing']);
  });

  test('a signature over another address', async () => {
    const fields = inbound(numbers.twilio, `CA${randomUUID()}`);
    const { getExpectedTwilioSignature } = await import('twilio/lib/webhooks/webhooks.js');
    const signature = getExpectedTwilioSignature(demo.twilio.authToken, `${publicUrl}${log}`, fields);
    const sent = post(`${api.api.url}${entry}`, new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signature,
    });
    expect(await refusal(sent)).toEqual([403, 'webhook.signature_invalid']);
  });

  test('a number of no tenant, and one of another carrier', async () => {
    const sendTo = (number: string) => twilioForm(api.api.url, entry, inbound(number, `CA${randomUUID()}`));
    expect(await refusal(sendTo(randomNumber()))).toEqual([404, 'webhook.unknown_tenant']);
    // SignalWire's key is another one.
    expect(await refusal(sendTo(numbers.signalwire))).toEqual([403, 'webhook.signature_invalid']);
  });

  test('what names no number', async () => {
    const sent = signalwireJson(api.api.url, event, JSON.stringify({ call_id: randomUUID() }));
    expect(await refusal(sent)).toEqual([404, 'webhook.unknown_tenant']);
  });

  test.each(['GET', 'PUT', 'DELETE'])('%s', async (method) => {
    const { status, headers } = await api.request(entry, { method });
    expect([status, headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
  });
});
