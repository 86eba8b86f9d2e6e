import type { Pool } from 'pg';
import { weekOf } from '../db/privacy/partitions.ts';
import type { WebhookEventRow } from './webhookEventRow.ts';

/**
 * A partition knows the keys of its own week. For a day after it has begun, the one before is asked, too: carriers repeat within
 * minutes. What is repeated later than that is stored a second time, and merges into its call without an effect.
 */
const overlapMs = 86_400_000;

const query = `
  select row.id from jsonb_to_recordset($1::jsonb) as row(id uuid, "tenantId" uuid, provider text, "externalId" text)
  cross join lateral (
    select from webhook_events event
    where event.tenant_id = row."tenantId" and event.provider = row.provider and event.external_id = row."externalId"
      and event.received_at >= $2 and event.received_at < $3 limit 1) earlier`;

/** The ids of those rows whose first copy came shortly before the week of the row. */
export const repeatedAcrossWeeks = async (pool: Pool, rows: WebhookEventRow[]): Promise<Set<string>> => {
  const ids = new Set<string>();
  const weeks = Map.groupBy(rows, ({ receivedAt }) => weekOf(new Date(receivedAt)).getTime());
  for (const [week, ofWeek] of weeks) {
    const early = ofWeek
      .filter(({ receivedAt }) => Date.parse(receivedAt) < week + overlapMs)
      .map(({ id, tenantId, provider, externalId }) => ({ id, tenantId, provider, externalId }));
    if (early.length === 0) continue;
    const bounds = [new Date(week - overlapMs), new Date(week)];
    const found = await pool.query<{ id: string }>(query, [JSON.stringify(early), ...bounds]);
    for (const { id } of found.rows) ids.add(id);
  }
  return ids;
};
