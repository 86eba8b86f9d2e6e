import { systemEm } from '../db/core/tenancy.ts';
import type { TenantId } from '../domain/ids.ts';
import type { OutboxContext } from './outboxContext.ts';
import type { WakeEndpoints } from './wake.ts';

/** In one sweep, of all tenants in any order: what is above may be among those of the next. */
const mostEndpoints = 500;

interface Overdue {
  id: string;
  tenantId: TenantId;
}

// From one endpoint to the next in the index: ten thousand deliveries that wait for one cost no more than one does. An
// endpoint that rests looks by itself; one that was removed has its deliveries given up.
const findOverdue = `
  with recursive waiting as (
    (select endpoint_id, tenant_id from webhook_deliveries where status in ('pending', 'retrying')
     order by endpoint_id limit 1)
    union all
    select next.* from waiting cross join lateral (
      select endpoint_id, tenant_id from webhook_deliveries
      where status in ('pending', 'retrying') and endpoint_id > waiting.endpoint_id order by endpoint_id limit 1
    ) next
  ), overdue as (
    select endpoint_id, tenant_id from waiting where exists (
      select from webhook_deliveries delivery
      where delivery.endpoint_id = waiting.endpoint_id and status in ('pending', 'retrying')
        and coalesce(next_attempt_at, created_at) < now() - interval '10 seconds'
        and (claimed_until is null or claimed_until < now()))
    union
    select part.endpoint_id, part.tenant_id from webhook_recovery_parts part
    join webhook_recoveries recovery on recovery.id = part.recovery_id
    where ended_at is null and started_at < now() - interval '10 seconds'
  )
  select endpoint_id as id, overdue.tenant_id as "tenantId" from overdue
  left join webhook_endpoints endpoint on endpoint.id = overdue.endpoint_id
  where resting_until is null or resting_until < now() - interval '10 seconds'
  order by random() limit ${mostEndpoints}`;

/**
 * Wakes endpoints with something that is due and that no sender has: a process died between its commit and the wake-up.
 * @returns how many.
 */
export const wakeOverdue = async (
  { orm, logger }: Pick<OutboxContext, 'orm' | 'logger'>,
  wakeEndpoints: WakeEndpoints,
): Promise<number> => {
  // SYSTEM: the sweep works for all tenants.
  const overdue = await systemEm(orm).execute<Overdue[]>(findOverdue);
  const byTenant = [...Map.groupBy(overdue, ({ tenantId }) => tenantId)];
  const wake = async ([tenantId, endpoints]: (typeof byTenant)[number]): Promise<void> => {
    try {
      const ids = endpoints.map(({ id }) => id);
      await wakeEndpoints(tenantId, ids, { isAskedFor: true });
    } catch (error) {
      logger.warn({ err: error, tenantId }, 'endpoints were left to the next sweep');
    }
  };
  await Promise.all(byTenant.map(wake));
  return overdue.length;
};
