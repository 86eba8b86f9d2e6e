import type { AssistantReport, CallDirection, CallObservation, CallStatus } from './observation.ts';
import { callStatuses, isTerminalStatus } from './observation.ts';
import { isAssistant, isCarrier, type Assistant, type Carrier, type ProviderName } from '../providers.ts';

/** A value and how far to believe it. Of two claims the greater wins: by rank, then time, then text. */
interface Claim<T> {
  value: T;
  rank: number;
  at: string;
}

interface Leg {
  role: 'assistant' | 'person';
  status: 'ringing' | 'unanswered' | 'answered';
}

/** A piece of a transcript; its claim says when it was spoken. */
export interface TranscriptLine {
  text: string;
  speaker?: string;
  sequence?: number;
}

export interface Recording {
  voicemail: boolean;
  url?: string;
  durationSeconds?: number;
}

/**
 * All that is known of a call: a join-semilattice. `join` is commutative, associative and idempotent, so any order and
 * any repetition of the same events gives the same facts. Plain JSON, safe in workflow payloads and in a jsonb column.
 */
export interface CallFacts {
  provider?: Claim<ProviderName>;
  direction?: Claim<CallDirection>;
  from?: Claim<string>;
  to?: Claim<string>;
  carrierStatus?: Claim<CallStatus>;
  assistantStatus?: Claim<CallStatus>;
  carrier?: Claim<Carrier>;
  assistant?: Claim<Assistant>;
  assistantCallId?: Claim<string>;
  endedAt?: Claim<string>;
  durationSeconds?: Claim<number>;
  carrierCallId?: Claim<string>;
  transcript?: Claim<string>;
  /** What was said, line by line. */
  lines?: Record<string, Claim<TranscriptLine>>;
  /** Legs, or the call itself, that a machine picked up. */
  machines?: Record<string, true>;
  report?: Claim<AssistantReport>;
  startedAt?: string;
  answeredAt?: string;
  costs?: Partial<Record<ProviderName, Claim<number>>>;
  legs?: Record<string, Leg>;
  recordings?: Record<string, Claim<Recording>>;
}

/** Keys in code-unit order, so that equal values are equal text. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const greater = <T>(a: Claim<T> | undefined, b: Claim<T> | undefined): Claim<T> | undefined => {
  if (!a || !b) return a ?? b;
  if (a.rank !== b.rank) return a.rank > b.rank ? a : b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return canonical(a.value) >= canonical(b.value) ? a : b;
};

const earliest = (a: string | undefined, b: string | undefined): string | undefined =>
  !a || !b ? (a ?? b) : a < b ? a : b;

const legOrder = ['ringing', 'unanswered', 'answered'] as const;
const furthestLeg = (a: Leg, b: Leg): Leg => ({
  // A leg that any report calls the assistant's is the assistant's.
  role: a.role === 'assistant' ? a.role : b.role,
  status: legOrder.indexOf(a.status) >= legOrder.indexOf(b.status) ? a.status : b.status,
});

const joinRecords = <K extends string, T>(
  a: Partial<Record<K, T>> | undefined,
  b: Partial<Record<K, T>> | undefined,
  joinValues: (a: T, b: T) => T,
): Record<K, T> | undefined => {
  if (!a || !b) return (a ?? b) as Record<K, T> | undefined;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted() as K[];
  return Object.fromEntries(
    keys.map((key) => {
      const [left, right] = [a[key], b[key]];
      return [key, left !== undefined && right !== undefined ? joinValues(left, right) : (left ?? right)];
    }),
  ) as Record<K, T>;
};

const greaterOfTwo = <T>(a: Claim<T>, b: Claim<T>): Claim<T> => greater(a, b) ?? a;

/** The least facts that contain both. */
export const joinFacts = (a: CallFacts, b: CallFacts): CallFacts =>
  withoutUndefined({
    provider: greater(a.provider, b.provider),
    direction: greater(a.direction, b.direction),
    from: greater(a.from, b.from),
    to: greater(a.to, b.to),
    carrierStatus: greater(a.carrierStatus, b.carrierStatus),
    assistantStatus: greater(a.assistantStatus, b.assistantStatus),
    carrier: greater(a.carrier, b.carrier),
    assistant: greater(a.assistant, b.assistant),
    assistantCallId: greater(a.assistantCallId, b.assistantCallId),
    endedAt: greater(a.endedAt, b.endedAt),
    durationSeconds: greater(a.durationSeconds, b.durationSeconds),
    carrierCallId: greater(a.carrierCallId, b.carrierCallId),
    transcript: greater(a.transcript, b.transcript),
    lines: joinRecords(a.lines, b.lines, greaterOfTwo),
    machines: joinRecords(a.machines, b.machines, (known) => known),
    report: greater(a.report, b.report),
    startedAt: earliest(a.startedAt, b.startedAt),
    answeredAt: earliest(a.answeredAt, b.answeredAt),
    costs: joinRecords(a.costs, b.costs, greaterOfTwo),
    legs: joinRecords(a.legs, b.legs, furthestLeg),
    recordings: joinRecords(a.recordings, b.recordings, greaterOfTwo),
  });

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const withoutUndefined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Defined<T>;

/** A confirmed answer outranks a carrier's webhook, which outranks the assistant's. */
const authority = (event: CallObservation): number => (isCarrier(event.source) ? 2 : 1) + (event.confirmed ? 2 : 0);

/** What one event says. */
export const factsOf = (event: CallObservation): CallFacts => {
  const rank = authority(event);
  const claim = <T>(value: T | undefined, believed = rank): Claim<T> | undefined =>
    value === undefined ? undefined : { value, rank: believed, at: event.at };
  const provider = claim(event.source, isCarrier(event.source) ? 2 : 1);
  const carrierSpeaking = claim(isCarrier(event.source) ? event.source : undefined);
  const assistantSpeaking = claim(isAssistant(event.source) ? event.source : undefined);

  switch (event.type) {
    case 'status': {
      // Later in life outranks earlier, whichever provider says it: a late `ringing` never reopens a completed call.
      const status = claim(event.status, callStatuses.indexOf(event.status));
      const ended = isTerminalStatus(event.status) ? event.at : undefined;
      const answered = event.status === 'in-progress' ? event.at : undefined;
      return withoutUndefined({
        provider,
        direction: claim(event.direction),
        from: claim(event.from),
        to: claim(event.to),
        carrierStatus: isCarrier(event.source) ? status : undefined,
        assistantStatus: isCarrier(event.source) ? undefined : status,
        carrier: carrierSpeaking ?? claim(event.carrier),
        assistant: assistantSpeaking,
        assistantCallId: claim(event.assistantCallId),
        carrierCallId: claim(event.carrierCallId),
        startedAt: event.startedAt ?? event.at,
        answeredAt: event.answeredAt ?? answered,
        endedAt: claim(event.endedAt ?? ended),
        durationSeconds: claim(event.durationSeconds),
      });
    }
    case 'leg':
      return withoutUndefined({
        provider,
        carrier: carrierSpeaking,
        legs: { [event.legId]: { role: event.role, status: event.status } },
      });
    case 'recording': {
      const { voicemail, url, durationSeconds } = event;
      // The fuller description of the same recording wins.
      const detail = Number(url !== undefined) + Number(durationSeconds !== undefined) + Number(voicemail);
      const recording = withoutUndefined({ voicemail, url, durationSeconds }) as Recording;
      return withoutUndefined({
        provider,
        carrier: carrierSpeaking,
        recordings: { [event.recordingId]: { value: recording, rank: detail, at: event.at } },
      });
    }
    case 'transcript': {
      const { text, lineId, speaker, sequence } = event;
      if (lineId === undefined)
        return withoutUndefined({
          provider,
          carrier: carrierSpeaking,
          transcript: claim(text === '' ? undefined : text),
        });
      const line = claim<TranscriptLine>(withoutUndefined({ text, speaker, sequence }) as TranscriptLine);
      return withoutUndefined({ provider, carrier: carrierSpeaking, lines: line && { [lineId]: line } });
    }
    case 'machine':
      return withoutUndefined({ provider, carrier: carrierSpeaking, machines: { [event.legId]: true } });
    case 'report':
      return withoutUndefined({
        provider,
        assistant: assistantSpeaking,
        report: claim(event.report, event.report.partial ? 0 : rank),
        transcript: claim(event.report.transcript, rank + 4),
      });
    case 'cost':
      return withoutUndefined({
        provider,
        carrier: carrierSpeaking,
        costs: { [event.source]: { value: event.microUsd, rank, at: event.at } },
      });
  }
};
