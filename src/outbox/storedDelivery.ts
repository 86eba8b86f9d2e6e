import type { EntityManager } from '@mikro-orm/postgresql';
import type { WebhookDelivery } from '../db/entities/index.ts';
import type { StoredEvent } from '../domain/wireEvent.ts';

type Columns =
  | 'id'
  | 'tenantId'
  | 'endpointId'
  | 'status'
  | 'attempts'
  | 'attemptsInSchedule'
  | 'nextAttemptAt'
  | 'slotAt'
  | 'lastError'
  | 'createdAt';

/** A delivery with its event, as far as an attempt needs them; the event is null once it is not kept any more. */
export interface StoredDelivery extends Pick<WebhookDelivery, Columns> {
  event: StoredEvent | null;
}

interface Row extends Pick<WebhookDelivery, Exclude<Columns, 'nextAttemptAt' | 'slotAt' | 'createdAt'>> {
  /** Milliseconds since 1970. */
  nextAttemptMs: number | null;
  slotMs: number | null;
  createdMs: number;
  eventId: string;
  eventType: string;
  occurredMs: number | null;
  sequence: number | null;
  data: string | null;
}

const millisecondsOf = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

// By hand: this is read for each attempt, and entities cost more than the rest of it together. The ids come typed: a cast is
// not leakproof, and under row level security PostgreSQL would not use the index.
const query = `
  select delivery.id, delivery.tenant_id as "tenantId", delivery.endpoint_id as "endpointId", delivery.status,
    delivery.attempts, delivery.attempts_in_schedule as "attemptsInSchedule", delivery.last_error as "lastError",
    ${millisecondsOf('delivery.next_attempt_at')} as "nextAttemptMs", ${millisecondsOf('delivery.slot_at')} as "slotMs",
    ${millisecondsOf('delivery.created_at')} as "createdMs", delivery.event_id as "eventId",
    delivery.event_type as "eventType", ${millisecondsOf('event.occurred_at')} as "occurredMs", event.sequence, event.data
  from jsonb_to_recordset(?::jsonb) as asked (id uuid, place int)
  join webhook_deliveries delivery on delivery.id = asked.id
  left join outbound_events event on event.tenant_id = delivery.tenant_id and event.event_id = delivery.event_id
  order by asked.place`;

const toDate = (milliseconds: number | null): Date | null => (milliseconds === null ? null : new Date(milliseconds));

/** Those that there are, in the order of the ids. @param em within a transaction of their tenant. */
export const readDeliveries = async (em: EntityManager, ids: readonly string[]): Promise<StoredDelivery[]> => {
  const asked = ids.map((id, place) => ({ id, place }));
  const rows = await em.execute<Row[]>(query, [JSON.stringify(asked)]);
  return rows.map(({ nextAttemptMs, slotMs, createdMs, eventId, eventType, occurredMs, sequence, data, ...row }) => ({
    ...row,
    nextAttemptAt: toDate(nextAttemptMs),
    slotAt: toDate(slotMs),
    createdAt: new Date(createdMs),
    event:
      data === null || occurredMs === null
        ? null
        : { eventId, eventType, occurredAt: new Date(occurredMs), sequence, data },
  }));
};
