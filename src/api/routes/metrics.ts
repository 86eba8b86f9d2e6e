import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { DailyMetric, Tenant } from '../../db/entities/index.ts';
import { localDay, metricNames, type MetricTotals } from '../../domain/metrics.ts';
import { callDirections, callOutcomes, callStatuses } from '../../domain/callEvent.ts';
import { callProviders } from '../../domain/providers.ts';
import { DateRange, toInstants, type Range } from '../dateRange.ts';
import { wholeNumber } from '../pagination.ts';
import { defineRoute } from '../route.ts';
import { callTime } from './calls.ts';

const Count = z.int();
const totalsShape = {
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

const Rates = z.object({
  aiHandledRate: z.number().nullable().describe('Share of all calls, 0 to 1; null without calls'),
  bookingRate: z.number().nullable(),
  missedRate: z.number().nullable(),
  averageDurationSeconds: z.number().nullable(),
});

const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;

const ratesOf = (totals: MetricTotals): z.input<typeof Rates> => ({
  aiHandledRate: share(totals.aiHandledCalls, totals.totalCalls),
  bookingRate: share(totals.bookedCalls, totals.totalCalls),
  missedRate: share(totals.missedCalls, totals.totalCalls),
  averageDurationSeconds: share(totals.durationSeconds, totals.totalCalls),
});

const timeZoneOf = async (em: EntityManager, tenantId: string): Promise<string> =>
  (await em.findOneOrFail(Tenant, tenantId)).timeZone;

interface Group extends Record<string, unknown> {
  status: string;
  outcome: string | null;
  direction: string;
  provider: string;
  calls: number;
  ai_handled: number;
  duration: number;
  billed: number;
  cost: number;
}

const groups = `
  select status, outcome_type as outcome, direction, provider, count(*)::int as calls,
    count(*) filter (where ai_handled)::int as ai_handled, coalesce(sum(duration_seconds), 0)::float8 as duration,
    coalesce(sum(billed_minutes), 0)::float8 as billed, coalesce(sum(provider_cost_cents), 0)::float8 as cost
  from calls
  where tenant_id = ? and (?::timestamptz is null or ${callTime} >= ?) and (?::timestamptz is null or ${callTime} < ?)
  group by status, outcome_type, direction, provider`;

const sum = (rows: Group[], field: 'calls' | 'ai_handled' | 'duration' | 'billed' | 'cost'): number =>
  rows.reduce((total, row) => total + row[field], 0);

/** How many calls each word has; zero for those with none. */
const countBy = <Word extends string>(
  rows: Group[],
  field: 'status' | 'outcome' | 'direction' | 'provider',
  words: readonly Word[],
) =>
  Object.fromEntries(
    words.map((word) => [
      word,
      sum(
        rows.filter((row) => row[field] === word),
        'calls',
      ),
    ]),
  ) as Record<Word, number>;

export const callMetrics = defineRoute(
  {
    method: 'get',
    path: '/dashboard/calls/metrics',
    permission: 'analytics:read',
    summary: 'Count calls',
    description: 'Counted from the calls themselves, those that still last included.',
    tags: ['Metrics'],
    query: z.object(DateRange),
    response: z.object({
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
    }),
  },
  async ({ em, auth, query }) => {
    const { from = null, before = null } = toInstants(query, await timeZoneOf(em, auth.tenantId));
    const rows = await em.execute<Group[]>(groups, [auth.tenantId, from, from, before, before]);
    return {
      totalCalls: sum(rows, 'calls'),
      aiHandledCalls: sum(rows, 'ai_handled'),
      durationSeconds: sum(rows, 'duration'),
      billedMinutes: sum(rows, 'billed'),
      providerCostCents: sum(rows, 'cost'),
      averageDurationSeconds: share(sum(rows, 'duration'), sum(rows, 'calls')),
      byStatus: countBy(rows, 'status', callStatuses),
      byOutcome: countBy(rows, 'outcome', callOutcomes),
      byDirection: countBy(rows, 'direction', callDirections),
      byProvider: countBy(rows, 'provider', callProviders),
    };
  },
);

const dayOf = (text: string, timeZone: string): string => (text.includes('T') ? localDay(text, timeZone) : text);

/** Days as the metrics are cut: where the business is. */
const daysWithin = ({ startDate, endDate }: Range, timeZone: string) => ({
  date: {
    ...(startDate && { $gte: dayOf(startDate, timeZone) }),
    ...(endDate && { $lte: dayOf(endDate, timeZone) }),
  },
});

export const dailyMetrics = defineRoute(
  {
    method: 'get',
    path: '/dashboard/metrics',
    permission: 'analytics:read',
    summary: 'List days',
    description: 'What the calls that began on a day added up to, latest day first. Days without calls are left out.',
    tags: ['Metrics'],
    query: z.object({ ...DateRange, limit: wholeNumber().min(1).max(366).default(30).describe('Days') }),
    response: z.object({ data: z.array(z.object({ date: z.iso.date(), ...totalsShape }).meta({ id: 'DailyMetric' })) }),
  },
  async ({ em, auth, query }) => {
    const where = daysWithin(query, await timeZoneOf(em, auth.tenantId));
    return { data: await em.find(DailyMetric, where, { orderBy: { date: 'desc' }, limit: query.limit }) };
  },
);

export const aggregatedMetrics = defineRoute(
  {
    method: 'get',
    path: '/dashboard/metrics/aggregated',
    permission: 'analytics:read',
    summary: 'Add days up',
    description: 'Over all days, or over those of a range.',
    tags: ['Metrics'],
    query: z.object(DateRange),
    response: z.object({ days: Count.describe('Days with calls'), ...totalsShape, ...Rates.shape }),
  },
  async ({ em, auth, query }) => {
    const days = await em.find(DailyMetric, daysWithin(query, await timeZoneOf(em, auth.tenantId)));
    const totals = Object.fromEntries(
      metricNames.map((name) => [name, days.reduce((total, day) => total + day[name], 0)]),
    ) as unknown as MetricTotals;
    return { days: days.length, ...totals, ...ratesOf(totals) };
  },
);
