import { randomUUID } from 'node:crypto';
import type { AppContext } from '../../src/context.ts';
import { OutboundEvent, WebhookDelivery } from '../../src/db/entities/index.ts';
import { tenantEm } from '../../src/db/tenancy.ts';
import { uuidV7 } from '../../src/db/uuid.ts';
import { startDeliveries } from '../../src/outbox/startDeliveries.ts';

interface Destination {
  tenantId: string;
  /** The endpoint's. */
  id: string;
}

/** Events for one endpoint, each delivered by a workflow of its own. @returns the ids of the deliveries. */
export const sendEvents = async (
  { orm, temporal, config }: AppContext,
  { tenantId, id: endpointId }: Destination,
  count: number,
): Promise<string[]> => {
  const em = tenantEm(orm, tenantId);
  const deliveries = Array.from({ length: count }, (_, index) => {
    const event = { tenantId, eventId: randomUUID(), eventType: 'test.event', externalCallId: null };
    em.persist(
      em.create(OutboundEvent, { ...event, sequence: null, occurredAt: new Date(), data: JSON.stringify({ index }) }),
    );
    return em.create(WebhookDelivery, { ...event, id: uuidV7(), endpointId });
  });
  em.persist(deliveries);
  await em.flush();
  const start = (some: WebhookDelivery[]) =>
    startDeliveries({ temporal, taskQueue: config.temporal.taskQueue }, tenantId, some);
  await Promise.all(Array.from({ length: 10 }, (_, lane) => start(deliveries.filter((_one, at) => at % 10 === lane))));
  return deliveries.map(({ id }) => id);
};

/** Where the deliveries to an endpoint stand now. */
export const deliveriesTo = ({ orm }: AppContext, { tenantId, id }: Destination): Promise<WebhookDelivery[]> =>
  tenantEm(orm, tenantId).find(WebhookDelivery, { endpointId: id }, { orderBy: { id: 'asc' } });
