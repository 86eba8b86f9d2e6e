import { LockMode, type EntityManager, type QueryOrderMap } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { openEndpoint } from '../../db/deliveries/endpoints.ts';
import { deliveryStatuses, OutboundEvent, WebhookDelivery, WebhookEndpoint, WebhookLog } from '../../db/entities.ts';
import type { KeyRing } from '../../db/core/sealing.ts';
import { wireBody } from '../../contract/events/wireEvent.ts';
import { callIdIn } from '../../domain/subject.ts';
import { recordAudit } from '../routing/audit.ts';
import { DateRange } from '../routing/dateRange.ts';
import { deliverAfterCommit } from './wakeAfterCommit.ts';
import { defineList } from '../routing/lists/defineList.ts';
import { assertReceives } from './replay.ts';
import { defineRoute } from '../routing/route.ts';
import { withinRange } from '../routing/tenantRange.ts';
import { DeliveryDetail, DeliveryView, exampleDelivery, exampleDeliveryDetail } from './deliveryView.ts';
import { anyOfWords, ById, Id, listOf } from '../http/fields.ts';

const orderBy: QueryOrderMap<WebhookLog>[] = [{ deliveryId: 'asc' }, { attempt: 'asc' }, { attemptedAt: 'asc' }];

type Logged = Pick<WebhookLog, 'url' | 'error'>;

/** What took it is not what its endpoint points to today. @param urls of endpoints, by id. */
const formerUrlOf = (
  { status, endpointId }: WebhookDelivery,
  attempts: readonly Logged[],
  urls: Map<string, string>,
): string | null => {
  const url = status === 'delivered' && attempts.findLast(({ error }) => error === null)?.url;
  const today = urls.get(endpointId);
  return url && today !== undefined && url !== today ? url : null;
};

const urlsOf = async (em: EntityManager, deliveries: readonly WebhookDelivery[]): Promise<Map<string, string>> => {
  const ids = [...new Set(deliveries.map(({ endpointId }) => endpointId))];
  const endpoints = await em.find(WebhookEndpoint, { id: { $in: ids } }, { fields: ['url'] });
  return new Map(endpoints.map(({ id, url }) => [id, url]));
};

const withAttempts = async (deliveries: WebhookDelivery[], em: EntityManager) => {
  const deliveryId = { $in: deliveries.map(({ id }) => id) };
  const attempts = await em.find(WebhookLog, { deliveryId }, { orderBy, exclude: ['responseBody'] });
  const logs = Map.groupBy(attempts, (attempt) => attempt.deliveryId);
  const urls = await urlsOf(em, deliveries);
  return deliveries.map((delivery) => {
    const attemptLog = logs.get(delivery.id) ?? [];
    const formerUrl = formerUrlOf(delivery, attemptLog, urls);
    return Object.assign({ attemptLog, formerUrl, externalCallId: callIdIn(delivery) }, delivery);
  });
};

export const [listDeliveries, exportDeliveries] = defineList(
  {
    path: '/dashboard/webhooks/deliveries',
    permission: 'deliveries:read',
    plural: 'deliveries',
    operations: ['listDeliveries', 'exportDeliveries'],
    description: 'Events on their way to your endpoint, newest first, with each attempt.',
    tags: ['Deliveries'],
    filters: {
      ...DateRange,
      status: listOf(deliveryStatuses, 'Status of the delivery'),
      eventType: anyOfWords('Such as `call.ended`'),
      endpointId: Id.optional().describe('The endpoint that they go to'),
      externalCallId: z.string().max(200).optional().describe("The provider's id of the call"),
    },
    view: DeliveryView,
    columns: DeliveryView.omit({ attemptLog: true, lastErrorCode: true, lastErrorParams: true }).keyof().options,
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
      ...(query.externalCallId ? [{ subjectKind: 'call' as const, subjectId: query.externalCallId }] : []),
    ],
    present: withAttempts,
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
    operationId: 'getDelivery',
    summary: 'Get a delivery',
    description: 'With the text that is sent and what the endpoint answered each time.',
    tags: ['Deliveries'],
    params: ById,
    response: DeliveryDetail,
    errors: ['resource.not_found'],
    examples: { response: exampleDeliveryDetail },
  },
  async ({ app, em, params }) => {
    const delivery = await em.findOneOrFail(WebhookDelivery, params.id);
    const attemptLog = await em.find(WebhookLog, { deliveryId: delivery.id }, { orderBy });
    const formerUrl = formerUrlOf(delivery, attemptLog, await urlsOf(em, [delivery]));
    const body = await bodyOf(em, app.keys, delivery);
    return Object.assign({ attemptLog, formerUrl, body, externalCallId: callIdIn(delivery) }, delivery);
  },
);

export const retryDelivery = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/dashboard/webhooks/deliveries/:id/retry',
    permission: 'deliveries:retry',
    operationId: 'retryDelivery',
    summary: 'Retry a delivery',
    description:
      'Now, with the same `webhook-id`, and then by the schedule from its start. What was delivered is sent again; what is pending goes on as it is. It goes out also while its endpoint gets nothing else because it fails.',
    tags: ['Deliveries'],
    status: 202,
    params: ById,
    response: DeliveryView,
    errors: ['resource.not_found', 'resource.conflict'],
    examples: { response: { ...exampleDelivery, status: 'pending', nextAttemptAt: '2026-01-15T11:00:00.000Z' } },
  },
  async (request) => {
    const { em, ctx, auth, params } = request;
    const delivery = await em.findOneOrFail(WebhookDelivery, params.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const { id, endpointId, eventType, status } = delivery;
    if (status !== 'pending') {
      assertReceives(await em.findOne(WebhookEndpoint, endpointId));
      const anew = { attemptsInSchedule: 0, nextAttemptAt: new Date(), claimedUntil: null, recoveryId: null };
      em.assign(delivery, { status: 'pending', ...anew });
      const what = { action: 'delivery.retried', targetType: 'delivery', targetId: id };
      recordAudit(em, { ctx, auth }, { ...what, before: { status }, after: { eventType, endpointId } });
      deliverAfterCommit(request, [endpointId], { isAskedFor: true });
    }
    const [shown] = await withAttempts([delivery], em);
    return shown!;
  },
);
