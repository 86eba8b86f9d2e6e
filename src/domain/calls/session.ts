import { billedMinutes, centsFromMicroUsd } from './billing.ts';
import {
  isTerminalStatus,
  type CallObservation,
  type CallOutcome,
  type CallStatus,
  type OutcomeReason,
} from './observation.ts';
import { factsOf, joinFacts, type CallFacts, type Recording } from './facts.ts';
import { verdictOf } from './outcome.ts';
import {
  assistants,
  carriers,
  isAssistant,
  isCarrier,
  toCallProvider,
  type Assistant,
  type CallProvider,
  type ProviderName,
} from '../providers.ts';
import { transcriptOf } from './transcript.ts';

/** A call as its row, its events and its operators see it. Times are ISO 8601 in UTC. */
export interface CallSnapshot {
  externalCallId: string;
  provider: CallProvider;
  direction: 'INBOUND' | 'OUTBOUND';
  from: string | null;
  to: string | null;
  status: CallStatus;
  outcome: CallOutcome | null;
  outcomeReason: OutcomeReason | null;
  aiHandled: boolean;
  startedAt: string | null;
  answeredAt: string | null;
  endedAt: string | null;
  durationSeconds: number | null;
  billedMinutes: number | null;
  providerCostCents: number | null;
  transcript: string | null;
  summary: string | null;
  structuredData: Record<string, unknown> | null;
  endedReason: string | null;
  assistantCallId: string | null;
  recordings: (Recording & { recordingId: string })[];
}

/** A provider that knows the call, or may know it. */
export interface InformedProvider {
  provider: ProviderName;
  /** Its own id of the call. Undefined: it has to be looked for by the carrier's. */
  callId?: string;
}

const secondsBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));

/** Facts of versions that knew one vendor do not say which it was. */
const assistantOf = ({ assistant }: CallFacts): Assistant => assistant?.value ?? assistants[0];

/** The carrier knows when the line is free; the assistant only when it stopped talking. */
const statusOf = ({ carrierStatus, assistantStatus }: CallFacts): CallStatus => {
  const carrier = carrierStatus?.value;
  const assistant = assistantStatus?.value;
  if (!carrier) return assistant ?? 'queued';
  if (isTerminalStatus(carrier)) return carrier;
  return assistant === 'in-progress' || (assistant && isTerminalStatus(assistant)) ? 'in-progress' : carrier;
};

const aiHandled = ({ assistantStatus, report, legs }: CallFacts): boolean =>
  assistantStatus?.value === 'in-progress' ||
  assistantStatus?.value === 'completed' ||
  Boolean(report?.value.transcript) ||
  Object.values(legs ?? {}).some((leg) => leg.role === 'assistant' && leg.status === 'answered');

/** Everything that follows from the facts. Pure: the same facts give the same snapshot. */
export const describeCall = (externalCallId: string, facts: CallFacts): CallSnapshot => {
  const status = statusOf(facts);
  const ended = isTerminalStatus(status);
  const report = facts.report?.value;
  const answeredAt = facts.answeredAt ?? null;
  const endedAt = ended ? (facts.endedAt?.value ?? null) : null;
  const measured = answeredAt && endedAt ? secondsBetween(answeredAt, endedAt) : 0;
  const durationSeconds = ended ? (facts.durationSeconds?.value ?? measured) : null;
  const costs = Object.values(facts.costs ?? {});
  const handled = aiHandled(facts);
  const direction = facts.direction?.value ?? 'INBOUND';
  const verdict = ended
    ? verdictOf({ status, direction, facts, aiHandled: handled, durationSeconds: durationSeconds ?? 0 })
    : null;
  return {
    externalCallId,
    provider: toCallProvider(facts.provider?.value ?? assistantOf(facts)),
    direction,
    from: facts.from?.value ?? null,
    to: facts.to?.value ?? null,
    status,
    outcome: verdict?.outcome ?? null,
    outcomeReason: verdict?.reason ?? null,
    aiHandled: handled,
    startedAt: facts.startedAt ?? null,
    answeredAt,
    endedAt,
    durationSeconds,
    billedMinutes: durationSeconds === null ? null : billedMinutes(durationSeconds),
    providerCostCents: costs.length === 0 ? null : centsFromMicroUsd(costs.reduce((sum, cost) => sum + cost.value, 0)),
    transcript: transcriptOf(facts),
    summary: report?.summary ?? null,
    structuredData: report?.structuredData ?? null,
    endedReason: report?.endedReason ?? null,
    assistantCallId: facts.assistantCallId?.value ?? null,
    recordings: Object.entries(facts.recordings ?? {}).map(([recordingId, claim]) => ({ recordingId, ...claim.value })),
  };
};

/** The state of one call: merges events in any order, and knows when it is over. Deterministic, safe in a workflow. */
export class CallSession {
  readonly externalCallId: string;
  #facts: CallFacts;

  constructor(externalCallId: string, facts: CallFacts = {}) {
    this.externalCallId = externalCallId;
    this.#facts = facts;
  }

  get facts(): CallFacts {
    return this.#facts;
  }

  merge(events: readonly CallObservation[]): void {
    for (const event of events) this.#facts = joinFacts(this.#facts, factsOf(event));
  }

  /** Ends a call of which no provider knows the end: as failed, or as the assistant saw it end. */
  giveUp(at: string): void {
    const { assistantStatus, carrierStatus } = this.#facts;
    const ended = assistantStatus && isTerminalStatus(assistantStatus.value) ? assistantStatus.value : 'failed';
    const source = (carrierStatus && this.#facts.carrier?.value) ?? assistantOf(this.#facts);
    this.merge([{ type: 'status', source, at, status: ended, startedAt: this.#facts.startedAt ?? at }]);
  }

  snapshot(): CallSnapshot {
    return describeCall(this.externalCallId, this.#facts);
  }

  /** Providers that have spoken of the call, or of which another has. */
  informedProviders(): InformedProvider[] {
    const { carrier, carrierCallId, assistantCallId } = this.#facts;
    return [
      ...(carrier ? [{ provider: carrier.value, callId: carrierCallId?.value ?? this.externalCallId }] : []),
      ...(assistantCallId ? [{ provider: assistantOf(this.#facts), callId: assistantCallId.value }] : []),
    ];
  }

  /** Providers that may know the call, although no word of theirs has come. */
  possiblyInformedProviders(): InformedProvider[] {
    const { carrier, assistantCallId } = this.#facts;
    return [
      ...(carrier ? [] : carriers.map((provider) => ({ provider, callId: this.externalCallId }))),
      ...(assistantCallId ? [] : assistants.map((provider) => ({ provider }))),
    ];
  }

  /** Informed providers whose last word has not been heard, although the call seems to be over. */
  silentProviders(): InformedProvider[] {
    const { carrierStatus, report, legs } = this.#facts;
    const heard = this.informedProviders();
    const assistantAnswered = Object.values(legs ?? {}).some(
      ({ role, status }) => role === 'assistant' && status === 'answered',
    );
    const unheard = assistantAnswered
      ? this.possiblyInformedProviders().filter(({ provider }) => isAssistant(provider))
      : [];
    return [...heard, ...unheard].filter(({ provider }) => (isCarrier(provider) ? !carrierStatus : !report));
  }

  isTerminal(): boolean {
    return isTerminalStatus(statusOf(this.#facts));
  }

  /** Over, and all who took part have said their last word. */
  isComplete(): boolean {
    return this.isTerminal() && this.#facts.report !== undefined && this.silentProviders().length === 0;
  }
}
