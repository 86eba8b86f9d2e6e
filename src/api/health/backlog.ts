import type { MikroORM } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { deliveryStatuses } from '../../db/entities.ts';
import { systemEm } from '../../db/core/tenancy.ts';
import { within } from '../../deadline.ts';
import { inboxCounts } from '../../inbox/index.ts';

export const InboxLag = z.object({
  waiting: z.int().describe('Acknowledged webhooks that their calls do not have yet'),
  oldestSeconds: z.number().nullable().describe('How long the oldest of them has been waiting'),
  stuck: z.int().describe('Webhooks whose handover failed five times or more'),
});

export const DeliveryCounts = z.record(z.enum(deliveryStatuses), z.int()).describe('Of the last 24 hours');

export const OutboxLag = z.object({
  waiting: z.int().describe('Deliveries that are pending or retrying'),
  oldestSeconds: z.number().nullable().describe('How long the oldest of them has been waiting'),
  overdueSeconds: z
    .number()
    .nullable()
    .describe(
      'For how long an attempt has been due that was not made yet; not where an endpoint that fails has its rest',
    ),
  attempts: z.int().describe('Of the last 24 hours'),
  successRate: z.number().min(0).max(1).nullable().describe('The share of these attempts that delivered'),
});

const query = `
  with waiting as (
    select delivery.created_at, greatest(coalesce(next_attempt_at, delivery.created_at), resting_until) as due_at
    from webhook_deliveries delivery left join webhook_endpoints endpoint on endpoint.id = endpoint_id
    where status in ('pending', 'retrying')
  ), recent as (
    select status, count(*)::int as n from webhook_deliveries where created_at > now() - interval '24 hours' group by status
  ), attempts as (
    select error is null as succeeded from webhook_logs where attempted_at > now() - interval '24 hours'
  )
  select
    (select coalesce(jsonb_object_agg(status, n), '{}') from recent) as deliveries,
    outbox.*, tried.*
  from
    (select count(*)::int as waiting, extract(epoch from now() - min(created_at))::float8 as oldest_seconds,
      extract(epoch from now() - min(due_at) filter (where due_at < now()))::float8 as overdue_seconds
      from waiting) as outbox,
    (select count(*)::int as attempts, avg(succeeded::int)::float8 as success_rate from attempts) as tried`;

interface Row {
  deliveries: Record<string, number>;
  waiting: number;
  oldest_seconds: number | null;
  overdue_seconds: number | null;
  attempts: number;
  success_rate: number | null;
}

export interface Work {
  inbox: z.infer<typeof InboxLag>;
  deliveries: z.infer<typeof DeliveryCounts>;
  outbox: z.infer<typeof OutboxLag>;
}

/**
 * Counts over all tenants. A database that needs longer than that is not asked to finish.
 * @throws Error when it does not answer in time.
 */
export const countWithin = <Rows extends object[]>(orm: MikroORM, timeoutMs: number, sql: string): Promise<Rows> =>
  // SYSTEM: monitoring is of the whole installation.
  within(
    timeoutMs,
    'the count',
    systemEm(orm).transactional(async (em) => {
      await em.execute(`set local statement_timeout = ${timeoutMs}`);
      return em.execute<Rows>(sql);
    }),
  );

/** What waits in the inbox and on its way out. @throws Error when it cannot be counted in time. */
export const countWork = async (orm: MikroORM, timeoutMs: number): Promise<Work> => {
  const [[row], [inbox]] = await Promise.all([
    countWithin<[Row]>(orm, timeoutMs, query),
    countWithin<[Work['inbox']]>(orm, timeoutMs, inboxCounts),
  ]);
  const { pending = 0, retrying = 0, delivered = 0, dead = 0, held = 0 } = row.deliveries;
  return {
    inbox,
    deliveries: { pending, retrying, delivered, dead, held },
    outbox: {
      waiting: row.waiting,
      oldestSeconds: row.oldest_seconds,
      overdueSeconds: row.overdue_seconds,
      attempts: row.attempts,
      successRate: row.success_rate,
    },
  };
};
