import type { z } from 'zod';
import { isTerminalStatus } from './callEvent.ts';
import type { CallSnapshot } from './callSession.ts';
import {
  CallData,
  DisabledEndpointData,
  exampleAnalyzedCall,
  exampleAnsweredCall,
  exampleCall,
  exampleEndedCall,
  RecordingData,
} from './eventData.ts';

/** An event that has just been derived. */
export interface NewEvent {
  /** Built from the business, so that it is the same however often it is derived. */
  eventId: string;
  eventType: string;
  /** When it happened, ISO 8601 in UTC. */
  timestamp: string;
  data: Record<string, unknown>;
}

interface Occurrence {
  /** Tells occurrences of one type in one call apart; absent where there is at most one. */
  of?: string;
  at: string | null;
  data?: Record<string, unknown>;
}

export interface CatalogueEntry {
  /** Another number when a receiver would have to change; what is added to `data` does not count. */
  version: number;
  description: string;
  data: z.ZodObject;
  example: Record<string, unknown>;
  /**
   * What the call's state says has happened; absent where no call gives rise to it. `settled`: nobody is expected to say
   * more.
   */
  occurrences?(call: CallSnapshot, settled: boolean): Occurrence[];
}

const once = (happened: boolean, at: string | null): Occurrence[] => (happened ? [{ at }] : []);

/**
 * Every event we deliver. An entry is all a new event needs: subscriptions, delivery and docs follow. Not for workflows:
 * zod stays out of their bundle.
 */
export const eventCatalogue = {
  'call.started': {
    version: 1,
    description: 'A call came in or went out.',
    data: CallData,
    example: exampleCall,
    occurrences: (call) => once(call.startedAt !== null, call.startedAt),
  },
  'call.answered': {
    version: 1,
    description: 'The assistant, the menu or the callee picked up.',
    data: CallData,
    example: exampleAnsweredCall,
    occurrences: (call) => once(call.answeredAt !== null, call.answeredAt),
  },
  'call.transferred': {
    version: 1,
    description: 'A person took the call over.',
    data: CallData,
    example: { ...exampleEndedCall, outcome: 'TRANSFERRED' },
    occurrences: (call) => once(call.outcome === 'TRANSFERRED', call.endedAt),
  },
  'call.ended': {
    version: 1,
    description: 'The call is over, with its outcome, duration and transcript.',
    data: CallData,
    example: exampleEndedCall,
    occurrences: (call, settled) => once(settled && isTerminalStatus(call.status), call.endedAt),
  },
  'call.analyzed': {
    version: 1,
    description: "The assistant's summary and structured data are there.",
    data: CallData,
    example: exampleAnalyzedCall,
    occurrences: (call) => once(call.summary !== null || call.structuredData !== null, call.endedAt),
  },
  'recording.ready': {
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
    occurrences: (call) =>
      call.recordings
        .filter((recording) => recording.url !== undefined)
        .map(({ recordingId, url, durationSeconds, voicemail }) => ({
          of: recordingId,
          at: call.endedAt,
          data: { recording: { id: recordingId, url, duration: durationSeconds ?? null, voicemail } },
        })),
  },
  'endpoint.disabled': {
    version: 1,
    description: 'Nothing is sent to one of your endpoints any more. The others are told; its events are held.',
    data: DisabledEndpointData,
    example: {
      endpointId: '019b7c40-0000-7000-8000-000000000003',
      url: 'https://n8n.example.com/webhook/calls',
      reason: 'failing',
    },
  },
} as const satisfies Record<`${string}.${string}`, CatalogueEntry>;

export type EventType = keyof typeof eventCatalogue;
export const eventTypes = Object.keys(eventCatalogue) as EventType[];

/** The call as receivers see it. Durations in seconds, costs in US cents. */
const callData = (call: CallSnapshot): Record<string, unknown> => ({
  callId: call.externalCallId,
  provider: call.provider.toLowerCase(),
  direction: call.direction.toLowerCase(),
  from: call.from,
  to: call.to,
  status: call.status,
  duration: call.durationSeconds,
  aiHandled: call.aiHandled,
  transcript: call.transcript,
  outcome: call.outcome,
  vapi: call.assistantCallId
    ? { callId: call.assistantCallId, summary: call.summary, structuredData: call.structuredData }
    : null,
});

/** All events that a call in this state has given rise to. `now` stands in for a time that no provider told. */
export const eventsOf = (call: CallSnapshot, settled: boolean, now: string): NewEvent[] =>
  eventTypes.flatMap((eventType) => {
    const entry: CatalogueEntry = eventCatalogue[eventType];
    return (entry.occurrences?.(call, settled) ?? []).map(({ of, at, data }) => ({
      eventId: [call.externalCallId, eventType.replace('.', '-'), of].filter(Boolean).join(':'),
      eventType,
      timestamp: at ?? now,
      data: { ...callData(call), ...data },
    }));
  });
