import { z } from 'zod';
import type { MetricTotals } from '../../domain/usage/metrics.ts';

const Count = z.int();

/** What calls add up to, in the API and in events. Not for workflows: zod stays out of their bundle. */
export const metricFields = {
  totalCalls: Count,
  inboundCalls: Count,
  outboundCalls: Count,
  aiHandledCalls: Count,
  bookedCalls: Count,
  missedCalls: Count,
  transferredCalls: Count,
  voicemailCalls: Count,
  durationSeconds: Count,
  billedMinutes: Count,
  providerCostCents: z.number().describe('US cents, with fractions'),
} satisfies Record<keyof MetricTotals, z.ZodType>;

export const exampleTotals: MetricTotals = {
  totalCalls: 42,
  inboundCalls: 40,
  outboundCalls: 2,
  aiHandledCalls: 35,
  bookedCalls: 12,
  missedCalls: 3,
  transferredCalls: 4,
  voicemailCalls: 2,
  durationSeconds: 5_460,
  billedMinutes: 112,
  providerCostCents: 815.25,
};
