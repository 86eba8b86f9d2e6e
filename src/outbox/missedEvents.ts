import type { EntityManager } from '@mikro-orm/postgresql';
import { uuidV7 } from '../db/uuid.ts';
import type { TenantId } from '../domain/ids.ts';
import type { RecoveryFilter, RecoveryLine } from '../domain/recovery.ts';

/** An event that an endpoint has missed. */
export interface MissedEvent {
  id: string;
  eventId: string;
  eventType: string;
  externalCallId: string | null;
  sequence: number;
  /** As PostgreSQL writes it, with microseconds. */
  createdAt: string;
  rateLimitPerSecond: number | null;
}

// What the endpoint has taken since the recovery began, it does not get again.
const isMissed = `coalesce(delivery.status, 'missing') in (select jsonb_array_elements_text(?::jsonb))
  and (delivery.delivered_at is null or delivery.delivered_at < ?::timestamptz)`;

// The limit makes PostgreSQL look each delivery up in its unique key: so a page costs what it finds, however long the backlog.
const missed = `
  from outbound_events event
  join webhook_endpoints endpoint on endpoint.tenant_id = event.tenant_id and endpoint.disabled_at is null
    and (endpoint.event_types is null or endpoint.event_types @> to_jsonb(event.event_type))
  left join lateral (
    select id, status, delivered_at from webhook_deliveries
    where tenant_id = event.tenant_id and endpoint_id = endpoint.id and event_id = event.event_id limit 1
  ) delivery on true
  where event.tenant_id = ? and event.created_at >= ?::timestamptz and event.created_at < ?::timestamptz
    and (?::jsonb is null or event.event_type in (select jsonb_array_elements_text(?::jsonb)))
    and (?::uuid is null or endpoint.id = ?::uuid)
    and (delivery.id is not null or event.event_id not like 'test:%')
    and ${isMissed}`;

const parametersOf = (tenantId: TenantId, filter: RecoveryFilter, endpointId: string | null): unknown[] => {
  const { since, until, statuses, startedAt } = filter;
  const eventTypes = filter.eventTypes && JSON.stringify(filter.eventTypes);
  return [tenantId, since, until, eventTypes, eventTypes, endpointId, endpointId, JSON.stringify(statuses), startedAt];
};

const beforeAll = { createdAt: '-infinity', sequence: -1, id: '00000000-0000-0000-0000-000000000000' };

/** How many events each endpoint has missed. Those that are disabled, or want none of them, are not among them. */
export const countMissed = (
  em: EntityManager,
  tenantId: TenantId,
  filter: RecoveryFilter,
): Promise<{ endpointId: string; total: number }[]> =>
  em.execute(
    `select endpoint.id as "endpointId", count(*)::int as total ${missed} group by endpoint.id order by endpoint.id`,
    parametersOf(tenantId, filter, filter.endpointId),
  );

/** The next ones, oldest first, those of a call in their sequence. */
export const findMissed = (
  em: EntityManager,
  tenantId: TenantId,
  filter: RecoveryFilter,
  { endpointId, after }: RecoveryLine,
  limit: number,
): Promise<MissedEvent[]> => {
  const { createdAt, sequence, id } = after ?? beforeAll;
  return em.execute(
    `select event.id, event.event_id as "eventId", event.event_type as "eventType",
       event.external_call_id as "externalCallId", coalesce(event.sequence, 0) as sequence,
       event.created_at::text as "createdAt", endpoint.rate_limit_per_second as "rateLimitPerSecond"
     ${missed}
       and event.created_at >= ?::timestamptz
       and (event.created_at, coalesce(event.sequence, 0), event.id) > (?::timestamptz, ?::int, ?::uuid)
     order by event.created_at, coalesce(event.sequence, 0), event.id limit ?`,
    [...parametersOf(tenantId, filter, endpointId), createdAt, createdAt, sequence, id, limit],
  );
};

/** A missed event that has been queued anew, by the id of its delivery. */
export interface ClaimedEvent extends Pick<MissedEvent, 'eventType' | 'externalCallId'> {
  id: string;
}

/** Queues them anew, in one statement. @returns in order, without those that somebody else has taken on meanwhile. */
export const claimMissed = async (
  em: EntityManager,
  tenantId: TenantId,
  filter: RecoveryFilter,
  endpointId: string,
  events: readonly MissedEvent[],
): Promise<ClaimedEvent[]> => {
  const rows = events.map(({ eventId, eventType, externalCallId }) => ({
    id: uuidV7(),
    eventId,
    eventType,
    externalCallId,
  }));
  const claimed = await em.execute<{ id: string; eventId: string }[]>(
    `insert into webhook_deliveries as delivery
       (id, tenant_id, endpoint_id, event_id, event_type, external_call_id, status, next_attempt_at)
     select id, ?, ?, "eventId", "eventType", "externalCallId", 'pending', now()
     from jsonb_to_recordset(?::jsonb) as event (id uuid, "eventId" text, "eventType" text, "externalCallId" text)
     on conflict (tenant_id, endpoint_id, event_id)
       do update set status = 'pending', attempts_in_schedule = 0, next_attempt_at = now(), slot_at = null
       where ${isMissed}
     returning id, event_id as "eventId"`,
    [tenantId, endpointId, JSON.stringify(rows), JSON.stringify(filter.statuses), filter.startedAt],
  );
  const ids = new Map(claimed.map(({ id, eventId }) => [eventId, id]));
  return events.flatMap(({ eventId, eventType, externalCallId }) => {
    const id = ids.get(eventId);
    return id === undefined ? [] : [{ id, eventType, externalCallId }];
  });
};
