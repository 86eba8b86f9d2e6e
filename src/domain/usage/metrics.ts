import type { CallSnapshot } from '../calls/session.ts';

/** What one closed call adds to its day. All are sums. */
export interface MetricTotals {
  totalCalls: number;
  inboundCalls: number;
  outboundCalls: number;
  aiHandledCalls: number;
  bookedCalls: number;
  missedCalls: number;
  transferredCalls: number;
  voicemailCalls: number;
  durationSeconds: number;
  billedMinutes: number;
  providerCostCents: number;
}

/** What a closed call adds to which day. */
export interface Contribution {
  /** `YYYY-MM-DD` where the business is. */
  day: string;
  totals: MetricTotals;
}

export const metricNames = [
  'totalCalls',
  'inboundCalls',
  'outboundCalls',
  'aiHandledCalls',
  'bookedCalls',
  'missedCalls',
  'transferredCalls',
  'voicemailCalls',
  'durationSeconds',
  'billedMinutes',
  'providerCostCents',
] as const satisfies (keyof MetricTotals)[];

/** A call, as far as it is counted. */
export type CountedCall = Pick<CallSnapshot, 'direction' | 'aiHandled'> & {
  [Key in 'outcome' | 'durationSeconds' | 'billedMinutes' | 'providerCostCents']?: CallSnapshot[Key] | undefined;
};

export const metricsOf = (call: CountedCall): MetricTotals => ({
  totalCalls: 1,
  inboundCalls: Number(call.direction === 'INBOUND'),
  outboundCalls: Number(call.direction === 'OUTBOUND'),
  aiHandledCalls: Number(call.aiHandled),
  bookedCalls: Number(call.outcome === 'BOOKED'),
  missedCalls: Number(call.outcome === 'MISSED'),
  transferredCalls: Number(call.outcome === 'TRANSFERRED'),
  voicemailCalls: Number(call.outcome === 'VOICEMAIL'),
  durationSeconds: call.durationSeconds ?? 0,
  billedMinutes: call.billedMinutes ?? 0,
  providerCostCents: call.providerCostCents ?? 0,
});
