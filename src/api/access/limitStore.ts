import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { AppContext } from '../../context.ts';
import { systemEm, systemRole } from '../../db/core/tenancy.ts';
import { AppError } from '../../errors.ts';

export interface Budget {
  points: number;
  /** Seconds after the first point was spent until all of them are back. */
  duration: number;
}

/** Makes limiters that all API processes share: one row a key in `rate_limits`. */
export type LimitStore = (
  name: string,
  budget: Budget,
  options?: { blockInMemory?: boolean; sweep?: boolean },
) => RateLimiterPostgres;

/** What the library asks of a PostgreSQL client. */
interface Query {
  text: string;
  values?: unknown[];
}

/** A crash of PostgreSQL may forget the last second of counts: cheaper than waiting for its disk at every request. */
const session = { variables: { role: systemRole, synchronous_commit: 'off' } };

/** The limiters throw AppError `service.unavailable` when PostgreSQL cannot count. */
export const createLimitStore = ({ orm, logger }: Pick<AppContext, 'orm' | 'logger'>): LimitStore => {
  const query = async ({ text, values = [] }: Query) => {
    const parameters: unknown[] = [];
    const sql = text.replaceAll(/\$(\d)/g, (_placeholder, position: string) => {
      parameters.push(values[Number(position) - 1]);
      return '?';
    });
    try {
      // SYSTEM: counts belong to no tenant.
      const rows = await systemEm(orm).fork({ session }).execute<object[]>(sql, parameters);
      return { rows, rowCount: rows.length };
    } catch (error) {
      logger.warn({ err: error }, 'PostgreSQL does not count requests now');
      throw new AppError('service.unavailable', { retryAfterSeconds: 5 }, { cause: error });
    }
  };

  return (name, { points, duration }, { blockInMemory = false, sweep = false } = {}) =>
    new RateLimiterPostgres({
      storeClient: { query },
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix: name,
      points,
      duration,
      ...(blockInMemory && { inMemoryBlockOnConsumed: points + 1 }),
      clearExpiredByTimeout: sweep,
    });
};
