import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { eventCatalogue, exampleEvent, type EventType, type NewEvent } from '../../contract/events/catalogue.ts';
import type { TenantId } from '../../domain/ids.ts';
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
  const { tenantId, eventId, eventType, externalCallId } = event;
  const status = disabledAt ? 'held' : 'pending';
  const what = { tenantId, eventId, eventType, externalCallId };
  return em.create(WebhookDelivery, { ...what, id, endpointId, status });
};

/** Stores events with a delivery for each endpoint that wants them. */
const store = async (em: EntityManager, events: OutboundEvent[]): Promise<WebhookDelivery[]> => {
  if (events.length === 0) return [];
  const endpoints = await em.find(WebhookEndpoint, {});
  const wanted = events.flatMap((event) =>
    endpoints.filter(({ eventTypes }) => wants(eventTypes, event.eventType)).map((endpoint) => ({ event, endpoint })),
  );
  // Those of one millisecond, too, are sent in the order of their events.
  const ids = wanted.map(() => uuidV7()).toSorted();
  const deliveries = wanted.map(({ event, endpoint }, index) => deliveryOf(em, event, endpoint, ids[index]));
  await em.persist([...events, ...deliveries]).flush();
  return deliveries;
};

const rowOf = (tenantId: TenantId, { eventId, eventType, timestamp, data }: NewEvent) => ({
  id: uuidV7(),
  tenantId,
  eventId,
  eventType,
  occurredAt: new Date(timestamp),
  data: JSON.stringify(data),
});

const idsOf = (events: readonly Pick<OutboundEvent, 'eventId'>[]): string[] => events.map(({ eventId }) => eventId);

const endpointsOf = (deliveries: readonly WebhookDelivery[]): string[] => [
  ...new Set(deliveries.map(({ endpointId }) => endpointId)),
];

/**
 * Stores each event, of no call, once, and queues it for whoever wants it.
 * @param em within a transaction.
 * @returns the endpoints to wake once it is committed.
 */
export const queueEvents = async (em: EntityManager, tenantId: TenantId, events: NewEvent[]): Promise<string[]> => {
  if (events.length === 0) return [];
  const known = await em.find(OutboundEvent, { eventId: { $in: idsOf(events) } }, { fields: ['eventId'] });
  const knownIds = new Set(idsOf(known));
  const fresh = events
    .filter(({ eventId }) => !knownIds.has(eventId))
    .map((event) => em.create(OutboundEvent, { ...rowOf(tenantId, event), externalCallId: null, sequence: null }));
  const deliveries = await store(em, fresh);
  return endpointsOf(deliveries.filter(({ status }) => status === 'pending'));
};

/**
 * Stores each event of a call once, numbered in the order in which we learned of them, and queues it for the endpoints.
 * @param em within a transaction that holds the call: nobody else numbers its events meanwhile.
 * @returns the endpoints to wake once it is committed: those that these events have not been sent to yet.
 */
export const queueDeliveries = async (
  em: EntityManager,
  tenantId: TenantId,
  externalCallId: string,
  events: NewEvent[],
): Promise<string[]> => {
  if (events.length === 0) return [];
  const known = await em.find(OutboundEvent, { externalCallId }, { fields: ['eventId', 'sequence'] });
  const knownIds = new Set(idsOf(known));
  const last = Math.max(0, ...known.map(({ sequence }) => sequence ?? 0));
  const fresh = events
    .filter(({ eventId }) => !knownIds.has(eventId))
    .map((event, index) =>
      em.create(OutboundEvent, { ...rowOf(tenantId, event), externalCallId, sequence: last + index + 1 }),
    );
  await store(em, fresh);
  const due = { externalCallId, eventId: { $in: idsOf(events) }, status: 'pending' as const };
  return endpointsOf(await em.find(WebhookDelivery, { ...due, attempts: 0 }));
};

/**
 * The example of its type for one endpoint, whether it wants such events or not, and whether it rests or not; the caller
 * flushes. @returns the id of the delivery.
 */
export const queueTestEvent = (em: EntityManager, endpoint: WebhookEndpoint, eventType: EventType): string => {
  const { tenantId } = endpoint;
  const { sequence } = exampleEvent(eventType);
  const data = JSON.stringify({ ...eventCatalogue[eventType].example, test: true });
  const what = { tenantId, eventId: `test:${randomUUID()}`, eventType, externalCallId: null, sequence, data };
  const event = em.create(OutboundEvent, { ...what, occurredAt: new Date() });
  const delivery = deliveryOf(em, event, endpoint);
  delivery.nextAttemptAt = new Date();
  em.persist([event, delivery]);
  return delivery.id;
};
