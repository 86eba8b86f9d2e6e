import type { QueryOrderMap } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { deliveryStatuses, WebhookDelivery, WebhookLog } from '../../db/entities/index.ts';
import { DateRange } from '../dateRange.ts';
import { defineList } from '../lists/defineList.ts';
import { defineRoute } from '../route.ts';
import { withinRange } from '../tenantRange.ts';
import { DeliveryDetail, DeliveryView, exampleDelivery, exampleDeliveryDetail } from '../views/delivery.ts';
import { anyOfWords, ById, listOf } from '../views/fields.ts';

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
    exclude: ['body'],
    where: async ({ em, auth, query }) => [
      ...(await withinRange<WebhookDelivery>(em, auth.tenantId, 'created_at', query)),
      ...(query.status?.length ? [{ status: { $in: query.status } }] : []),
      ...(query.eventType?.length ? [{ eventType: { $in: query.eventType } }] : []),
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
  async ({ em, params }) => {
    const delivery = await em.findOneOrFail(WebhookDelivery, params.id);
    return Object.assign({ attemptLog: await em.find(WebhookLog, { deliveryId: delivery.id }, { orderBy }) }, delivery);
  },
);
