import { z } from 'zod';
import { callDirections, callOutcomes, callStatuses } from '../../domain/calls/observation.ts';
import { exampleTotals, metricFields } from '../../contract/usage/metricFields.ts';
import { callProviders } from '../../domain/providers.ts';

const Count = z.int();

export const DailyMetricView = z.object({ date: z.iso.date(), ...metricFields }).meta({ id: 'DailyMetric' });

export const exampleDailyMetric = { date: '2026-01-15', ...exampleTotals };

export const Rates = z.object({
  aiHandledRate: z.number().nullable().describe('Share of all calls, 0 to 1; null without calls'),
  bookingRate: z.number().nullable(),
  missedRate: z.number().nullable(),
  averageDurationSeconds: z.number().nullable(),
});

export const AggregatedMetrics = z.object({ days: Count.describe('Days with calls'), ...metricFields, ...Rates.shape });

export const exampleAggregated = {
  days: 1,
  ...exampleTotals,
  aiHandledRate: 0.8333,
  bookingRate: 0.2857,
  missedRate: 0.0714,
  averageDurationSeconds: 130,
};

export const CallCounts = z.object({
  totalCalls: Count,
  aiHandledCalls: Count,
  durationSeconds: Count,
  billedMinutes: Count,
  providerCostCents: z.number(),
  averageDurationSeconds: z.number().nullable(),
  byStatus: z.record(z.enum(callStatuses), Count),
  byOutcome: z.record(z.enum(callOutcomes), Count).describe('Calls that are over'),
  byDirection: z.record(z.enum(callDirections), Count),
  byProvider: z.record(z.enum(callProviders), Count),
});

const zero = (words: readonly string[]) => Object.fromEntries(words.map((word) => [word, 0]));

export const exampleCallCounts = {
  totalCalls: 2,
  aiHandledCalls: 1,
  durationSeconds: 180,
  billedMinutes: 3,
  providerCostCents: 21.85,
  averageDurationSeconds: 90,
  byStatus: { ...zero(callStatuses), completed: 1, 'no-answer': 1 },
  byOutcome: { ...zero(callOutcomes), BOOKED: 1, MISSED: 1 },
  byDirection: { ...zero(callDirections), INBOUND: 2 },
  byProvider: { ...zero(callProviders), TWILIO: 2 },
};
