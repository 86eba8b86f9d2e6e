import type { Pool } from 'pg';
import { insertWebhookEvents, type ClaimedEvent } from './store.ts';
import type { WebhookEventRow } from './webhookEventRow.ts';

/** What PostgreSQL finds wrong with a row, by class of SQLSTATE: data, integrity, its own limits. */
const faultClasses = ['22', '23', '54'];

/** Whether PostgreSQL refused what the row holds: it would do so again. */
export const isRowsFault = (error: unknown): error is Error =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  faultClasses.includes(error.code.slice(0, 2));

/**
 * Commits the rows together; where one of them spoils that, each for itself.
 * @param onClaimed gets what must be handed over now.
 * @returns for each row why it alone could not be written.
 * @throws Error when PostgreSQL takes none.
 */
export const insertEach = async (
  pool: Pool,
  rows: WebhookEventRow[],
  onClaimed: (event: ClaimedEvent) => void,
): Promise<(Error | undefined)[]> => {
  // In one order everywhere, so that two batches with the same webhooks cannot block each other.
  const ordered = rows.toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1));
  try {
    for (const event of await insertWebhookEvents(pool, ordered)) onClaimed(event);
    return rows.map(() => undefined);
  } catch (error) {
    if (!isRowsFault(error)) throw error;
    if (rows.length === 1) return [error];
  }
  const outcomes: (Error | undefined)[] = [];
  for (const row of rows) outcomes.push(...(await insertEach(pool, [row], onClaimed)));
  return outcomes;
};
