import { z } from 'zod';
import { queueTestEvent } from '../../db/deliveries/queue.ts';
import { WebhookEndpoint } from '../../db/entities.ts';
import { eventTypes } from '../../contract/events/catalogue.ts';
import { refusal } from '../../errors.ts';
import { recordAudit } from '../routing/audit.ts';
import { deliverAfterCommit } from './wakeAfterCommit.ts';
import { defineRoute } from '../routing/route.ts';
import { exampleDelivery } from './deliveryView.ts';
import { ById, Id } from '../http/fields.ts';

export const testEndpoint = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/dashboard/webhooks/endpoints/:id/test',
    permission: 'deliveries:retry',
    operationId: 'sendTestEventToEndpoint',
    summary: 'Send a test event to an endpoint',
    description:
      'The example of its type, with `"test": true` in `data`; signed, logged and tried again like any other, and sent whether the endpoint wants events of that type or not. How it goes is at `/dashboard/webhooks/deliveries/{deliveryId}`.',
    tags: ['Endpoints'],
    status: 202,
    params: ById,
    body: z.object({ eventType: z.enum(eventTypes).default('call.ended') }),
    response: z.object({ deliveryId: Id.describe('Also the `webhook-id` header') }),
    errors: ['resource.not_found', 'resource.conflict'],
    examples: { body: { eventType: 'call.ended' }, response: { deliveryId: exampleDelivery.id } },
  },
  async (request) => {
    const { em, ctx, auth, params } = request;
    const { eventType } = request.body;
    const endpoint = await em.findOneOrFail(WebhookEndpoint, params.id);
    if (endpoint.disabledAt) throw refusal('endpoint.disabled');
    const deliveryId = queueTestEvent(em, endpoint, eventType);
    const after = { url: endpoint.url, eventType, deliveryId };
    const entry = { action: 'endpoint.tested', targetType: 'endpoint', targetId: endpoint.id };
    recordAudit(em, { ctx, auth }, { ...entry, after });
    deliverAfterCommit(request, [endpoint.id], { isAskedFor: true });
    return { deliveryId };
  },
);
