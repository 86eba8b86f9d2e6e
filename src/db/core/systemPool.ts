import { Pool } from 'pg';
import { reclaimLostConnections } from './lostConnections.ts';
import { systemRole } from './tenancy.ts';

/** How long to wait for a connection, as in `ormOptions`. */
const connectMs = 2_000;

/**
 * SYSTEM: connections that see every tenant from their first to their last statement, for the one place that commits
 * webhooks of many tenants in one statement and cannot afford to take the role on, and off, around each. Nothing else uses them.
 * Nothing connects before it is needed.
 * @param maxHeldMs how long a connection may be in use, without a break.
 */
export const createSystemPool = (url: string, size: number, maxHeldMs: number): Pool => {
  const pool = new Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: connectMs,
    options: `-c role=${systemRole}`,
  });
  reclaimLostConnections(pool, maxHeldMs);
  // A connection that dies while it is idle; the next statement opens another.
  pool.on('error', () => undefined);
  return pool;
};
