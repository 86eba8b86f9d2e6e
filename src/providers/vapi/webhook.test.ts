import { describe, expect, test } from 'vitest';
import { jsonWebhook, payload, webhook } from '../../../test/support/webhooks.ts';
import type { AssistantReport, CallObservation } from '../../domain/calls/observation.ts';
import { CallSession } from '../../domain/calls/session.ts';
import { createVapi } from './vapi.ts';
import { toolSentence } from '../shared/toolSentence.ts';

const vapi = createVapi('https://api.vapi.ai');
const carrierId = 'CA00000000000000000000000000000b30';
const parse = (message: Record<string, unknown>) => vapi.parse(jsonWebhook('vapi', { message }));

const call = {
  id: '00000000-0000-4000-8000-000000000203',
  type: 'inboundPhoneCall',
  status: 'ringing',
  phoneCallProviderId: carrierId,
  customer: { number: '+15145550142' },
  phoneNumber: { number: '+15145550100' },
};

const callAfter = (events: CallObservation[]) => {
  const session = new CallSession(carrierId);
  session.merge(events);
  return session.snapshot();
};

const reportIn = (message: Record<string, unknown>): AssistantReport | undefined =>
  parse({ type: 'end-of-call-report', call, endedReason: 'customer-ended-call', ...message }).events.find(
    (event) => event.type === 'report',
  )?.report;

describe('the official report of 2024', () => {
  const parsed = vapi.parse(webhook('vapi', { body: payload('vapi/end-of-call-report-legacy-2024.json') }));

  test('is read from the top level where the artifact is empty', () => {
    expect(parsed).toMatchObject({ eventType: 'end-of-call-report', externalCallId: carrierId });
    expect(callAfter(parsed.events)).toMatchObject({
      status: 'completed',
      outcome: 'COMPLETED',
      aiHandled: true,
      from: '+15145550142',
      to: '+15145550100',
      transcript: 'AI: Hi there.\nUser: Great.\n',
      summary: 'The user inquired about the weather.',
      endedReason: 'customer-ended-call',
      startedAt: '2024-07-27T21:23:24.677Z',
      endedAt: '2024-07-27T21:24:05.712Z',
      recordings: [{ recordingId: '00000000-0000-4000-8000-000000000203', voicemail: false }],
      providerCostCents: null,
    });
  });
});

test("a report's own fields count, not its call's stale ones", () => {
  const { events } = parse({
    type: 'end-of-call-report',
    timestamp: 1795190500000,
    call: { ...call, status: 'in-progress', endedReason: 'pipeline-no-available-llm-model', cost: 0, startedAt: null },
    endedReason: 'assistant-forwarded-call',
    startedAt: 1795190400000,
    endedAt: '2026-11-20T16:01:00.400Z',
    cost: 0.00001,
    analysis: { summary: null, structuredData: null, successEvaluation: true },
    artifact: {
      transcript: null,
      recording: { stereoUrl: 'https://x/stereo', mono: { combinedUrl: 'https://x/mono' } },
    },
    transcript: 'AI: Bonjour',
  });
  expect(events).toMatchObject([
    {
      type: 'status',
      status: 'completed',
      startedAt: '2026-11-20T16:00:00.000Z',
      endedAt: '2026-11-20T16:01:00.400Z',
      durationSeconds: 60,
      at: '2026-11-20T16:01:40.000Z',
    },
    {
      type: 'report',
      report: { endedClass: 'transferred', transcript: 'AI: Bonjour', successEvaluation: 'true', booked: false },
    },
    { type: 'cost', microUsd: 10 },
    { type: 'recording', url: 'https://x/mono' },
  ]);
  expect(callAfter(events)).toMatchObject({ outcome: 'TRANSFERRED', providerCostCents: 0.001 });
});

test('a report of nothing but nulls is survived', () => {
  const nothing = Object.fromEntries(
    ['endedReason', 'startedAt', 'analysis', 'artifact', 'cost', 'customer', 'messages', 'transcript'].map((name) => [
      name,
      null,
    ]),
  );
  expect(parse({ type: 'end-of-call-report', call: { id: 'c1' }, ...nothing })).toMatchObject({
    externalCallId: 'c1',
    events: [{ status: 'completed' }, { report: { endedReason: 'unknown', booked: false } }],
  });
});

test('a transcript without end has one', () => {
  const report = reportIn({ artifact: { transcript: '🔧'.repeat(200_000) } });
  expect(report?.transcript?.length).toBeLessThanOrEqual(256_000);
});

const tool = (result: unknown, name = 'bookAppointment') => ({
  artifact: { messages: [{ role: 'tool_call_result', name, result }] },
});
const said = (structuredData: unknown) => ({ analysis: { structuredData } });

describe('booked', () => {
  test.each<[string, Record<string, unknown>]>([
    ['a date', said({ customerName: 'Jean Dupont', appointmentDate: '2024-01-16' })],
    ['a yes', said({ appointmentBooked: true })],
    ['an outcome', said({ outcome: 'booked' })],
    ['a tool that says so in JSON', tool('{"booked":true}')],
    ['a tool that says so in French', tool('Rendez-vous confirmé pour demain à 9 h.')],
    [
      'a tool of an older report',
      { messages: [{ role: 'tool_call_result', name: 'book_appointment', result: 'Appointment booked.' }] },
    ],
  ])('%s', (_case, message) => {
    expect(reportIn(message)?.booked).toBe(true);
  });

  test.each<[string, Record<string, unknown>]>([
    ['nothing', {}],
    ['data that is not an object', said('appointmentDate')],
    ['a no, whatever the date', said({ appointmentBooked: false, appointmentDate: '2024-01-16' })],
    ['a tool that failed', tool('{"success":false,"status":"booked"}')],
    ['a tool that could not', tool("Désolé, le rendez-vous n'a pas été confirmé.")],
    ['our own answer to tools', tool(toolSentence({ code: 'tool.unknown' }, null))],
    ['another tool', tool('{"success":true}', 'getWeather')],
    ['a result that is null', tool(null)],
  ])('not by %s', (_case, message) => {
    expect(reportIn(message)?.booked).toBe(false);
  });
});

describe('which call', () => {
  const other = { ...call, phoneCallProviderId: undefined };

  test.each<[string, Record<string, unknown>]>([
    ["the carrier's id", { phoneCallProviderId: carrierId }],
    ["the carrier's id in its transport", { transport: { provider: 'twilio', callSid: carrierId } }],
    ['a variable', { assistantOverrides: { variableValues: { 'Call-Sid': carrierId } } }],
    ['a variable in another spelling', { assistantOverrides: { variableValues: { call_sid: carrierId } } }],
    ['a SIP header', { phoneCallProviderDetails: { sip: { headers: { 'X-Call-Sid': carrierId } } } }],
    ['a list of headers', { transport: { headers: [{ name: 'x-call-sid', value: carrierId }] } }],
    [
      'our header, over the id of the SIP leg',
      { phoneCallProviderId: 'leg-1', transport: { sipHeaders: { 'x-call-sid': carrierId } } },
    ],
  ])('%s', (_case, fields) => {
    const parsed = parse({ type: 'status-update', status: 'in-progress', call: { ...other, ...fields } });
    expect(parsed).toMatchObject({ externalCallId: carrierId, events: [{ status: 'in-progress' }] });
  });

  test('a phone call without a carrier has an id only when it is over', () => {
    const live = parse({ type: 'status-update', status: 'ringing', call: other });
    expect(live).toMatchObject({ knownAs: call.id, events: [{ status: 'ringing' }] });
    expect(live).not.toHaveProperty('externalCallId');
    const ended = parse({
      type: 'status-update',
      status: 'ended',
      endedReason: 'customer-did-not-answer',
      call: other,
    });
    expect(ended).toMatchObject({ externalCallId: call.id, events: [{ status: 'no-answer' }] });
    expect(parse({ type: 'end-of-call-report', call: other })).toMatchObject({ externalCallId: call.id });
  });

  test('a web call has its own', () => {
    const parsed = parse({ type: 'status-update', status: 'in-progress', call: { id: 'c1', type: 'webCall' } });
    expect(parsed).toMatchObject({ externalCallId: 'c1', events: [{ direction: 'INBOUND', assistantCallId: 'c1' }] });
  });

  test.each([{ call: null }, { call: 'c1' }, {}])('none: %o', (fields) => {
    const parsed = parse({ type: 'end-of-call-report', ...fields });
    expect(parsed.events).toEqual([]);
    expect(parsed).not.toHaveProperty('externalCallId');
  });
});

describe('who', () => {
  const numbers = { customer: { number: '+15145550142' }, phoneNumber: { number: '+15145550100' } };
  const status = (type: string) =>
    parse({ type: 'status-update', status: 'in-progress', ...numbers, call: { ...call, type } }).events;

  test('the customer calls us', () => {
    expect(status('inboundPhoneCall')).toMatchObject([
      { direction: 'INBOUND', from: '+15145550142', to: '+15145550100' },
    ]);
  });

  test('or we call the customer', () => {
    expect(status('outboundPhoneCall')).toMatchObject([
      { direction: 'OUTBOUND', from: '+15145550100', to: '+15145550142' },
    ]);
  });
});

const moved = (destination: unknown) => parse({ type: 'transfer-update', destination, call }).events;

describe('other messages', () => {
  test.each([
    ['scheduled', 'queued'],
    ['queued', 'queued'],
    ['ringing', 'ringing'],
    ['in-progress', 'in-progress'],
    ['forwarding', 'in-progress'],
  ])('%s', (status, expected) => {
    expect(parse({ type: 'status-update', status, call }).events).toMatchObject([{ type: 'status', status: expected }]);
  });

  test.each(['not-found', 'something-new', null])('status %s says nothing', (status) => {
    expect(parse({ type: 'status-update', status, call }).events).toEqual([]);
  });

  test('an assistant is asked for while the phone rings', () => {
    expect(parse({ type: 'assistant-request', call }).events).toMatchObject([{ status: 'ringing' }]);
  });

  test('a transfer to a telephone is a leg, one to another assistant is not', () => {
    expect(moved({ type: 'number', number: '+15145550177' })).toMatchObject([
      { type: 'leg', role: 'person', status: 'ringing' },
    ]);
    expect(moved({ type: 'assistant', assistantName: 'B' })).toEqual([]);
    expect(moved(null)).toEqual([]);
  });

  test.each([
    'transcript',
    "transcript[transcriptType='final']",
    'conversation-update',
    'speech-update',
    'model-output',
    'voice-input',
    'user-interrupted',
  ])('%s is chatter', (type) => {
    expect(parse({ type, call, transcript: 'Bonjour' })).toMatchObject({
      eventType: type,
      events: [],
      isChatter: true,
    });
  });

  test.each(['hang', 'constructor'])('%s is only kept', (type) => {
    expect(parse({ type, call, transcript: 'Bonjour' })).toMatchObject({
      eventType: type,
      externalCallId: carrierId,
      events: [],
    });
  });

  test.each([1795190413000, '1795190413000', '2026-11-20T11:00:13-05:00'])('the time %s is understood', (timestamp) => {
    expect(parse({ type: 'status-update', status: 'ringing', timestamp, call }).events).toMatchObject([
      { at: '2026-11-20T16:00:13.000Z' },
    ]);
  });

  test.each([null, 0, 'soon', {}])('where the time is %o, the arrival counts', (timestamp) => {
    expect(parse({ type: 'status-update', status: 'ringing', timestamp, call }).events).toMatchObject([
      { at: '2026-11-20T15:30:00.000Z' },
    ]);
  });
});
