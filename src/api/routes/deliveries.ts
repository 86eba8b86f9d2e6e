import type { EntityManager, QueryOrderMap } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { openEndpoint } from '../../db/endpoints.ts';
import {
  deliveryStatuses,
  OutboundEvent,
  WebhookDelivery,
  WebhookEndpoint,
  WebhookLog,
} from '../../db/entities/index.ts';
import type { KeyRing } from '../../db/sealing.ts';
import { wireBody } from '../../domain/wireEvent.ts';
import { DateRange } from '../dateRange.ts';
import { defineList } from '../lists/defineList.ts';
import { defineRoute } from '../route.ts';
import { withinRange } from '../tenantRange.ts';
import { DeliveryDetail, DeliveryView, exampleDelivery, exampleDeliveryDetail } from '../views/delivery.ts';
import { anyOfWords, ById, Id, listOf } from '../views/fields.ts';

const orderBy: QueryOrderMap<WebhookLog>[] = [{ deliveryId: 'asc' }, { attempt: 'asc' }, { attemptedAt: 'asc' }];

export const [listDeliveries, exportDeliveries] = defineList(
  {
    path: '/dashboard/webhooks/deliveries',
    permission: 'deliveries:read',
    plural: 'deliveries',
    description: 'Events on their way to your endpoint, newest first, with each attempt.',
    tags: ['Deliveries'],
    filters: {
      ...DateRange,
      status: listOf(deliveryStatuses, 'How far it got'),
      eventType: anyOfWords('Such as `call.ended`'),
      endpointId: Id.optional().describe('Where they go'),
      externalCallId: z.string().max(200).optional().describe("The provider's id of the call"),
    },
    view: DeliveryView,
    columns: DeliveryView.omit({ attemptLog: true }).keyof().options,
    sorts: ['createdAt', 'deliveredAt', 'nextAttemptAt', 'attempts'],
    defaultSort: '-createdAt',
    example: exampleDelivery,
  },
  {
    entity: WebhookDelivery,
    where: async ({ em, auth, query }) => [
      ...(await withinRange<WebhookDelivery>(em, auth.tenantId, 'created_at', query)),
      ...(query.status?.length ? [{ status: { $in: query.status } }] : []),
      ...(query.eventType?.length ? [{ eventType: { $in: query.eventType } }] : []),
      ...(query.endpointId ? [{ endpointId: query.endpointId }] : []),
      ...(query.externalCallId ? [{ externalCallId: query.externalCallId }] : []),
    ],
    present: async (deliveries, em) => {
      const deliveryId = { $in: deliveries.map(({ id }) => id) };
      const attempts = await em.find(WebhookLog, { deliveryId }, { orderBy, exclude: ['responseBody'] });
      const logs = Map.groupBy(attempts, (attempt) => attempt.deliveryId);
      return deliveries.map((delivery) => Object.assign({ attemptLog: logs.get(delivery.id) ?? [] }, delivery));
    },
  },
);

/** As it would be sent now; null once the event or the endpoint is gone. */
const bodyOf = async (em: EntityManager, keys: KeyRing, delivery: WebhookDelivery): Promise<string | null> => {
  const event = await em.findOne(OutboundEvent, { eventId: delivery.eventId });
  const endpoint = await em.findOne(WebhookEndpoint, delivery.endpointId);
  return event && endpoint && wireBody(event, openEndpoint(keys, endpoint).secret);
};

export const getDelivery = defineRoute(
  {
    method: 'get',
    path: '/dashboard/webhooks/deliveries/:id',
    permission: 'deliveries:read',
    summary: 'Get a delivery',
    description: 'With the text that is sent and what the endpoint answered each time.',
    tags: ['Deliveries'],
    params: ById,
    response: DeliveryDetail,
    errors: ['resource.not_found'],
    examples: { response: exampleDeliveryDetail },
  },
  async ({ ctx, em, params }) => {
    const delivery = await em.findOneOrFail(WebhookDelivery, params.id);
    const attemptLog = await em.find(WebhookLog, { deliveryId: delivery.id }, { orderBy });
    return Object.assign({ attemptLog, body: await bodyOf(em, ctx.keys, delivery) }, delivery);
  },
);
