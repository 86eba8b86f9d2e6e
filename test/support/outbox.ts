import { randomUUID } from 'node:crypto';
import type { AppContext } from '../../src/context.ts';
import { OutboundEvent, WebhookDelivery } from '../../src/db/entities.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { uuidV7 } from '../../src/db/core/uuid.ts';
import { createWakeEndpoints } from '../../src/outbox/index.ts';

interface Destination {
  tenantId: string;
  /** The endpoint's. */
  id: string;
}

/** Events for one endpoint, which is woken. @returns the ids of the deliveries. */
export const sendEvents = async (
  { orm, temporal, config }: AppContext,
  { tenantId, id: endpointId }: Destination,
  count: number,
  wakeEndpoints = createWakeEndpoints({ orm, temporal, taskQueue: config.temporal.taskQueue }),
): Promise<string[]> => {
  const em = tenantEm(orm, tenantId);
  const deliveries = Array.from({ length: count }, (_, index) => {
    const event = { tenantId, eventId: randomUUID(), eventType: 'test.event' };
    em.persist(
      em.create(OutboundEvent, { ...event, sequence: null, occurredAt: new Date(), data: JSON.stringify({ index }) }),
    );
    return em.create(WebhookDelivery, { ...event, id: uuidV7(), endpointId });
  });
  em.persist(deliveries);
  await em.flush();
  await wakeEndpoints(tenantId, [endpointId]);
  return deliveries.map(({ id }) => id);
};

/** Has failed deliveries attempted again, as if their time had come: the first wait is 5 s, the second five minutes. */
export const hasten = async ({ orm, temporal, config }: AppContext, { tenantId, id }: Destination): Promise<void> => {
  const waiting = { endpointId: id, status: 'retrying' as const };
  await tenantEm(orm, tenantId).nativeUpdate(WebhookDelivery, waiting, { nextAttemptAt: new Date() });
  const wakeEndpoints = createWakeEndpoints({ orm, temporal, taskQueue: config.temporal.taskQueue });
  await wakeEndpoints(tenantId, [id], { isAskedFor: true });
};

/** The deliveries to an endpoint as they are now. */
export const deliveriesTo = ({ orm }: AppContext, { tenantId, id }: Destination): Promise<WebhookDelivery[]> =>
  tenantEm(orm, tenantId).find(WebhookDelivery, { endpointId: id }, { orderBy: { id: 'asc' } });
