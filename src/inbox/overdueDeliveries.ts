import type { MikroORM } from '@mikro-orm/postgresql';
import { systemEm } from '../db/tenancy.ts';
import type { TenantId } from '../domain/ids.ts';
import type { HandoverContext } from './handover.ts';
import { startDeliveries } from './startDeliveries.ts';

/** In one sweep; what is above waits for the next. */
const pageSize = 500;

interface Overdue {
  id: string;
  tenantId: TenantId;
  eventType: string;
}

// A call that is queueing its events cares for them itself for five minutes. Each is looked at once a minute.
const postponeOverdue = `
  update webhook_deliveries set next_attempt_at = now()
  where ctid = any(array(
    select ctid from webhook_deliveries
    where status in ('pending', 'retrying')
      and coalesce(next_attempt_at, created_at) < now() - interval '1 minute'
      and (next_attempt_at is not null or created_at < now() - interval '6 minutes')
    order by coalesce(next_attempt_at, created_at) limit ? for update skip locked))
  returning id, tenant_id as "tenantId", event_type as "eventType"`;

/**
 * Starts what is due and has nobody who cares for it, because a process died between its commit and the start. What is
 * only waiting for its turn goes on as it is.
 * @returns how many deliveries were looked at.
 */
export const startOverdueDeliveries = async (orm: MikroORM, context: HandoverContext): Promise<number> => {
  // SYSTEM: the sweep works for all tenants.
  const overdue = await systemEm(orm).execute<Overdue[]>(postponeOverdue, [pageSize]);
  for (const [tenantId, due] of Map.groupBy(overdue, (delivery) => delivery.tenantId))
    await startDeliveries(context, tenantId, due);
  return overdue.length;
};
