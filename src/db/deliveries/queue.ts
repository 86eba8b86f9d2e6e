import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { eventCatalogue, exampleEvent, type EventType, type NewEvent } from '../../contract/events/catalogue.ts';
import type { TenantId } from '../../domain/ids.ts';
import { subjectColumns } from '../../domain/subject.ts';
import { OutboundEvent } from './outboundEvent.ts';
import { WebhookDelivery } from './webhookDelivery.ts';
import { WebhookEndpoint } from './webhookEndpoint.ts';
import { uuidV7 } from '../core/uuid.ts';

const wants = (eventTypes: WebhookEndpoint['eventTypes'], eventType: string): boolean =>
  eventTypes === null || eventTypes.includes(eventType);

/** What a disabled endpoint misses is held for it. */
const deliveryOf = (
  em: EntityManager,
  event: OutboundEvent,
  { id: endpointId, disabledAt }: WebhookEndpoint,
  id = uuidV7(),
): WebhookDelivery => {
  const { tenantId, eventId, eventType, subjectKind, subjectId } = event;
  const status = disabledAt ? 'held' : 'pending';
  const what = { tenantId, eventId, eventType, subjectKind, subjectId };
  return em.create(WebhookDelivery, { ...what, id, endpointId, status });
};

/** Stores events with a delivery for each endpoint that wants them. */
const store = async (em: EntityManager, events: OutboundEvent[]): Promise<void> => {
  if (events.length === 0) return;
  const endpoints = await em.find(WebhookEndpoint, {});
  const wanted = events.flatMap((event) =>
    endpoints.filter(({ eventTypes }) => wants(eventTypes, event.eventType)).map((endpoint) => ({ event, endpoint })),
  );
  // Those of one millisecond, too, are sent in the order of their events.
  const ids = wanted.map(() => uuidV7()).toSorted();
  const deliveries = wanted.map(({ event, endpoint }, index) => deliveryOf(em, event, endpoint, ids[index]));
  await em.persist([...events, ...deliveries]).flush();
};

const rowOf = (tenantId: TenantId, { eventId, eventType, subject, timestamp, data }: NewEvent) => ({
  id: uuidV7(),
  tenantId,
  eventId,
  eventType,
  ...subjectColumns(subject),
  occurredAt: new Date(timestamp),
  data: JSON.stringify(data),
});

const idsOf = (events: readonly Pick<OutboundEvent, 'eventId'>[]): string[] => events.map(({ eventId }) => eventId);

const endpointsOf = (deliveries: readonly WebhookDelivery[]): string[] => [
  ...new Set(deliveries.map(({ endpointId }) => endpointId)),
];

/** Events of these subjects that are stored already, and those of the events themselves that are about none. */
const findKnown = (em: EntityManager, events: readonly NewEvent[]) => {
  const about = events.flatMap(({ subject }) => subject ?? []);
  const bySubject = [...Map.groupBy(about, ({ kind }) => kind)].map(([subjectKind, subjects]) => ({
    subjectKind,
    subjectId: { $in: [...new Set(subjects.map(({ id }) => id))] },
  }));
  const loose = idsOf(events.filter(({ subject }) => subject === null));
  const where = { $or: [...bySubject, ...(loose.length > 0 ? [{ eventId: { $in: loose } }] : [])] };
  return em.find(OutboundEvent, where, { fields: ['eventId', 'subjectKind', 'subjectId', 'sequence'] });
};

/** @returns gives the next number of a subject; null for what is about none. */
const createNumbering = (known: readonly Pick<OutboundEvent, 'subjectKind' | 'subjectId' | 'sequence'>[]) => {
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

/**
 * Stores each event once, numbered among those of its subject in the order in which we learned of them, and queues it for the
 * endpoints that want it.
 * @param em within a transaction that holds the subjects: no other numbers their events meanwhile.
 * @returns the endpoints to wake once it is committed: those that these events have not been sent to yet.
 */
export const queueEvents = async (em: EntityManager, tenantId: TenantId, events: NewEvent[]): Promise<string[]> => {
  if (events.length === 0) return [];
  const known = await findKnown(em, events);
  const knownIds = new Set(idsOf(known));
  const numberOf = createNumbering(known);
  const fresh = events
    .filter(({ eventId }) => !knownIds.has(eventId))
    .map((event) => em.create(OutboundEvent, { ...rowOf(tenantId, event), sequence: numberOf(event) }));
  await store(em, fresh);
  const due = { eventId: { $in: idsOf(events) }, status: 'pending' as const, attempts: 0 };
  return endpointsOf(await em.find(WebhookDelivery, due));
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
  const delivery = deliveryOf(em, event, endpoint);
  delivery.nextAttemptAt = new Date();
  em.persist([event, delivery]);
  return delivery.id;
};
