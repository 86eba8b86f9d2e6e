import type { MikroORM } from '@mikro-orm/postgresql';
import { systemEm } from '../db/tenancy.ts';
import type { TenantId } from '../domain/ids.ts';
import type { HandoverContext } from '../inbox/handover.ts';
import { startDeliveries } from './startDeliveries.ts';

/** In one sweep; what is above waits for the next. */
const defaultPageSize = 500;

interface Overdue {
  id: string;
  tenantId: TenantId;
  eventType: string;
}

// A call that is queueing its events cares for them itself for five minutes. Each is looked at once a minute, and tenants take
// turns: the backlog of one must not hide what another has lost.
const takeOverdue = `
  with overdue as (
    select id, tenant_id, coalesce(next_attempt_at, created_at) as due_at from webhook_deliveries
    where status in ('pending', 'retrying')
      and coalesce(next_attempt_at, created_at) < now() - interval '1 minute'
      and (next_attempt_at is not null or created_at < now() - interval '6 minutes')
      and (swept_at is null or swept_at < now() - interval '1 minute')
  ), in_turn as (
    select id from (select id, due_at, row_number() over (partition by tenant_id order by due_at) as turn from overdue) ranked
    order by turn, due_at limit ?
  )
  update webhook_deliveries set swept_at = now()
  where id = any(array(select id from webhook_deliveries where id in (select id from in_turn) for update skip locked))
  returning id, tenant_id as "tenantId", event_type as "eventType"`;

/**
 * Starts what is due and has nobody who cares for it, because a process died between its commit and the start. What is
 * only waiting for its turn goes on as it is.
 * @returns how many deliveries were looked at.
 */
export const startOverdueDeliveries = async (
  orm: MikroORM,
  context: HandoverContext,
  pageSize = defaultPageSize,
): Promise<number> => {
  // SYSTEM: the sweep works for all tenants.
  const overdue = await systemEm(orm).execute<Overdue[]>(takeOverdue, [pageSize]);
  for (const [tenantId, due] of Map.groupBy(overdue, (delivery) => delivery.tenantId))
    await startDeliveries(context, tenantId, due);
  return overdue.length;
};
