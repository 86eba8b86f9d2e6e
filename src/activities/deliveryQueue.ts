import type { EntityManager } from '@mikro-orm/postgresql';
import { OutboundEvent, WebhookDelivery, WebhookEndpoint } from '../db/entities/index.ts';
import { uuidV7 } from '../db/uuid.ts';
import type { NewEvent } from '../domain/eventCatalogue.ts';
import type { TenantId } from '../domain/ids.ts';

export interface DeliveryRef {
  id: string;
  eventType: string;
}

const wants = ({ eventTypes }: WebhookEndpoint, eventType: string): boolean =>
  eventTypes === null || eventTypes.includes(eventType);

/** Each event with each endpoint that wants it. What a disabled one misses is held for it. */
const queueFor = (em: EntityManager, endpoints: WebhookEndpoint[], events: OutboundEvent[]): WebhookDelivery[] =>
  events.flatMap(({ tenantId, eventId, eventType, externalCallId }) =>
    endpoints
      .filter((endpoint) => wants(endpoint, eventType))
      .map((endpoint) =>
        em.create(WebhookDelivery, {
          id: uuidV7(),
          tenantId,
          endpointId: endpoint.id,
          eventId,
          eventType,
          externalCallId,
          status: endpoint.disabledAt ? 'held' : 'pending',
        }),
      ),
  );

/** Stores an event that belongs to no call, once, and queues it for whoever wants it; the caller flushes. */
export const queueEvent = async (em: EntityManager, tenantId: TenantId, event: NewEvent): Promise<DeliveryRef[]> => {
  if ((await em.count(OutboundEvent, { eventId: event.eventId })) > 0) return [];
  const stored = em.create(OutboundEvent, { ...rowOf(tenantId, event), externalCallId: null, sequence: null });
  em.persist(stored);
  const deliveries = queueFor(em, await em.find(WebhookEndpoint, {}), [stored]);
  em.persist(deliveries);
  return deliveries.filter(({ status }) => status === 'pending').map(({ id, eventType }) => ({ id, eventType }));
};

const rowOf = (tenantId: TenantId, { eventId, eventType, timestamp, data }: NewEvent) => ({
  id: uuidV7(),
  tenantId,
  eventId,
  eventType,
  occurredAt: new Date(timestamp),
  data: JSON.stringify(data),
});

/**
 * Stores each event of a call once, numbered in the order in which we learned of them, and queues it for the endpoints.
 * @param em within a transaction that holds the call: nobody else numbers its events meanwhile.
 * @returns the deliveries of these events that have not been attempted yet, in the events' sequence.
 */
export const queueDeliveries = async (
  em: EntityManager,
  tenantId: TenantId,
  externalCallId: string,
  events: NewEvent[],
): Promise<DeliveryRef[]> => {
  if (events.length === 0) return [];
  const known = await em.find(OutboundEvent, { externalCallId }, { fields: ['eventId', 'sequence'] });
  const knownIds = new Set(known.map(({ eventId }) => eventId));
  const last = Math.max(0, ...known.map(({ sequence }) => sequence ?? 0));
  const fresh = events
    .filter(({ eventId }) => !knownIds.has(eventId))
    .map((event, index) =>
      em.create(OutboundEvent, { ...rowOf(tenantId, event), externalCallId, sequence: last + index + 1 }),
    );
  if (fresh.length > 0) {
    em.persist(fresh);
    em.persist(queueFor(em, await em.find(WebhookEndpoint, {}), fresh));
    await em.flush();
  }
  const due = { externalCallId, eventId: { $in: events.map(({ eventId }) => eventId) }, status: 'pending' as const };
  const deliveries = await em.find(WebhookDelivery, { ...due, attempts: 0 });
  const sequences = new Map([...known, ...fresh].map(({ eventId, sequence }) => [eventId, sequence ?? 0]));
  const placeOf = ({ eventId }: WebhookDelivery): number => sequences.get(eventId) ?? 0;
  return deliveries
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map(({ id, eventType }) => ({ id, eventType }));
};
