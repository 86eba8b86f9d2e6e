import type { EntityManager } from '@mikro-orm/postgresql';
import { uuidV7 } from '../db/core/uuid.ts';
import type { WebhookRecoveryPart } from '../db/entities.ts';
import type { RecoveryFilter } from '../domain/deliveries/recovery.ts';
import type { SubjectColumns } from '../domain/subject.ts';
import { claimSeconds } from './claims.ts';

/** An event that an endpoint has missed. */
interface MissedEvent extends SubjectColumns {
  id: string;
  eventId: string;
  eventType: string;
  sequence: number;
  /** As PostgreSQL writes it, with microseconds. */
  createdAt: string;
}

type Part = Pick<WebhookRecoveryPart, 'tenantId' | 'recoveryId' | 'endpointId' | 'after'>;

// What the endpoint has taken since the recovery began, it does not get again; nor what is being sent at the moment.
const isMissed = `coalesce(delivery.status, 'missing') in (select jsonb_array_elements_text(?::jsonb))
  and (delivery.delivered_at is null or delivery.delivered_at < ?::timestamptz)
  and (delivery.claimed_until is null or delivery.claimed_until < now())`;

/** Their statuses as rows have them. */
const rowStatuses = ({ statuses }: RecoveryFilter): string =>
  JSON.stringify(statuses.flatMap((status) => (status === 'waiting' ? ['pending', 'retrying'] : [status])));

// The limit makes PostgreSQL look each delivery up in its unique key: so a page costs what it finds, however long the backlog.
const missed = `
  from outbound_events event
  join webhook_endpoints endpoint on endpoint.tenant_id = event.tenant_id and endpoint.disabled_at is null
    and (endpoint.event_types is null or endpoint.event_types @> to_jsonb(event.event_type))
  left join lateral (
    select id, status, delivered_at, claimed_until from webhook_deliveries
    where tenant_id = event.tenant_id and endpoint_id = endpoint.id and event_id = event.event_id limit 1
  ) delivery on true
  where event.tenant_id = ? and event.created_at >= ?::timestamptz and event.created_at < ?::timestamptz
    and (?::jsonb is null or event.event_type in (select jsonb_array_elements_text(?::jsonb)))
    and endpoint.id = ?
    and (delivery.id is not null or event.event_id not like 'test:%')
    and ${isMissed}`;

const parametersOf = (
  { tenantId, endpointId }: Pick<Part, 'tenantId' | 'endpointId'>,
  filter: RecoveryFilter,
): unknown[] => {
  const { since, until, startedAt } = filter;
  const eventTypes = filter.eventTypes && JSON.stringify(filter.eventTypes);
  return [tenantId, since, until, eventTypes, eventTypes, endpointId, rowStatuses(filter), startedAt];
};

const beforeAll = { createdAt: '-infinity', sequence: -1, id: '00000000-0000-0000-0000-000000000000' };

/** How many events the endpoint has missed; none where it is disabled, or wants none of them. */
export const countMissed = async (
  em: EntityManager,
  part: Pick<Part, 'tenantId' | 'endpointId'>,
  filter: RecoveryFilter,
): Promise<number> => {
  const [row] = await em.execute<[{ total: number }]>(
    `select count(*)::int as total ${missed}`,
    parametersOf(part, filter),
  );
  return row.total;
};

/** The next ones, oldest first, those about one subject in their sequence. */
export const findMissed = (
  em: EntityManager,
  part: Part,
  filter: RecoveryFilter,
  limit: number,
): Promise<MissedEvent[]> => {
  const { createdAt, sequence, id } = part.after ?? beforeAll;
  return em.execute(
    `select event.id, event.event_id as "eventId", event.event_type as "eventType",
       event.subject_kind as "subjectKind", event.subject_id as "subjectId",
       coalesce(event.sequence, 0) as sequence, event.created_at::text as "createdAt"
     ${missed}
       and event.created_at >= ?::timestamptz
       and (event.created_at, coalesce(event.sequence, 0), event.id) > (?::timestamptz, ?::int, ?::uuid)
     order by event.created_at, coalesce(event.sequence, 0), event.id limit ?`,
    [...parametersOf(part, filter), createdAt, createdAt, sequence, id, limit],
  );
};

/**
 * Queues them anew and claims them, in one statement.
 * @returns the ids of their deliveries, in order, without those that another request has taken on meanwhile.
 */
export const claimMissed = async (
  em: EntityManager,
  { tenantId, recoveryId, endpointId }: Part,
  filter: RecoveryFilter,
  events: readonly MissedEvent[],
): Promise<string[]> => {
  if (events.length === 0) return [];
  const rows = events.map(({ eventId, eventType, subjectKind, subjectId }) => ({
    id: uuidV7(),
    eventId,
    eventType,
    subjectKind,
    subjectId,
  }));
  const claimed = await em.execute<{ id: string; eventId: string }[]>(
    `insert into webhook_deliveries as delivery
       (id, tenant_id, endpoint_id, event_id, event_type, subject_kind, subject_id, status, next_attempt_at,
        recovery_id, claimed_until)
     select id, ?, ?, "eventId", "eventType", "subjectKind", "subjectId", 'pending', now(), ?,
       now() + interval '${claimSeconds} seconds'
     from jsonb_to_recordset(?::jsonb) as event
       (id uuid, "eventId" text, "eventType" text, "subjectKind" text, "subjectId" text)
     on conflict (tenant_id, endpoint_id, event_id)
       do update set status = 'pending', attempts_in_schedule = 0, next_attempt_at = now(),
         recovery_id = excluded.recovery_id, claimed_until = excluded.claimed_until
       where ${isMissed}
     returning id, event_id as "eventId"`,
    [tenantId, endpointId, recoveryId, JSON.stringify(rows), rowStatuses(filter), filter.startedAt],
  );
  const ids = new Map(claimed.map(({ id, eventId }) => [eventId, id]));
  return events.flatMap(({ eventId }) => ids.get(eventId) ?? []);
};
