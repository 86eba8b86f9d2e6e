import type { EntityManager } from '@mikro-orm/postgresql';
import { weekOf } from '../db/privacy/partitions.ts';
import type { WebhookEventRow } from './webhookEventRow.ts';

/**
 * A partition knows the keys of its own week. For a day after it has begun, the one before is asked, too: carriers repeat within
 * minutes. What is repeated later than that is stored a second time, and merges into its call without an effect.
 */
const overlapMs = 86_400_000;

const query = `
  select row.id from jsonb_to_recordset(?::jsonb) as row(id uuid, "tenantId" uuid, provider text, "externalId" text)
  cross join lateral (
    select from webhook_events event
    where event.tenant_id = row."tenantId" and event.provider = row.provider and event.external_id = row."externalId"
      and event.received_at >= ? and event.received_at < ? limit 1) earlier`;

/** The ids of those rows whose first copy came shortly before the week of the row. */
export const repeatedAcrossWeeks = async (em: EntityManager, rows: WebhookEventRow[]): Promise<Set<string>> => {
  const ids = new Set<string>();
  const weeks = Map.groupBy(rows, ({ receivedAt }) => weekOf(new Date(receivedAt)).getTime());
  for (const [week, ofWeek] of weeks) {
    const early = ofWeek
      .filter(({ receivedAt }) => Date.parse(receivedAt) < week + overlapMs)
      .map(({ id, tenantId, provider, externalId }) => ({ id, tenantId, provider, externalId }));
    if (early.length === 0) continue;
    const bounds = [new Date(week - overlapMs), new Date(week)];
    const found = await em.execute<{ id: string }[]>(query, [JSON.stringify(early), ...bounds]);
    for (const { id } of found) ids.add(id);
  }
  return ids;
};
