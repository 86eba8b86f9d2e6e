import type { MikroORM } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { deliveryStatuses } from '../db/entities/index.ts';
import { systemEm } from '../db/tenancy.ts';

export const InboxLag = z.object({
  waiting: z.int().describe('Acknowledged webhooks that their calls do not have yet'),
  oldestSeconds: z.number().nullable().describe('How long the oldest of them has been waiting'),
});

export const DeliveryCounts = z.record(z.enum(deliveryStatuses), z.int()).describe('Of the last 24 hours');

const query = `
  select
    (select count(*)::int from webhook_events where relayed_at is null) as waiting,
    (select extract(epoch from now() - min(received_at))::float8 from webhook_events where relayed_at is null) as oldest,
    (select coalesce(jsonb_object_agg(status, n), '{}') from (
      select status, count(*)::int as n from webhook_deliveries where created_at > now() - interval '24 hours' group by status
    ) as counted) as deliveries`;

interface Row {
  waiting: number;
  oldest: number | null;
  deliveries: Record<string, number>;
}

/** What waits in the inbox and on its way out. A database that needs longer than that is not asked to finish. */
export const countWork = async (
  orm: MikroORM,
  timeoutMs: number,
): Promise<{ inbox: z.infer<typeof InboxLag>; deliveries: z.infer<typeof DeliveryCounts> }> => {
  // SYSTEM: counts over all tenants, shown without any of them.
  const row = await systemEm(orm).transactional(async (em) => {
    await em.execute(`set local statement_timeout = ${timeoutMs}`);
    const [counted] = await em.execute<Row[]>(query);
    return counted;
  });
  const { pending = 0, retrying = 0, delivered = 0, dead = 0, held = 0 } = row?.deliveries ?? {};
  return {
    inbox: { waiting: row?.waiting ?? 0, oldestSeconds: row?.oldest ?? null },
    deliveries: { pending, retrying, delivered, dead, held },
  };
};
