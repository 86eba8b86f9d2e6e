import type { EntityManager } from '@mikro-orm/postgresql';
import { retentionLimits } from '../../domain/tenants/retention.ts';
import { partitionedTables, type Partition } from './partitions.ts';
import { weeklyTables } from './registry.ts';

const conditionOf = ({ table }: Partition): string =>
  weeklyTables.find((one) => one.table === table)?.weekly ?? 'false';

/** @param em a `systemEm`. @returns the moment before which no tenant keeps webhooks and logs. */
export const longestLogRetention = async (em: EntityManager): Promise<Date> => {
  const [row] = await em.execute<{ moment: Date | string }[]>(
    'select now() - make_interval(days => coalesce(max(log_retention_days), ?)) as moment from tenants',
    [retentionLimits.logDays.most],
  );
  return new Date(row!.moment);
};

/** The tenants that have done with a week and still have rows in it: an index lookup each. @param em a `systemEm`. */
export const tenantsPast = (em: EntityManager, partition: Partition): Promise<{ id: string }[]> => {
  const { table, from, to } = partition;
  const key = partitionedTables[table];
  return em.execute<{ id: string }[]>(
    `select id from tenants where now() - make_interval(days => log_retention_days) > ? and exists (
       select from ${table} where tenant_id = tenants.id and ${key} >= ? and ${key} < ? and ${conditionOf(partition)})
     order by id`,
    [to, from, to],
  );
};

/** Deletes up to `limit` of a tenant's rows of a week. @returns how many. */
export const purgeWeek = async (
  em: EntityManager,
  tenantId: string,
  partition: Partition,
  limit: number,
): Promise<number> => {
  const { table, from, to } = partition;
  const key = partitionedTables[table];
  // Both conditions keep to one partition, in which a ctid is unique.
  const { affectedRows } = await em.execute<{ affectedRows: number }>(
    `delete from ${table} where ${key} >= ? and ${key} < ? and ctid = any(array(
       select ctid from ${table} where tenant_id = ? and ${key} >= ? and ${key} < ? and ${conditionOf(partition)}
       limit ? for update skip locked))`,
    [from, to, tenantId, from, to, limit],
    'run',
  );
  return affectedRows;
};
