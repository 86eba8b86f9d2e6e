import { z } from 'zod';
import { canBeCalledBack } from '../calls/phoneNumber.ts';
import { callOutcomes, callStatuses, isTerminalStatus, outcomeReasons } from '../../domain/calls/observation.ts';
import type { CallSnapshot } from '../../domain/calls/session.ts';
import { providerNames, toProviderName } from '../../domain/providers.ts';
import { defineEvent, test, type Occurrence } from './entry.ts';

/** Of a call when the event was derived: what was not known then is null. */
const callFields = z.object({
  callId: z.string().describe("The provider's id of the call"),
  provider: z.enum(providerNames),
  direction: z.enum(['inbound', 'outbound']),
  from: z.string().nullable().describe('E.164, `sip:…` or `client:…`; `anonymous` where it is withheld'),
  to: z.string().nullable(),
  status: z.enum(callStatuses),
  duration: z.number().min(0).nullable().describe('Seconds; null while the call lasts'),
  aiHandled: z.boolean().describe('The assistant talked with the caller'),
  transcript: z.string().nullable(),
  outcome: z.enum(callOutcomes).nullable().describe('Result for the business; null while the call lasts'),
  outcomeReason: z
    .enum(outcomeReasons)
    .nullable()
    .describe('Source of the outcome, the carrier or the assistant, and what it saw'),
  canCallBack: z.boolean().describe('The other party has an address that can be called or texted'),
  vapi: z
    .object({
      callId: z.string(),
      summary: z.string().nullable(),
      structuredData: z
        .record(z.string(), z.unknown())
        .nullable()
        .describe('In the fields that the assistant is instructed to fill in'),
    })
    .nullable()
    .describe('Null where the assistant took no part'),
  test,
});

const CallData = callFields.meta({ id: 'CallEventData' });
type CallData = z.infer<typeof CallData>;

const RecordingData = callFields.extend({
  recording: z.object({
    id: z.string(),
    url: z.string().describe("At the provider, with the provider's own access control"),
    duration: z.number().min(0).nullable().describe('Seconds'),
    voicemail: z.boolean(),
  }),
});

/** Ids and numbers belong to no person: North American 555-01XX is reserved. */
const exampleCall: CallData = {
  callId: 'CA0123456789abcdef0123456789abcdef',
  provider: 'twilio',
  direction: 'inbound',
  from: '+15145550142',
  to: '+15145550100',
  status: 'ringing',
  duration: null,
  aiHandled: false,
  transcript: null,
  outcome: null,
  outcomeReason: null,
  canCallBack: true,
  vapi: null,
};

const vapi = { callId: '019b7c40-0000-7000-8000-0000000000ca', summary: null, structuredData: null };
const exampleAnsweredCall: CallData = { ...exampleCall, status: 'in-progress', aiHandled: true, vapi };

const exampleEndedCall: CallData = {
  ...exampleAnsweredCall,
  status: 'completed',
  duration: 94,
  transcript: 'AI: Plomberie Laval, how can I help?\nUser: My water heater is leaking.',
  outcome: 'BOOKED',
  outcomeReason: 'assistant.booked',
};

/** The call as receivers see it. */
const callData = (call: CallSnapshot): CallData => ({
  callId: call.externalCallId,
  provider: toProviderName(call.provider),
  direction: call.direction === 'INBOUND' ? 'inbound' : 'outbound',
  from: call.from,
  to: call.to,
  status: call.status,
  duration: call.durationSeconds,
  aiHandled: call.aiHandled,
  transcript: call.transcript,
  outcome: call.outcome,
  outcomeReason: call.outcomeReason,
  canCallBack: canBeCalledBack(call.direction === 'INBOUND' ? call.from : call.to),
  vapi: call.assistantCallId
    ? { callId: call.assistantCallId, summary: call.summary, structuredData: call.structuredData }
    : null,
});

const once = (call: CallSnapshot, happened: boolean, at: string | null): Occurrence<CallData>[] =>
  happened ? [{ at, data: callData(call) }] : [];

export const callEvents = {
  'call.started': defineEvent({
    availability: 'sent',
    subject: 'call',
    version: 1,
    description: 'A call came in or went out.',
    data: CallData,
    example: exampleCall,
    exampleEventId: `${exampleCall.callId}:call-started`,
    occurrences: (call) => once(call, call.startedAt !== null, call.startedAt),
  }),
  'call.answered': defineEvent({
    availability: 'sent',
    subject: 'call',
    version: 1,
    description: 'The assistant, the menu or the callee picked up.',
    data: CallData,
    example: exampleAnsweredCall,
    exampleEventId: `${exampleCall.callId}:call-answered`,
    occurrences: (call) => once(call, call.answeredAt !== null, call.answeredAt),
  }),
  'call.transferred': defineEvent({
    availability: 'sent',
    subject: 'call',
    version: 1,
    description: 'A person took the call over.',
    data: CallData,
    example: { ...exampleEndedCall, outcome: 'TRANSFERRED', outcomeReason: 'carrier.transfer' },
    exampleEventId: `${exampleCall.callId}:call-transferred`,
    occurrences: (call) => once(call, call.outcome === 'TRANSFERRED', call.endedAt),
  }),
  'call.ended': defineEvent({
    availability: 'sent',
    subject: 'call',
    version: 1,
    description: 'The call is over, with its outcome, duration and transcript.',
    data: CallData,
    example: exampleEndedCall,
    exampleEventId: `${exampleCall.callId}:call-ended`,
    occurrences: (call, settled) => once(call, settled && isTerminalStatus(call.status), call.endedAt),
  }),
  'call.analyzed': defineEvent({
    availability: 'sent',
    subject: 'call',
    version: 1,
    description: "The assistant's summary and structured data are there.",
    data: CallData,
    example: {
      ...exampleEndedCall,
      vapi: {
        ...vapi,
        summary: 'A water heater leaks; a visit is booked for Friday at 9.',
        structuredData: { name: 'Marie Tremblay', service: 'water heater', urgent: true },
      },
    },
    exampleEventId: `${exampleCall.callId}:call-analyzed`,
    occurrences: (call) => once(call, call.summary !== null || call.structuredData !== null, call.endedAt),
  }),
  'recording.ready': defineEvent({
    availability: 'sent',
    subject: 'call',
    version: 1,
    description: 'A recording can be fetched.',
    data: RecordingData,
    example: {
      ...exampleEndedCall,
      recording: {
        id: 'RE0123456789abcdef0123456789abcdef',
        url: 'https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000100/Recordings/RE0123456789abcdef0123456789abcdef',
        duration: 90,
        voicemail: false,
      },
    },
    exampleEventId: `${exampleCall.callId}:recording-ready:RE0123456789abcdef0123456789abcdef`,
    occurrences: (call) =>
      call.recordings.flatMap(({ recordingId: id, url, durationSeconds, voicemail }) => {
        if (url === undefined) return [];
        const recording = { id, url, duration: durationSeconds ?? null, voicemail };
        return [{ of: id, at: call.endedAt, data: { ...callData(call), recording } }];
      }),
  }),
};
