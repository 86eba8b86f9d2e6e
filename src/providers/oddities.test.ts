import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { formWebhook, jsonWebhook, receivedAt, webhook } from '../../test/support/webhooks.ts';
import { AppError } from '../errors.ts';
import { isTerminalStatus } from '../domain/calls/observation.ts';
import { carriers, providerNames, type ProviderName } from '../domain/providers.ts';
import { CallSession } from '../domain/calls/session.ts';
import { createSignalWire } from './signalwire.ts';
import { createTwilio } from './twilio.ts';
import { createVapi } from './vapi/vapi.ts';
import type { InboundWebhook, ParsedWebhook, Provider } from './provider.ts';

const providers: Record<ProviderName, Provider> = {
  twilio: createTwilio('https://api.twilio.com'),
  signalwire: createSignalWire('https://{space}'),
  vapi: createVapi('https://api.vapi.ai'),
};
const context = { tenant: { id: 't', slug: 's', name: 'Essai' }, webhookUrl: 'https://api.example.com/webhooks/x/s' };

/** Every text in a value, names included. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...textsIn(inner)]);
};

/** What jsonb refuses. */
const isUnstorable = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

/** Webhooks that were not refused: where all are, nothing is tested. */
let taken = 0;
beforeEach(() => void (taken = 0));

const understood = (provider: Provider, sent: InboundWebhook): ParsedWebhook | undefined => {
  try {
    const parsed = provider.parse(sent);
    taken += 1;
    return parsed;
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return undefined;
  }
};

/** Whatever came in, the stored webhook, its events and its answer have their shape. */
const isSound = (provider: Provider, sent: InboundWebhook): boolean => {
  const parsed = understood(provider, sent);
  if (!parsed) return true;
  expect(parsed.externalId.length).toBeLessThanOrEqual(200);
  expect(parsed.externalId).toBe(provider.parse(sent).externalId);
  // Chatter is not stored.
  if (!parsed.isChatter)
    expect(textsIn([parsed.payload, parsed.events, parsed.eventType]).filter(isUnstorable)).toEqual([]);
  const session = new CallSession(parsed.externalCallId ?? 'none');
  session.merge(parsed.events);
  const call = session.snapshot();
  expect(call.outcome === null).toBe(!isTerminalStatus(call.status));
  expect(call.outcomeReason === null).toBe(call.outcome === null);
  for (const at of [call.startedAt, call.answeredAt, call.endedAt, ...parsed.events.map((event) => event.at)])
    if (at !== null) expect(new Date(at).toISOString()).toBe(at);
  for (const count of [call.durationSeconds, call.billedMinutes])
    if (count !== null) expect(count).toBeGreaterThanOrEqual(0);
  for (const text of [call.from, call.to, call.summary, call.transcript])
    if (text !== null) expect(typeof text).toBe('string');
  expect(JSON.parse(JSON.stringify(session.facts))).toEqual(session.facts);
  const answer = provider.answer(parsed, context, provider.example);
  return answer.status < 300;
};

const anything = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  fc.constantFrom<unknown>('N/A', '', ' ', '\0', '\ud800', '{"a":"\\u0000"}', '[', 'null', '+266696687', 1e308, -1),
  fc.constantFrom<unknown>('2026-02-30', '1970-01-01T00:00:00Z', 'Fri, 99 Nov 2026', 1795190500, 1795190500000, '0'),
  fc.integer({ min: -10, max: 1e13 }),
  fc.string({ unit: 'grapheme' }),
);

const names = {
  form: (
    'CallSid ParentCallSid CallStatus Direction From To Caller Called CallDuration Duration Timestamp CallbackSource SequenceNumber AnsweredBy ' +
    'RecordingSid RecordingUrl RecordingStatus RecordingDuration RecordingSource TranscriptionEvent TranscriptionData TranscriptionSid ' +
    'TranscriptionText TranscriptionStatus Track Final SequenceId DialCallStatus DialCallSid DialBridged Digits SpeechResult MessageSid ' +
    'MessageStatus SmsStatus HangupBy'
  ).split(' '),
  words: (
    'inbound outbound-api outbound-dial queued initiated ringing answered in-progress completed busy no-answer failed canceled true false ' +
    'machine_start machine_end_beep fax human unknown transcription-content inbound_track RecordVerb call-progress-events received delivered'
  ).split(' '),
  document:
    'call_id call_state state end_reason direction device params from to from_number to_number parent control_id url duration detect start_time answer_time end_time'.split(
      ' ',
    ),
  vapi: (
    'type status timestamp call artifact analysis customer phoneNumber endedReason startedAt endedAt cost costBreakdown durationSeconds ' +
    'transcript summary recordingUrl destination messages toolCallList toolWithToolCallList structuredOutputs structuredData ' +
    'structuredDataMulti successEvaluation recording id phoneCallProvider phoneCallProviderId transport number sipUri createdAt name result ' +
    'role message arguments function appointmentBooked appointmentDate outcome'
  ).split(' '),
};

const vapiTypes = fc.constantFrom(
  'end-of-call-report',
  'status-update',
  'assistant-request',
  'tool-calls',
  'transfer-update',
  'transcript',
  'hang',
);

/** An object whose known names hold anything, objects of the same kind among it. */
const treeOf = (known: readonly string[]) =>
  fc.letrec<{ tree: Record<string, unknown> }>((tie) => ({
    tree: fc.dictionary(
      fc.constantFrom(...known),
      fc.oneof({ depthSize: 'small' }, anything, tie('tree'), fc.array(tie('tree'), { maxLength: 2 })),
      {
        maxKeys: 12,
      },
    ),
  })).tree;

const runs = { numRuns: 50 };

describe('a webhook of which any part is odd', () => {
  test.each(carriers)('as a form, a GET or JSON of %s', (name) => {
    const provider = providers[name];
    const fields = fc.dictionary(
      fc.constantFrom(...names.form),
      fc.oneof(fc.constantFrom(...names.words), fc.string({ unit: 'grapheme' })),
      {
        maxKeys: 14,
      },
    );
    fc.assert(
      fc.property(fields, fc.option(fc.constant('CA1')), (given, CallSid) => {
        const whole = CallSid ? { ...given, CallSid } : given;
        expect(isSound(provider, formWebhook(name, whole))).toBe(true);
        expect(
          isSound(
            provider,
            webhook(name, { url: `https://api.example.com/w?${new URLSearchParams(whole).toString()}` }),
          ),
        ).toBe(true);
        expect(isSound(provider, jsonWebhook(name, whole))).toBe(true);
      }),
      runs,
    );
    expect(taken).toBeGreaterThan(runs.numRuns);
    fc.assert(
      fc.property(treeOf(names.form), (given) => {
        expect(isSound(provider, jsonWebhook(name, { CallSid: 'CA1', ...given }))).toBe(true);
      }),
      runs,
    );
    expect(taken).toBeGreaterThan(runs.numRuns);
  });

  test("as a document of SignalWire's", () => {
    const event = fc.constantFrom(
      'calling.call.state',
      'calling.call.record',
      'calling.call.detect',
      'calling.call.play',
    );
    fc.assert(
      fc.property(treeOf(names.document), event, (given, event_type) => {
        const params = { call_id: 'c1', ...given };
        expect(
          isSound(
            providers.signalwire,
            jsonWebhook('signalwire', { event_type, params, timestamp: receivedAt.getTime() / 1000 }),
          ),
        ).toBe(true);
        expect(isSound(providers.signalwire, jsonWebhook('signalwire', { call: params, vars: {} }))).toBe(true);
      }),
      runs,
    );
    expect(taken).toBeGreaterThan(runs.numRuns);
  });

  test("as a message of Vapi's", () => {
    fc.assert(
      fc.property(treeOf(names.vapi), vapiTypes, fc.boolean(), (given, type, isPhone) => {
        const call = { id: 'v1', type: isPhone ? 'inboundPhoneCall' : 'webCall' };
        expect(isSound(providers.vapi, jsonWebhook('vapi', { message: { call, ...given, type } }))).toBe(true);
        expect(
          isSound(providers.vapi, jsonWebhook('vapi', { message: { ...given, call: { ...given, ...call }, type } })),
        ).toBe(true);
      }),
      runs,
    );
    expect(taken).toBeGreaterThan(runs.numRuns);
  });

  test('of bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...providerNames), (bytes, name) => {
        for (const type of ['application/json', 'application/x-www-form-urlencoded', ''])
          expect(
            isSound(providers[name], webhook(name, { headers: { 'content-type': type }, body: Buffer.from(bytes) })),
          ).toBe(true);
      }),
      runs,
    );
  });
});
