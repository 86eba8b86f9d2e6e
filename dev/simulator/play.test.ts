import { afterEach, beforeEach, expect, test } from 'vitest';
import { startServer, type StandinAnswer, type StandinRequest, type StandinServer } from '../standins/server.ts';
import { startStandins, type Standins } from '../standins/standins.ts';
import { playScenario, type PlayOptions } from './play.ts';
import { signTwilioForm } from './signing.ts';
import { demo } from './demo.ts';

/** An instance of which every answer can be chosen. */
let instance: StandinServer;
let standins: Standins;
let received: StandinRequest[];
let answer: (request: StandinRequest) => StandinAnswer | undefined;

const ok: StandinAnswer = { status: 200, json: {} };
const twiml = (text: string): StandinAnswer => ({
  status: 200,
  text: `<Response>${text}</Response>`,
  contentType: 'text/xml; charset=utf-8',
});
const publicUrl = 'https://api.example.com';

const form = ({ body }: StandinRequest) => new URLSearchParams(body.toString());

const goodAnswer = (request: StandinRequest): StandinAnswer => {
  if (request.path.startsWith('/webhooks/vapi/')) {
    const { message } = JSON.parse(request.body.toString()) as {
      message: { type: string; toolCallList?: { id: string }[] };
    };
    if (message.type === 'assistant-request') return { status: 200, json: { assistantId: 'a' } };
    if (message.type !== 'tool-calls') return ok;
    return {
      status: 200,
      json: { results: message.toolCallList?.map(({ id }) => ({ toolCallId: id, result: 'Noté.' })) },
    };
  }
  const fields = form(request);
  if (fields.has('DialCallStatus')) return twiml('<Record action="/webhooks/twilio/demo-hvac?step=recorded"/>');
  if (fields.get('CallStatus') === 'ringing' && !fields.has('CallbackSource')) {
    return twiml('<Dial action="/webhooks/twilio/demo-hvac?step=after&amp;n=1"><Sip>sip:demo@sip.vapi.ai</Sip></Dial>');
  }
  return twiml('');
};

beforeEach(async () => {
  received = [];
  answer = () => undefined;
  standins = await startStandins();
  instance = await startServer({
    name: 'instance',
    port: 0,
    handle: (request) => {
      received.push(request);
      return answer(request) ?? goodAnswer(request);
    },
  });
});
afterEach(async () => {
  await instance.stop();
  await standins.stop();
});

const play = (options: Partial<PlayOptions> = {}) =>
  playScenario({
    scenario: 'booked',
    baseUrl: instance.url,
    publicUrl,
    speed: Infinity,
    standinsUrl: standins.n8n.url,
    account: null,
    ...options,
  });

test('a call that is taken well has no problems, and the stand-ins know it', async () => {
  const { problems, callSid, vapiCallId, sent } = await play();
  expect(problems).toEqual([]);
  expect(received).toHaveLength(sent.length);
  const authorization = `Basic ${Buffer.from(`${demo.twilio.accountSid}:${demo.twilio.authToken}`).toString('base64')}`;
  const carrier = await fetch(
    `${standins.twilioUrl}/2010-04-01/Accounts/${demo.twilio.accountSid}/Calls/${callSid}.json`,
    { headers: { authorization } },
  );
  expect(await carrier.json()).toMatchObject({ status: 'completed', duration: '94' });
  const vapi = await fetch(`${standins.vapiUrl}/call/${vapiCallId}`, {
    headers: { authorization: `Bearer ${demo.vapi.apiKey}` },
  });
  expect(await vapi.json()).toMatchObject({ status: 'ended', cost: 0.13475 });
});

test('the carrier calls back where the TwiML says, and signs that URL', async () => {
  await play({ scenario: 'voicemail', shuffle: true, duplicate: true, seed: 5 });
  const dial = received.find((request) => form(request).has('DialCallStatus'));
  expect(`${dial?.path}?${dial?.query.toString()}`).toBe('/webhooks/twilio/demo-hvac?step=after&n=1');
  const url = `${publicUrl}/webhooks/twilio/demo-hvac?step=after&n=1`;
  expect(dial?.headers['x-twilio-signature']).toBe(
    signTwilioForm(demo.twilio.authToken, url, dial?.body.toString() ?? ''),
  );
  expect(received.some(({ query }) => query.get('step') === 'recorded')).toBe(true);
});

test('two plays are two calls, and no webhook comes from the future', async () => {
  const [first, second] = [await play(), await play()];
  expect(first.callSid).not.toBe(second.callSid);
  const report = received.find(({ body }) => body.includes('end-of-call-report'));
  const { message } = JSON.parse(report?.body.toString() ?? '') as { message: { timestamp: number } };
  expect(message.timestamp).toBeLessThanOrEqual(Date.now());
  expect(message.timestamp).toBeGreaterThan(Date.now() - 10_000);
});

test.each<[string, StandinAnswer, string]>([
  ['a refusal', { status: 403, json: { code: 'webhook.signature_invalid' } }, 'refused'],
  ['JSON instead of TwiML', ok, 'TwiML is expected'],
  ['a cut connection', 'reset', 'no answer'],
])('%s is a problem', async (_name, bad, problem) => {
  answer = (request) =>
    request.path.startsWith('/webhooks/twilio') && form(request).has('CallToken') ? bad : undefined;
  const { problems } = await play({ scenario: 'missed' });
  expect(problems).toEqual([expect.stringContaining(`twilio voice request: ${problem}`)]);
});

test('Twilio tries once more after a 5xx, Vapi never', async () => {
  const seen = new Set<string>();
  answer = ({ path }) => (seen.has(path) ? undefined : (seen.add(path), { status: 503, json: {} }));
  const { problems, sent } = await play();
  expect(sent.find(({ label }) => label === 'twilio voice request')).toMatchObject({ status: 200, attempts: 2 });
  expect(problems).toEqual([expect.stringContaining('vapi assistant-request: refused')]);
});

test('an assistant that is not named and a tool that is not answered are problems', async () => {
  answer = ({ path }) => (path.startsWith('/webhooks/vapi') ? ok : undefined);
  expect((await play()).problems).toEqual([
    expect.stringContaining('vapi assistant-request: no assistant'),
    expect.stringContaining('vapi tool-calls bookAppointment: no `results`'),
  ]);
});

const shown = {
  id: '1',
  provider: 'TWILIO',
  status: 'no-answer',
  outcome: 'MISSED',
  aiHandled: false,
  durationSeconds: 0,
  billedMinutes: 0,
  providerCostCents: null,
};
/** A dashboard that answers `call` for every call that it is asked for. */
const dashboard =
  (call: object) =>
  (request: StandinRequest): StandinAnswer | undefined => {
    if (request.path === '/auth/login') return { status: 200, json: { accessToken: 't' } };
    const full = { ...shown, ...call, externalCallId: request.query.get('search') ?? '' };
    if (request.path === '/dashboard/calls') return { status: 200, json: { data: [full] } };
    return request.path.startsWith('/dashboard/calls/') ? { status: 200, json: full } : undefined;
  };
const account = { email: 'a@b.ca', password: 'p' };

test('the dashboard is asked what became of the call', async () => {
  answer = dashboard({});
  const report = await play({ scenario: 'missed', account });
  expect(report.problems).toEqual([]);
  expect(report.call).toMatchObject({ status: 'no-answer', outcome: 'MISSED' });
});

test('a call that ended otherwise is a problem, named field by field', async () => {
  answer = dashboard({ outcome: 'FAILED', durationSeconds: 3 });
  const { problems } = await play({ scenario: 'missed', account });
  expect(problems).toEqual(['outcome is FAILED, not MISSED', 'durationSeconds is 3, not 0']);
});

test('a call that stays open is a problem after the wait', async () => {
  answer = dashboard({ status: 'in-progress', outcome: null });
  const { problems } = await play({ scenario: 'missed', account, waitSeconds: 0.3 });
  expect(problems).toContain('status is in-progress, not no-answer');
});

test('without stand-ins the call is played all the same, and that is said', async () => {
  const notes: string[] = [];
  const { problems } = await play({
    scenario: 'busy',
    standinsUrl: 'http://127.0.0.1:1',
    onNote: (note) => notes.push(note),
  });
  expect(problems).toEqual([]);
  expect(notes).toEqual([expect.stringContaining('no stand-ins at http://127.0.0.1:1')]);
});
