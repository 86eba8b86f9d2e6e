import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Webhooks in, and the log of attempts, are partitioned by week (Monday to Monday, UTC): what is past every tenant's retention goes with its
 * partition. The app's roles own no table, so creating and dropping is done by two functions of the owner's.
 */
export const partitionedTables = { webhook_events: 'received_at', webhook_logs: 'attempted_at' } as const;

type PartitionedTable = keyof typeof partitionedTables;

export interface Partition {
  name: string;
  table: PartitionedTable;
  from: Date;
  to: Date;
}

const weekMs = 7 * 86_400_000;

/** Housekeeping may fail for this long before rows go to the default partition. */
const weeksAhead = 8;

/** Where PostgreSQL is too busy to let it happen at once, it throws, and the next time does it. @returns how many there were. */
export const createPartitions = async (em: EntityManager): Promise<number> => {
  const [row] = await em.execute<{ made: number }[]>('select create_webhook_partitions(?) as made', [weeksAhead]);
  return row?.made ?? 0;
};

/** @returns false where it holds webhooks that have not been relayed: these are never dropped. */
export const dropPartition = async (em: EntityManager, { name }: Partition): Promise<boolean> => {
  const [row] = await em.execute<{ dropped: boolean }[]>('select drop_webhook_partition(?) as dropped', [name]);
  return row?.dropped ?? false;
};

const partitionsQuery = `
  select child.relname as name, parent.relname as table
  from pg_inherits join pg_class child on child.oid = inhrelid join pg_class parent on parent.oid = inhparent
  where parent.relkind = 'p' and parent.relnamespace = 'public'::regnamespace and child.relname ~ '_[0-9]{8}$'
  order by right(child.relname, 8), child.relname`;

const boundsOf = (name: string): { from: Date; to: Date } => {
  const [, year, month, day] = /(\d{4})(\d{2})(\d{2})$/.exec(name)!;
  const from = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return { from, to: new Date(from.getTime() + weekMs) };
};

/** All but the default ones, oldest first. */
export const listPartitions = async (em: EntityManager): Promise<Partition[]> => {
  const rows = await em.execute<{ name: string; table: PartitionedTable }[]>(partitionsQuery);
  return rows.map(({ name, table }) => ({ name, table, ...boundsOf(name) }));
};

const mondayMs = Date.UTC(1970, 0, 5);

/** When the partition of a moment begins. */
export const weekOf = (moment: Date): Date =>
  new Date(moment.getTime() - ((((moment.getTime() - mondayMs) % weekMs) + weekMs) % weekMs));
