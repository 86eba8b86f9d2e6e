import { createHmac } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AppContext } from '../context.ts';
import { WebhookDelivery } from '../db/entities/index.ts';
import { uuidV7 } from '../db/uuid.ts';
import type { OutboundEvent } from '../domain/eventCatalogue.ts';
import type { TenantId } from '../domain/ids.ts';
import { openIntegration } from './integrations.ts';

export interface DeliveryRef {
  id: string;
  eventType: string;
}

/**
 * The body as it is sent, each time the same bytes. `signature` covers the text of `data` and is there for receivers
 * that look into the body; the headers carry the real signature (Standard Webhooks).
 */
const bodyOf = ({ eventId, eventType, timestamp, data }: OutboundEvent, secret: string): string => {
  const text = JSON.stringify(data);
  const signature = `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
  return `${JSON.stringify({ eventId, eventType, timestamp }).slice(0, -1)},"data":${text},"signature":"${signature}"}`;
};

/** Queues each event once for the tenant's endpoint. @returns those of them that have not been attempted yet. */
export const queueDeliveries = async (
  ctx: Pick<AppContext, 'orm' | 'keys'>,
  em: EntityManager,
  tenantId: TenantId,
  externalCallId: string,
  events: OutboundEvent[],
): Promise<DeliveryRef[]> => {
  const endpoint = events.length > 0 ? await openIntegration(ctx, tenantId, 'n8n', em) : undefined;
  if (!endpoint) return [];
  const eventIds = events.map(({ eventId }) => eventId);
  const queued = await em.find(WebhookDelivery, { tenantId, eventId: { $in: eventIds } });
  const known = new Set(queued.map(({ eventId }) => eventId));
  const fresh = events
    .filter(({ eventId }) => !known.has(eventId))
    .map((event) =>
      em.create(WebhookDelivery, {
        id: uuidV7(),
        tenantId,
        externalCallId,
        eventId: event.eventId,
        eventType: event.eventType,
        body: bodyOf(event, endpoint.signatureSecret),
      }),
    );
  await em.persist(fresh).flush();
  return [...queued, ...fresh]
    .filter(({ status, attempts }) => status === 'pending' && attempts === 0)
    .map(({ id, eventType }) => ({ id, eventType }));
};
