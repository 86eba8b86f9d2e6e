import { describe, expect, test } from 'vitest';
import {
  formWebhook,
  jsonWebhook,
  payload,
  receivedAt,
  webhook,
  type FormFields,
} from '../../../test/support/webhooks.ts';
import type { CallObservation } from '../../domain/calls/observation.ts';
import { CallSession } from '../../domain/calls/session.ts';
import { createTwilio } from '../twilio.ts';

const twilio = createTwilio('https://api.twilio.com');
const base = 'https://api.example.com/webhooks/twilio/demo-hvac';
const callSid = 'CA00000000000000000000000000000a01';
const childSid = 'CA00000000000000000000000000000a02';

const inbound = {
  CallSid: callSid,
  From: '+15145550142',
  To: '+15145550100',
  Direction: 'inbound',
  CallStatus: 'ringing',
};
const progress = { ...inbound, CallbackSource: 'call-progress-events' };

const parse = (fields: FormFields, query = '', headers: Record<string, string> = {}) =>
  twilio.parse(formWebhook('twilio', fields, { url: base + query, headers }));
const parseFile = (path: string) => twilio.parse(webhook('twilio', { body: payload(path) }));

const callAfter = (...webhooks: { events: CallObservation[] }[]) => {
  const session = new CallSession(callSid);
  for (const { events } of webhooks) session.merge(events);
  return session.snapshot();
};

describe('official bodies', () => {
  test('a completed outbound call lasted its CallDuration in seconds, not its Duration in minutes', () => {
    const parsed = parseFile('twilio/voice/status-outbound-completed-only.form');
    expect(parsed).toMatchObject({ eventType: 'voice.status', externalCallId: 'CA00000000000000000000000000000b06' });
    expect(parsed.payload).toMatchObject({ CalledCity: 'São Paulo', SequenceNumber: '0', ToZip: '' });
    expect(parsed.events).toEqual([
      {
        source: 'twilio',
        at: '2026-11-20T15:10:00.000Z',
        type: 'status',
        status: 'completed',
        direction: 'OUTBOUND',
        from: '+15145550100',
        to: '+14505550177',
        startedAt: '2026-11-20T15:09:11.000Z',
        answeredAt: '2026-11-20T15:09:11.000Z',
        durationSeconds: 49,
      },
    ]);
  });

  test('a completed inbound call', () => {
    const parsed = parseFile('twilio/voice/status-inbound-completed.form');
    expect(callAfter(parsed)).toMatchObject({
      status: 'completed',
      direction: 'INBOUND',
      from: '+15145550142',
      to: '+15145550100',
      startedAt: '2026-11-20T15:20:00.000Z',
      endedAt: '2026-11-20T15:20:18.000Z',
      durationSeconds: 18,
      billedMinutes: 1,
    });
  });

  test('a voicemail is a recording that names no tenant', () => {
    const parsed = parseFile('twilio/voice/recording-completed.form');
    expect(parsed).toMatchObject({
      eventType: 'voice.recording',
      externalCallId: callSid,
      events: [
        { type: 'recording', recordingId: 'RE00000000000000000000000000000c02', voicemail: true, durationSeconds: 12 },
      ],
    });
    expect(twilio.calledNumber(parsed)).toBeUndefined();
  });

  test('a text keeps its accents and its last space, and is about no call', () => {
    const parsed = parseFile('twilio/sms/inbound-fr.form');
    expect(parsed).toMatchObject({ eventType: 'sms.inbound', events: [] });
    expect(parsed.payload['Body']).toBe('Réparation chauffe-eau à Québec, s’il vous plaît 🔧 ');
    expect(parsed).not.toHaveProperty('externalCallId');
    expect(twilio.calledNumber(parsed)).toBe('+15145550100');
  });
});

describe('what a webhook is', () => {
  test.each<[string, FormFields, string?]>([
    ['voice.inbound', inbound],
    ['voice.inbound', { ...inbound, ParentCallSid: '', CallStatus: 'in-progress' }],
    ['voice.outbound', { ...inbound, Direction: 'outbound-api', CallStatus: 'in-progress' }],
    ['voice.status', progress],
    ['voice.status', { ...inbound, CallStatus: 'busy' }],
    ['voice.status', { ...progress, AnsweredBy: 'human', MachineDetectionDuration: '2110', CallStatus: 'in-progress' }],
    ['voice.dial', { ...inbound, CallStatus: 'in-progress', DialCallStatus: 'busy', DialCallSid: childSid }],
    ['voice.dial', { ...inbound, CallStatus: 'in-progress' }, '?step=after-assistant'],
    ['voice.gather', { ...inbound, CallStatus: 'in-progress', Digits: '1' }],
    ['voice.gather', { ...inbound, CallStatus: 'in-progress', SpeechResult: 'oui', Confidence: '0.9' }],
    ['voice.record', { ...inbound, CallStatus: 'completed', RecordingUrl: 'https://x/RE1', Digits: 'hangup' }],
    ['voice.recording', { CallSid: callSid, RecordingSid: 'RE1', RecordingStatus: 'in-progress' }],
    ['voice.transcription', { CallSid: callSid, TranscriptionEvent: 'transcription-content', TranscriptionData: '{}' }],
    ['voice.amd', { CallSid: callSid, AnsweredBy: 'machine_end_beep', MachineDetectionDuration: '2110' }],
    ['sms.status', { MessageSid: 'SM1', MessageStatus: 'delivered', From: '+1', To: '+2' }],
    ['sms.inbound', { SmsSid: 'SM1', Body: '', From: '+1', To: '+2' }],
    ['unknown', { AccountSid: 'AC1' }],
    ['unknown', { CallSid: callSid, SomethingNew: '1' }],
  ])('%s', (eventType, fields, query) => {
    expect(parse(fields, query).eventType).toBe(eventType);
  });

  test('JSON is read as well as a form, a GET as well as a POST', () => {
    const { events } = parse(progress);
    expect(twilio.parse(jsonWebhook('twilio', progress)).events).toEqual(events);
    const query = new URLSearchParams(progress).toString();
    expect(twilio.parse(webhook('twilio', { url: `${base}?${query}` })).events).toEqual(events);
  });

  test.each(['{"CallSid":', '[]', '"text"', 'null'])('JSON that is %s is malformed', (body) => {
    const request = webhook('twilio', { headers: { 'content-type': 'application/json' }, body });
    expect(() => twilio.parse(request)).toThrow(expect.objectContaining({ code: 'request.malformed' }));
  });

  test('fields of any size and shape are survived', () => {
    expect(parse({ CallSid: 'x'.repeat(500), CallStatus: 'ringing' })).toMatchObject({
      eventType: 'unknown',
      events: [],
    });
    const odd = {
      CallSid: callSid,
      CallStatus: ['completed', 'ringing'],
      CallDuration: '1e999',
      Timestamp: 'yesterday',
    };
    expect(parse(odd).events).toMatchObject([{ status: 'completed', at: receivedAt.toISOString() }]);
    const nested = { CallSid: callSid, CallStatus: { constructor: 1 }, From: null, To: 15145550100, Direction: [] };
    expect(twilio.parse(jsonWebhook('twilio', nested)).events).toEqual([]);
    const deep = `{"CallSid":"${callSid}","CallStatus":"ringing","x":${'['.repeat(5000)}${']'.repeat(5000)}}`;
    const request = webhook('twilio', { headers: { 'content-type': 'application/json' }, body: deep });
    expect(() => JSON.stringify(twilio.parse(request).payload)).not.toThrow();
  });

  test('what jsonb refuses and what opens calls is not kept', () => {
    const { payload } = parse({ ...inbound, CallToken: 'eyJhbGciOi', Body: 'a\0b' });
    expect(payload).not.toHaveProperty('CallToken');
    expect(payload['Body']).toBe('ab');
    expect(parse({ ...inbound, CallToken: 'eyJhbGciOi' }).payload).not.toHaveProperty('CallToken');
  });
});

const idOf = (fields: FormFields, token: string): string =>
  parse(fields, '', { 'i-twilio-idempotency-token': token }).externalId;

describe('identity', () => {
  test('a repeated webhook has the same id, any other another', () => {
    const ids = [
      parse(progress),
      parse({ ...progress, CallStatus: 'in-progress' }),
      parse({ ...progress, SequenceNumber: '1' }),
      parse(progress, '?step=voicemail-recorded'),
      parse({ ...progress, CallSid: childSid }),
      parse(inbound),
    ].map(({ externalId }) => externalId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(parse(progress).externalId).toBe(ids[0]);
    expect(ids[0]).toContain(`${callSid}:voice.status:`);
    expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(200);
  });

  test('the idempotency token distinguishes equal questions, and never merges different ones', () => {
    const [one, two] = [
      { ...inbound, Digits: '1' },
      { ...inbound, Digits: '2' },
    ];
    expect(idOf(one, 'a')).toBe(idOf(one, 'a'));
    expect(idOf(one, 'a')).not.toBe(idOf(one, 'b'));
    expect(idOf(one, 'a')).not.toBe(idOf(two, 'a'));
  });

  test('the token of a status callback does not matter', () => {
    expect(idOf(progress, 'a')).toBe(idOf(progress, 'b'));
  });
});

describe('callers', () => {
  test.each(['anonymous', 'client:josee', 'sip:josee@example.com', '+15145550142'])('%s is taken as it is', (From) => {
    expect(parse({ ...inbound, From }).events).toMatchObject([{ from: From }]);
  });

  test.each(['Anonymous', 'unknown', '+266696687', '7378742833', 'sip:anonymous@anonymous.invalid'])(
    '%s withheld the number',
    (From) => {
      expect(parse({ ...inbound, From, Caller: From }).events).toMatchObject([{ from: 'anonymous' }]);
    },
  );

  test("the tenant's number is the called one, or the one that calls out", () => {
    expect(twilio.calledNumber(parse(inbound))).toBe('+15145550100');
    expect(twilio.calledNumber(parse({ ...inbound, Direction: 'outbound-api' }))).toBe('+15145550142');
    expect(twilio.calledNumber(parse({ ...progress, ParentCallSid: callSid }))).toBeUndefined();
  });
});

describe('the life of a call', () => {
  test('a late ringing does not reopen a completed call', () => {
    const completed = parse({
      ...progress,
      CallStatus: 'completed',
      CallDuration: '18',
      Timestamp: 'Fri, 20 Nov 2026 15:20:18 +0000',
    });
    const late = parse({ ...progress, CallStatus: 'ringing', Timestamp: 'Fri, 20 Nov 2026 15:20:59 +0000' });
    expect(callAfter(completed, late)).toMatchObject({ status: 'completed', durationSeconds: 18 });
  });

  test.each(['busy', 'no-answer', 'failed', 'canceled'] as const)('%s ends a call', (CallStatus) => {
    expect(callAfter(parse({ ...progress, CallStatus }))).toMatchObject({ status: CallStatus, durationSeconds: 0 });
  });

  test('initiated, which REST does not know, is queued', () => {
    expect(parse({ ...progress, CallStatus: 'initiated' }).events).toMatchObject([{ status: 'queued' }]);
  });

  test('a child leg is reported to its parent call', () => {
    const child = {
      CallSid: childSid,
      ParentCallSid: callSid,
      Direction: 'outbound-dial',
      CallbackSource: 'call-progress-events',
    };
    const assistant = parse({ ...child, To: 'sip:demo@sip.vapi.ai?X-Call-Sid=CA1', CallStatus: 'in-progress' });
    expect(assistant.externalCallId).toBe(callSid);
    expect(assistant.events).toMatchObject([{ type: 'leg', legId: childSid, role: 'assistant', status: 'answered' }]);
    const person = parse({ ...child, To: '+15145550177', CallStatus: 'no-answer' });
    expect(person.events).toMatchObject([{ type: 'leg', role: 'person', status: 'unanswered' }]);
    const voicemail = parse({
      ...child,
      To: '+15145550177',
      CallStatus: 'completed',
      CallDuration: '9',
      AnsweredBy: 'machine_start',
    });
    const over = parse({ ...progress, CallStatus: 'completed', CallDuration: '30' });
    expect(callAfter(parse(inbound), voicemail, over)).toMatchObject({
      outcome: 'MISSED',
      outcomeReason: 'carrier.unanswered',
    });
  });

  test('the assistant that took the call is its leg, in the report of any leg', () => {
    const after = parse(
      {
        ...inbound,
        CallStatus: 'completed',
        DialCallStatus: 'completed',
        DialCallSid: childSid,
        DialCallDuration: '80',
      },
      '?step=after-assistant',
    );
    expect(after.events).toMatchObject([
      { type: 'status' },
      { type: 'leg', legId: childSid, role: 'assistant', status: 'answered' },
    ]);
    expect(callAfter(parse(inbound), after)).toMatchObject({ aiHandled: true });
  });

  test.each(['busy', 'no-answer', 'failed', 'canceled'])(
    'a dialled leg that was %s is unanswered',
    (DialCallStatus) => {
      const { events } = parse({ ...inbound, CallStatus: 'in-progress', DialCallStatus });
      expect(events).toMatchObject([
        { status: 'in-progress' },
        { type: 'leg', legId: `${callSid}:dial`, role: 'person', status: 'unanswered' },
      ]);
    },
  );

  const outbound = { ...progress, Direction: 'outbound-api' };
  const over = { ...outbound, CallStatus: 'completed', CallDuration: '20' };
  const amd = (AnsweredBy: string) => parse({ CallSid: callSid, AnsweredBy, MachineDetectionDuration: '3820' });

  test.each(['machine_start', 'machine_end_beep', 'machine_end_silence', 'machine_end_other', 'fax', 'machine'])(
    'our own call that %s took is voicemail, whichever webhook says so, in any order',
    (AnsweredBy) => {
      const voicemail = { outcome: 'VOICEMAIL', outcomeReason: 'carrier.machine', status: 'completed' };
      expect(callAfter(parse(over), amd(AnsweredBy))).toMatchObject(voicemail);
      expect(callAfter(amd(AnsweredBy), parse(over), amd(AnsweredBy))).toMatchObject(voicemail);
      expect(callAfter(parse({ ...over, AnsweredBy }))).toMatchObject(voicemail);
      const asked = parse({ ...inbound, Direction: 'outbound-api', CallStatus: 'in-progress', AnsweredBy });
      expect(asked.eventType).toBe('voice.outbound');
      expect(callAfter(asked, parse(over))).toMatchObject(voicemail);
    },
  );

  test.each(['human', 'unknown', ''])('our own call that %j took is not', (AnsweredBy) => {
    expect(callAfter(amd(AnsweredBy || 'unknown'), parse({ ...over, AnsweredBy }))).toMatchObject({
      outcome: 'COMPLETED',
      outcomeReason: 'carrier.completed',
    });
  });

  test("a machine on one of the call's legs is not on the call", () => {
    const leg = parse({
      ...over,
      CallSid: childSid,
      ParentCallSid: callSid,
      Direction: 'outbound-dial',
      To: '+15145550177',
    });
    const machine = parse({ CallSid: childSid, AnsweredBy: 'machine_start' });
    expect(machine.knownAs).toBe(childSid);
    expect(callAfter(leg, parse(over)).outcome).toBe('TRANSFERRED');
    expect(callAfter(leg, machine, parse(over)).outcome).toBe('NO_ANSWER');
    expect(callAfter(machine, parse(over), leg).outcome).toBe('NO_ANSWER');
  });

  test('a recording counts when it is complete and holds something', () => {
    const recording = { CallSid: callSid, RecordingSid: 'RE1', RecordingUrl: 'https://x/RE1', RecordingDuration: '12' };
    expect(parse({ ...recording, RecordingStatus: 'completed' }).events).toMatchObject([
      { recordingId: 'RE1', voicemail: false },
    ]);
    expect(parse({ ...recording, RecordingStatus: 'completed' }, '?step=voicemail-recorded').events).toMatchObject([
      { voicemail: true },
    ]);
    expect(parse({ ...recording, RecordingStatus: 'absent' }).events).toEqual([]);
    expect(parse({ ...recording, RecordingStatus: 'in-progress' }).events).toEqual([]);
    expect(parse({ ...recording, RecordingStatus: 'completed', RecordingDuration: '0' }).events).toEqual([]);
  });

  test('what the caller left after the beep is a voicemail', () => {
    const left = parse({
      ...inbound,
      CallStatus: 'completed',
      RecordingUrl: 'https://x/Recordings/RE9',
      RecordingDuration: '7',
      Digits: '#',
    });
    expect(left.events).toMatchObject([
      { status: 'completed' },
      { recordingId: 'RE9', voicemail: true, durationSeconds: 7 },
    ]);
    expect(callAfter(left).outcome).toBe('VOICEMAIL');
  });
});
