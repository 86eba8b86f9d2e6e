import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { eventCatalogue, exampleEvent, type EventType, type NewEvent } from '../../contract/events/catalogue.ts';
import type { TenantId } from '../../domain/ids.ts';
import { subjectColumns } from '../../domain/subject.ts';
import { OutboundEvent } from './outboundEvent.ts';
import { WebhookDelivery } from './webhookDelivery.ts';
import type { WebhookEndpoint } from './webhookEndpoint.ts';
import { uuidV7 } from '../core/uuid.ts';

/** What an endpoint misses while it is disabled is held for it. */
const statusFor = (isDisabled: boolean): 'held' | 'pending' => (isDisabled ? 'held' : 'pending');

const wants = (eventTypes: WebhookEndpoint['eventTypes'], eventType: string): boolean =>
  eventTypes === null || eventTypes.includes(eventType);

type KnownEvent = Pick<OutboundEvent, 'eventId' | 'subjectKind' | 'subjectId' | 'sequence'>;

interface Queue {
  /** Events that are stored already: of these subjects, and those that are asked for. */
  known: KnownEvent[];
  endpoints: (Pick<WebhookEndpoint, 'id' | 'eventTypes'> & { isDisabled: boolean })[];
  /** Endpoints that have not been sent some of these events yet. */
  due: string[];
}

// By hand, as what is written below: each save of a call comes by here, and entities cost more than the rest of it together.
const readQueue = `
  select
    (select coalesce(json_agg(json_build_object('eventId', event_id, 'subjectKind', subject_kind, 'subjectId', subject_id,
        'sequence', sequence)), '[]')
      from outbound_events where tenant_id = ? and (subject_id in (?) or event_id in (?))) as known,
    (select coalesce(json_agg(json_build_object('id', id, 'eventTypes', event_types, 'isDisabled', disabled_at is not null)), '[]')
      from webhook_endpoints where tenant_id = ?) as endpoints,
    (select coalesce(json_agg(distinct endpoint_id), '[]')
      from webhook_deliveries where tenant_id = ? and event_id in (?) and status = 'pending' and attempts = 0) as due`;

const insertEvents = `
  with event as (
    insert into outbound_events
      (id, tenant_id, event_id, event_type, subject_kind, subject_id, sequence, occurred_at, data)
    select id, ?, "eventId", "eventType", "subjectKind", "subjectId", sequence, "occurredAt", data
    from jsonb_to_recordset(?::jsonb) as given (id uuid, "eventId" text, "eventType" text, "subjectKind" text,
      "subjectId" text, sequence int, "occurredAt" timestamptz, data text)
  )
  insert into webhook_deliveries (id, tenant_id, endpoint_id, event_id, event_type, subject_kind, subject_id, status)
  select id, ?, "endpointId", "eventId", "eventType", "subjectKind", "subjectId", status
  from jsonb_to_recordset(?::jsonb) as given (id uuid, "endpointId" uuid, "eventId" text, "eventType" text,
    "subjectKind" text, "subjectId" text, status text)`;

const idsOf = (events: readonly Pick<OutboundEvent, 'eventId'>[]): string[] => events.map(({ eventId }) => eventId);

/** @returns gives the next number of a subject; null for what is about none. */
const createNumbering = (known: readonly KnownEvent[]) => {
  const last = new Map<string, number>();
  const keyOf = (kind: string | null, id: string | null): string => `${kind}/${id}`;
  for (const { subjectKind, subjectId, sequence } of known) {
    const key = keyOf(subjectKind, subjectId);
    last.set(key, Math.max(last.get(key) ?? 0, sequence ?? 0));
  }
  return ({ subject }: NewEvent): number | null => {
    if (subject === null) return null;
    const key = keyOf(subject.kind, subject.id);
    const next = (last.get(key) ?? 0) + 1;
    last.set(key, next);
    return next;
  };
};

/** The rows of events that are not stored yet, in their order. */
const newRows = (known: readonly KnownEvent[], events: readonly NewEvent[]) => {
  const knownIds = new Set(idsOf(known));
  const numberOf = createNumbering(known);
  const fresh = events.filter(({ eventId }) => !knownIds.has(eventId));
  return fresh.map((event) => ({
    id: uuidV7(),
    eventId: event.eventId,
    eventType: event.eventType,
    ...subjectColumns(event.subject),
    sequence: numberOf(event),
    occurredAt: event.timestamp,
    data: JSON.stringify(event.data),
  }));
};

/** A delivery of each event for each endpoint that wants it. */
const deliveriesOf = (events: ReturnType<typeof newRows>, endpoints: Queue['endpoints']) => {
  const wanted = events.flatMap((event) =>
    endpoints.filter(({ eventTypes }) => wants(eventTypes, event.eventType)).map((endpoint) => ({ event, endpoint })),
  );
  // Those of one millisecond, too, are sent in the order of their events.
  const ids = wanted.map(() => uuidV7()).toSorted();
  return wanted.map(({ event: { eventId, eventType, subjectKind, subjectId }, endpoint }, index) => ({
    id: ids[index],
    endpointId: endpoint.id,
    eventId,
    eventType,
    subjectKind,
    subjectId,
    status: statusFor(endpoint.isDisabled),
  }));
};

/**
 * Stores each event once, numbered among those of its subject in the order in which we learned of them, and queues it for the
 * endpoints that want it.
 * @param em within a transaction that holds the subjects: no other numbers their events meanwhile. It is flushed.
 * @returns the endpoints to wake once it is committed: those that these events have not been sent to yet.
 */
export const queueEvents = async (em: EntityManager, tenantId: TenantId, events: NewEvent[]): Promise<string[]> => {
  if (events.length === 0) return [];
  await em.flush();
  const ids = idsOf(events);
  const subjects = new Set(events.flatMap(({ subject }) => subject?.id ?? []));
  const asked = [tenantId, subjects.size > 0 ? [...subjects] : null, ids, tenantId, tenantId, ids];
  const [{ known, endpoints, due }] = await em.execute<[Queue]>(readQueue, asked);
  const fresh = newRows(known, events);
  if (fresh.length === 0) return due;
  const deliveries = deliveriesOf(fresh, endpoints);
  await em.execute(insertEvents, [tenantId, JSON.stringify(fresh), tenantId, JSON.stringify(deliveries)]);
  const pending = deliveries.filter(({ status }) => status === 'pending').map(({ endpointId }) => endpointId);
  return [...new Set([...due, ...pending])];
};

/**
 * The example of its type for one endpoint, whether it wants such events or not, and whether it rests or not; the caller
 * flushes. @returns the id of the delivery.
 */
export const queueTestEvent = (em: EntityManager, endpoint: WebhookEndpoint, eventType: EventType): string => {
  const { tenantId } = endpoint;
  const { sequence } = exampleEvent(eventType);
  const data = JSON.stringify({ ...eventCatalogue[eventType].example, test: true });
  const what = { tenantId, eventId: `test:${randomUUID()}`, eventType, ...subjectColumns(null), sequence, data };
  const event = em.create(OutboundEvent, { ...what, occurredAt: new Date() });
  const { eventId, subjectKind, subjectId } = event;
  const delivery = em.create(WebhookDelivery, {
    id: uuidV7(),
    tenantId,
    endpointId: endpoint.id,
    eventId,
    eventType,
    subjectKind,
    subjectId,
    status: statusFor(Boolean(endpoint.disabledAt)),
    nextAttemptAt: new Date(),
  });
  em.persist([event, delivery]);
  return delivery.id;
};
