import { isTerminalStatus } from './callEvent.ts';
import type { CallSnapshot } from './callSession.ts';

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

interface CatalogueEntry {
  description: string;
  /** What the call's state says has happened. `settled`: nobody is expected to say more. */
  occurrences(call: CallSnapshot, settled: boolean): Occurrence[];
}

const once = (happened: boolean, at: string | null): Occurrence[] => (happened ? [{ at }] : []);

/** Every event we deliver. An entry is all a new event needs: subscriptions, delivery and docs follow. */
const eventCatalogue = {
  'call.started': {
    description: 'A call came in or went out.',
    occurrences: (call) => once(call.startedAt !== null, call.startedAt),
  },
  'call.answered': {
    description: 'The assistant, the menu or the callee picked up.',
    occurrences: (call) => once(call.answeredAt !== null, call.answeredAt),
  },
  'call.transferred': {
    description: 'A person took the call over.',
    occurrences: (call) => once(call.outcome === 'TRANSFERRED', call.endedAt),
  },
  'call.ended': {
    description: 'The call is over, with its outcome, duration and transcript.',
    occurrences: (call, settled) => once(settled && isTerminalStatus(call.status), call.endedAt),
  },
  'call.analyzed': {
    description: "The assistant's summary and structured data are there.",
    occurrences: (call) => once(call.summary !== null || call.structuredData !== null, call.endedAt),
  },
  'recording.ready': {
    description: 'A recording can be fetched.',
    occurrences: (call) =>
      call.recordings
        .filter((recording) => recording.url !== undefined)
        .map(({ recordingId, url, durationSeconds, voicemail }) => ({
          of: recordingId,
          at: call.endedAt,
          data: { recording: { id: recordingId, url, duration: durationSeconds ?? null, voicemail } },
        })),
  },
} as const satisfies Record<`${string}.${string}`, CatalogueEntry>;

type EventType = keyof typeof eventCatalogue;
const eventTypes = Object.keys(eventCatalogue) as EventType[];

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
    return entry.occurrences(call, settled).map(({ of, at, data }) => ({
      eventId: [call.externalCallId, eventType.replace('.', '-'), of].filter(Boolean).join(':'),
      eventType,
      timestamp: at ?? now,
      data: { ...callData(call), ...data },
    }));
  });
