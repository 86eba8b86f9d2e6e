/** What is used here of `pg`, which brings no types. */
interface PooledConnection {
  release(error?: Error): void;
  once(event: 'end', listener: () => void): unknown;
}
export interface ConnectionPool {
  on(event: 'connect' | 'acquire', listener: (connection: PooledConnection) => void): unknown;
  on(event: 'release', listener: (error: unknown, connection: PooledConnection) => void): unknown;
}

/**
 * Kysely never gives a connection back whose BEGIN, COMMIT or ROLLBACK failed, as on one that died: after some outages
 * the pool is empty for good, and closing it waits for ever. Here the pool takes back what has died, or what is held
 * for longer than `maxHeldMs`: a server that went away without a word is otherwise waited for a quarter of an hour.
 * @see https://github.com/kysely-org/kysely/issues/1990
 */
export const reclaimLostConnections = (pool: ConnectionPool, maxHeldMs?: number): void => {
  const held = new Map<PooledConnection, NodeJS.Timeout | undefined>();
  const reclaim = (connection: PooledConnection, reason: string) => {
    if (!held.has(connection)) return;
    connection.release(new Error(reason));
    // Its holder may give it back after all, which the pool takes for a mistake.
    connection.release = () => undefined;
  };
  const reclaimLater = (connection: PooledConnection) =>
    maxHeldMs === undefined
      ? undefined
      : setTimeout(() => reclaim(connection, `held for longer than ${maxHeldMs} ms`), maxHeldMs).unref();

  pool.on('connect', (connection) => connection.once('end', () => reclaim(connection, 'the connection has ended')));
  pool.on('acquire', (connection) => held.set(connection, reclaimLater(connection)));
  pool.on('release', (_error, connection) => {
    clearTimeout(held.get(connection));
    held.delete(connection);
  });
};
