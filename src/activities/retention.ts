import type { MikroORM } from '@mikro-orm/postgresql';
import { Context } from '@temporalio/activity';
import type { AppContext } from '../context.ts';
import { Tenant } from '../db/entities.ts';
import type { KeepingTenant } from '../db/core/holding.ts';
import { createPartitions, dropPartition, listPartitions, type Partition } from '../db/privacy/partitions.ts';
import { eraseCalls } from '../db/privacy/erasure.ts';
import { spentRows, tenantPurges } from '../db/privacy/registry.ts';
import { longestLogRetention, purgeWeek, tenantsPast } from '../db/privacy/weeks.ts';
import { systemEm, tenantEm } from '../db/core/tenancy.ts';

type Logger = AppContext['logger'];

/** How many rows of each table were deleted; `dropped`: partitions. */
export interface Purged {
  rows: Record<string, number>;
  dropped: number;
}

/** A transaction holds its locks for some milliseconds. */
const batchSize = 1_000;

/** Of calls; each takes some tens of other rows with it. */
const tenantBatchSize = 200;

const tenantPageSize = 500;

const purgeSpent = async (orm: MikroORM, table: string, condition: string): Promise<number> => {
  // SYSTEM: time passes for every tenant.
  const { affectedRows } = await systemEm(orm).execute<{ affectedRows: number }>(
    // What another transaction is using at the moment is not waited for.
    `delete from ${table} where ctid = any(array(
       select ctid from ${table} where ${condition} limit ${batchSize} for update skip locked))`,
    [],
    'run',
  );
  return affectedRows;
};

/** One run: counts, sends Temporal its heartbeat, and notes the tenants whose rows resist. */
class Run {
  readonly purged: Purged = { rows: {}, dropped: 0 };
  readonly #failed = new Set<string>();
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  beat(): void {
    const { heartbeat, cancellationSignal } = Context.current();
    cancellationSignal.throwIfAborted();
    heartbeat(this.purged);
  }

  count(table: string, rows: number): void {
    this.purged.rows[table] = (this.purged.rows[table] ?? 0) + rows;
    this.beat();
  }

  /** A batch of each tenant in turn, until none has a full one left. The trouble of one stops no other. */
  async inTurns<T extends { id: string }>(
    table: string,
    tenants: T[],
    limit: number,
    purge: (tenant: T) => Promise<number>,
  ) {
    let waiting = tenants;
    while (waiting.length > 0) {
      const unfinished: T[] = [];
      for (const tenant of waiting) {
        try {
          const rows = await purge(tenant);
          if (rows >= limit) unfinished.push(tenant);
          this.count(table, rows);
        } catch (error) {
          this.beat();
          this.#failed.add(tenant.id);
          this.#logger.warn({ err: error, tenantId: tenant.id, table }, 'rows of a tenant could not be purged');
        }
      }
      waiting = unfinished;
    }
  }

  finish(): Purged {
    if (this.#failed.size > 0) throw new Error(`rows of ${this.#failed.size} tenants could not be purged`);
    return this.purged;
  }
}

const eachPageOfTenants = async (orm: MikroORM, work: (tenants: KeepingTenant[]) => Promise<void>): Promise<void> => {
  let tenants: KeepingTenant[] = [];
  do {
    const after = tenants.at(-1)?.id;
    // SYSTEM: each tenant's rows grow old.
    tenants = await systemEm(orm).find(Tenant, after === undefined ? {} : { id: { $gt: after } }, {
      fields: ['callRetentionMonths', 'logRetentionDays'],
      orderBy: { id: 'asc' },
      limit: tenantPageSize,
    });
    await work(tenants);
  } while (tenants.length === tenantPageSize);
};

/** Drops a week that every tenant has done with; of one that some keep, the others' rows are deleted. */
const purgePartition = async (orm: MikroORM, logger: Logger, run: Run, partition: Partition): Promise<void> => {
  // SYSTEM: a partition holds the rows of all tenants.
  const em = systemEm(orm);
  try {
    if (partition.to < (await longestLogRetention(em)) && (await dropPartition(em, partition))) {
      run.purged.dropped += 1;
      return run.beat();
    }
  } catch (error) {
    // It never waits for long queries, since others would queue behind it.
    logger.info({ err: error, partition: partition.name }, 'a partition is left to the next run');
    return;
  }
  await run.inTurns(partition.table, await tenantsPast(em, partition), batchSize, ({ id }) =>
    purgeWeek(tenantEm(orm, id), id, partition, batchSize),
  );
};

export const createRetentionActivities = ({ orm, logger }: AppContext) => ({
  /** Partitions for the weeks to come, and for what had to do without. */
  // SYSTEM: a partition holds the rows of all tenants.
  createPartitions: (): Promise<number> => createPartitions(systemEm(orm)),

  /**
   * Deletes what has expired, in batches. Can be cut off at any of them.
   * @throws Error at its end where rows of a tenant could not be deleted; the others' are.
   */
  async purgeExpired(): Promise<Purged> {
    const run = new Run(logger);
    for (const { table, spent } of spentRows) {
      let deleted: number;
      do {
        deleted = await purgeSpent(orm, table, spent);
        run.count(table, deleted);
      } while (deleted === batchSize);
    }
    // SYSTEM: a partition holds the rows of all tenants.
    for (const partition of await listPartitions(systemEm(orm))) await purgePartition(orm, logger, run, partition);
    await eachPageOfTenants(orm, async (tenants) => {
      for (const { table, purge } of tenantPurges)
        await run.inTurns(table, tenants, tenantBatchSize, (tenant) =>
          tenantEm(orm, tenant.id).transactional((em) => purge(em, tenant, tenantBatchSize, eraseCalls)),
        );
    });
    return run.finish();
  },
});
