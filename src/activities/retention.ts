import type { MikroORM } from '@mikro-orm/postgresql';
import { Context } from '@temporalio/activity';
import type { AppContext } from '../context.ts';
import { systemEm } from '../db/tenancy.ts';

/** Which rows nobody will ask for again. The audit log is not among them: nothing of it is ever removed. */
const spent = {
  idempotency_keys: 'expires_at < now()',
  // Looked into when somebody asks who was signed in lately.
  sessions: `least(expires_at, revoked_at) < now() - interval '30 days'`,
  // No session lives longer, and a used token has to be known for as long as its session lives.
  refresh_tokens: `created_at < now() - interval '30 days'`,
  user_tokens: `least(expires_at, used_at) < now() - interval '7 days'`,
  rate_limits: 'expire < extract(epoch from now()) * 1000',
} as const;

/** How many rows of each table were deleted. */
export type Purged = Record<keyof typeof spent, number>;

const tables = Object.keys(spent) as (keyof typeof spent)[];

/** A transaction holds its locks for some milliseconds. */
const batchSize = 1_000;

const purgeBatch = async (orm: MikroORM, table: keyof typeof spent): Promise<number> => {
  // SYSTEM: time passes for every tenant.
  const { affectedRows } = await systemEm(orm).execute<{ affectedRows: number }>(
    // What another transaction is using at the moment is not waited for.
    `delete from ${table} where ctid = any(array(
       select ctid from ${table} where ${spent[table]} limit ${batchSize} for update skip locked))`,
    [],
    'run',
  );
  return affectedRows;
};

export const createRetentionActivities = ({ orm }: AppContext) => ({
  /** Deletes what has expired, in batches. Can be cut off at any of them. */
  async purgeExpired(): Promise<Purged> {
    const { heartbeat, cancellationSignal } = Context.current();
    const purged = Object.fromEntries(tables.map((table) => [table, 0])) as Purged;
    for (const table of tables) {
      let deleted: number;
      do {
        cancellationSignal.throwIfAborted();
        deleted = await purgeBatch(orm, table);
        purged[table] += deleted;
        heartbeat(purged);
      } while (deleted === batchSize);
    }
    return purged;
  },
});
