import type { MikroORM } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { deliveryStatuses } from '../db/entities/index.ts';
import { systemEm } from '../db/tenancy.ts';

export const InboxLag = z.object({
  waiting: z.int().describe('Acknowledged webhooks that their calls do not have yet'),
  oldestSeconds: z.number().nullable().describe('How long the oldest of them has been waiting'),
});

export const DeliveryCounts = z.record(z.enum(deliveryStatuses), z.int()).describe('Of the last 24 hours');

export const OutboxLag = z
  .object({
    waiting: z.int().describe('Deliveries that are pending or retrying'),
    oldestSeconds: z.number().nullable().describe('How long the oldest of them has been waiting'),
    overdueSeconds: z.number().nullable().describe('For how long an attempt has been due that was not made yet'),
    attempts: z.int(),
    successRate: z.number().min(0).max(1).nullable().describe('The share of attempts that delivered'),
  })
  .describe('Of the last 24 hours');

const query = `
  with recent as (
    select status, created_at, coalesce(next_attempt_at, created_at) as due_at, status in ('pending', 'retrying') as waits
    from webhook_deliveries where created_at > now() - interval '24 hours'
  ), attempts as (
    select error is null as succeeded from webhook_logs where attempted_at > now() - interval '24 hours'
  )
  select
    (select count(*)::int from webhook_events where relayed_at is null) as received,
    (select extract(epoch from now() - min(received_at))::float8 from webhook_events where relayed_at is null) as received_seconds,
    (select coalesce(jsonb_object_agg(status, n), '{}')
      from (select status, count(*)::int as n from recent group by status) as counted) as deliveries,
    (select count(*)::int from recent where waits) as waiting,
    (select extract(epoch from now() - min(created_at))::float8 from recent where waits) as oldest_seconds,
    (select extract(epoch from now() - min(due_at))::float8 from recent where waits and due_at < now()) as overdue_seconds,
    (select count(*)::int from attempts) as attempts,
    (select avg(succeeded::int)::float8 from attempts) as success_rate`;

interface Row {
  received: number;
  received_seconds: number | null;
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
 * What waits in the inbox and on its way out. A database that needs longer than that is not asked to finish.
 * @throws Error when it does not answer in time.
 */
export const countWork = async (orm: MikroORM, timeoutMs: number): Promise<Work> => {
  // SYSTEM: counts over all tenants, shown without any of them.
  const row = await systemEm(orm).transactional(async (em) => {
    await em.execute(`set local statement_timeout = ${timeoutMs}`);
    const [counted] = await em.execute<[Row]>(query);
    return counted;
  });
  const { pending = 0, retrying = 0, delivered = 0, dead = 0, held = 0 } = row.deliveries;
  return {
    inbox: { waiting: row.received, oldestSeconds: row.received_seconds },
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
