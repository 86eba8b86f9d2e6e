import type { Carrier, ProviderName } from '../providers.ts';

export const callStatuses = [
  'queued',
  'ringing',
  'in-progress',
  'canceled',
  'failed',
  'no-answer',
  'busy',
  'completed',
] as const;
export type CallStatus = (typeof callStatuses)[number];

export const callDirections = ['INBOUND', 'OUTBOUND'] as const;
export type CallDirection = (typeof callDirections)[number];

export const callOutcomes = [
  'BOOKED',
  'TRANSFERRED',
  'VOICEMAIL',
  'COMPLETED',
  'ABANDONED',
  'MISSED',
  'NO_ANSWER',
  'CANCELED',
  'FAILED',
] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** Who says what a call came to, and why: short codes that stay what they are. */
const outcomeCauses = [
  'transfer',
  'voicemail',
  'busy',
  'no_answer',
  'canceled',
  'failed',
  'unanswered',
  'completed',
] as const;
export const outcomeReasons = [
  'carrier.machine',
  ...outcomeCauses.map((cause) => `carrier.${cause}` as const),
  'assistant.booked',
  'assistant.abandoned',
  ...outcomeCauses.map((cause) => `assistant.${cause}` as const),
] as const;
export type OutcomeReason = (typeof outcomeReasons)[number];

const liveStatuses: readonly CallStatus[] = ['queued', 'ringing', 'in-progress'];
export const isTerminalStatus = (status: CallStatus): boolean => !liveStatuses.includes(status);

/** Who takes part. See `addressOf`: addresses are E.164, `sip:…`, `client:…` or a word such as `anonymous`. */
export interface CallParties {
  direction?: CallDirection;
  from?: string;
  to?: string;
  /** The carrier that the assistant was called through; it may not have spoken itself yet. */
  carrier?: Carrier;
  /** That carrier's id of the call, where the assistant knows it. */
  carrierCallId?: string;
}

/** What a call's end looked like to the assistant. */
export type EndedClass =
  | 'completed'
  | 'transferred'
  | 'voicemail'
  | 'abandoned'
  | 'no-answer'
  | 'busy'
  | 'canceled'
  | 'failed';

export interface AssistantReport {
  endedReason: string;
  endedClass: EndedClass;
  transcript?: string;
  summary?: string;
  structuredData?: Record<string, unknown>;
  successEvaluation?: string;
  /** An appointment was made during the call. */
  booked: boolean;
  /** What people said is left out (see `impersonal`): the whole report outranks it. */
  partial?: true;
}

interface EventBase {
  /** Who says so. */
  source: ProviderName;
  /** When it happened, ISO 8601 in UTC; the time of arrival where the provider gives none. */
  at: string;
  /** The provider answered our question: it outranks what a webhook said. */
  confirmed?: boolean;
}

/**
 * One fact about one call, in our own words. Providers translate their webhooks into these, `CallSession` merges them
 * in any order. Times are ISO 8601 in UTC.
 */
export type CallObservation = EventBase &
  (
    | ({
        type: 'status';
        status: CallStatus;
        /** The assistant's own id of the call, where the source is the assistant. */
        assistantCallId?: string;
        startedAt?: string;
        answeredAt?: string;
        endedAt?: string;
        durationSeconds?: number;
      } & CallParties)
    | { type: 'leg'; legId: string; role: 'assistant' | 'person'; status: 'ringing' | 'answered' | 'unanswered' }
    | { type: 'recording'; recordingId: string; voicemail: boolean; url?: string; durationSeconds?: number }
    /** With a `lineId` one line of several, the same whenever it is repeated; without one the whole. */
    | { type: 'transcript'; text: string; lineId?: string; speaker?: string; sequence?: number }
    /** An answering machine or a fax picked up, on the call itself or on one of its legs. */
    | { type: 'machine'; legId: string }
    | { type: 'report'; report: AssistantReport }
    /** Millionths of a US dollar. */
    | { type: 'cost'; microUsd: number }
  );
