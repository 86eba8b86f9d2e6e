import { LockMode, type EntityManager, type MikroORM } from '@mikro-orm/postgresql';
import type { TenantId } from '../../domain/ids.ts';
import { systemEm } from '../core/tenancy.ts';
import { queueEvents } from '../deliveries/queue.ts';
import { workItemEvent } from './events.ts';
import { WorkItem } from './workItem.ts';

/** In one transaction, which holds its locks for some tens of milliseconds. */
const batchSize = 50;

/** Tenants with overdue work items that no event has announced yet. */
export const tenantsWithUnannounced = async (orm: MikroORM): Promise<TenantId[]> => {
  // SYSTEM: time passes for every tenant.
  const rows = await systemEm(orm).execute<{ tenantId: TenantId }[]>(
    `select distinct tenant_id as "tenantId" from work_items
     where status = 'open' and overdue_told_at is null and due_at < now()`,
  );
  return rows.map(({ tenantId }) => tenantId);
};

/**
 * Queues `work_item.overdue` for a tenant's oldest, once for each `dueAt`.
 * @param em the tenant's own, in a transaction.
 * @returns how many, and the endpoints to wake.
 */
export const announceOverdue = async (
  em: EntityManager,
  tenantId: TenantId,
): Promise<{ announced: number; due: string[] }> => {
  const now = new Date();
  const items = await em.find(
    WorkItem,
    { status: 'open', overdueToldAt: null, dueAt: { $lt: now } },
    { orderBy: { dueAt: 'asc' }, limit: batchSize, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
  );
  for (const item of items) item.overdueToldAt = now;
  await em.flush();
  const events = items.map((item) => workItemEvent('work_item.overdue', item, now));
  return { announced: items.length, due: await queueEvents(em, tenantId, events) };
};
