import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { deliveryStatuses, WebhookDelivery, WebhookLog } from '../../db/entities/index.ts';
import { DateRange } from '../dateRange.ts';
import { findPage, Pagination, Paging } from '../pagination.ts';
import { defineRoute } from '../route.ts';
import { withinRange } from '../tenantRange.ts';
import { DeliveryDetail, DeliveryView } from '../views/delivery.ts';
import { anyOfWords, ById, listOf } from '../views/fields.ts';

const DeliveryQuery = z.object({
  ...Paging,
  ...DateRange,
  status: listOf(deliveryStatuses, 'How far it got'),
  eventType: anyOfWords('Such as `call.ended`'),
  externalCallId: z.string().max(200).optional().describe("The provider's id of the call"),
});

const attemptsOf = (em: EntityManager, deliveries: Pick<WebhookDelivery, 'id'>[]) =>
  em.find(
    WebhookLog,
    { deliveryId: { $in: deliveries.map(({ id }) => id) } },
    { orderBy: [{ deliveryId: 'asc' }, { attempt: 'asc' }, { attemptedAt: 'asc' }] },
  );

export const listDeliveries = defineRoute(
  {
    method: 'get',
    path: '/dashboard/webhooks/deliveries',
    permission: 'deliveries:read',
    summary: 'List deliveries',
    description: 'Events on their way to your endpoint, newest first, with each attempt.',
    tags: ['Deliveries'],
    query: DeliveryQuery,
    response: z.object({ data: z.array(DeliveryView), pagination: Pagination }),
  },
  async ({ em, auth, query }) => {
    const where: FilterQuery<WebhookDelivery>[] = [
      ...(await withinRange<WebhookDelivery>(em, auth.tenantId, 'created_at', query)),
      ...(query.status?.length ? [{ status: { $in: query.status } }] : []),
      ...(query.eventType?.length ? [{ eventType: { $in: query.eventType } }] : []),
      ...(query.externalCallId ? [{ externalCallId: query.externalCallId }] : []),
    ];
    const { data, pagination } = await findPage(
      em,
      { entity: WebhookDelivery, time: 'created_at', where, exclude: ['body'] },
      query,
    );
    const logs = Map.groupBy(await attemptsOf(em, data), ({ deliveryId }) => deliveryId);
    const rows = data.map((delivery) => Object.assign({ attemptLog: logs.get(delivery.id) ?? [] }, delivery));
    return { data: rows, pagination };
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
  },
  async ({ em, params }) => {
    const delivery = await em.findOneOrFail(WebhookDelivery, params.id);
    return Object.assign({ attemptLog: await attemptsOf(em, [delivery]) }, delivery);
  },
);
