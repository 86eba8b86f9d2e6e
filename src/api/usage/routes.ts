import { z } from 'zod';
import { callTime, DailyMetric } from '../../db/entities.ts';
import { localDay } from '../../contract/tenants/days.ts';
import { metricNames, type MetricTotals } from '../../domain/usage/metrics.ts';
import { callDirections, callOutcomes, callStatuses } from '../../domain/calls/observation.ts';
import { callProviders } from '../../domain/providers.ts';
import { DateRange, toInstants, type Range } from '../routing/dateRange.ts';
import { defineList } from '../routing/lists/defineList.ts';
import { defineRoute } from '../routing/route.ts';
import { timeZoneOf } from '../routing/tenantRange.ts';
import {
  AggregatedMetrics,
  CallCounts,
  DailyMetricView,
  exampleAggregated,
  exampleCallCounts,
  exampleDailyMetric,
  type Rates,
} from './view.ts';

const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;

const ratesOf = (totals: MetricTotals): z.input<typeof Rates> => ({
  aiHandledRate: share(totals.aiHandledCalls, totals.totalCalls),
  bookingRate: share(totals.bookedCalls, totals.totalCalls),
  missedRate: share(totals.missedCalls, totals.totalCalls),
  averageDurationSeconds: share(totals.durationSeconds, totals.totalCalls),
});

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
    operationId: 'countCalls',
    summary: 'Count calls',
    description: 'Counted from the calls themselves, those that still last included.',
    tags: ['Metrics'],
    query: z.object(DateRange),
    response: CallCounts,
    examples: { response: exampleCallCounts },
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

export const [dailyMetrics, exportDailyMetrics] = defineList(
  {
    path: '/dashboard/metrics',
    permission: 'analytics:read',
    plural: 'days',
    operations: ['listDays', 'exportDays'],
    description: 'What the calls that began on a day added up to, latest day first. Days without calls are left out.',
    tags: ['Metrics'],
    filters: DateRange,
    view: DailyMetricView,
    sorts: ['date', 'totalCalls', 'bookedCalls', 'missedCalls', 'durationSeconds', 'providerCostCents'],
    defaultSort: '-date',
    example: exampleDailyMetric,
    pageSizes: { default: 30, max: 366 },
  },
  {
    entity: DailyMetric,
    key: 'date',
    where: async ({ em, auth, query }) => [daysWithin(query, await timeZoneOf(em, auth.tenantId))],
  },
);

export const aggregatedMetrics = defineRoute(
  {
    method: 'get',
    path: '/dashboard/metrics/aggregated',
    permission: 'analytics:read',
    operationId: 'addDaysUp',
    summary: 'Add days up',
    description: 'Over all days, or over those of a range.',
    tags: ['Metrics'],
    query: z.object(DateRange),
    response: AggregatedMetrics,
    examples: { response: exampleAggregated },
  },
  async ({ em, auth, query }) => {
    const days = await em.find(DailyMetric, daysWithin(query, await timeZoneOf(em, auth.tenantId)));
    const totals = Object.fromEntries(
      metricNames.map((name) => [name, days.reduce((total, day) => total + day[name], 0)]),
    ) as unknown as MetricTotals;
    return { days: days.length, ...totals, ...ratesOf(totals) };
  },
);
