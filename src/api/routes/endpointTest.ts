import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { OutboundEvent, WebhookDelivery, WebhookEndpoint } from '../../db/entities/index.ts';
import { uuidV7 } from '../../db/uuid.ts';
import { eventCatalogue, eventTypes } from '../../domain/eventCatalogue.ts';
import { AppError } from '../../errors.ts';
import { startDeliveries } from '../../inbox/index.ts';
import { recordAudit } from '../audit.ts';
import { defineRoute } from '../route.ts';
import { exampleDelivery } from '../views/delivery.ts';
import { ById, Id } from '../views/fields.ts';

export const testEndpoint = defineRoute(
  {
    method: 'post',
    path: '/dashboard/webhooks/endpoints/:id/test',
    permission: 'deliveries:retry',
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
  async ({ ctx, deps, em, koa, auth, params, body: { eventType }, afterCommit }) => {
    const { tenantId } = auth;
    const endpoint = await em.findOneOrFail(WebhookEndpoint, params.id);
    if (endpoint.disabledAt) throw new AppError('resource.conflict', { detail: 'The endpoint is disabled.' });
    const happened = { tenantId, eventId: `test:${randomUUID()}`, eventType, externalCallId: null };
    const data = JSON.stringify({ ...eventCatalogue[eventType].example, test: true });
    em.persist(em.create(OutboundEvent, { ...happened, data, sequence: null, occurredAt: new Date() }));
    const delivery = em.create(WebhookDelivery, { ...happened, id: uuidV7(), endpointId: endpoint.id });
    em.persist(delivery);
    const after = { url: endpoint.url, eventType, deliveryId: delivery.id };
    const deed = { action: 'endpoint.tested', targetType: 'endpoint', targetId: endpoint.id };
    recordAudit(em, { koa, auth }, { ...deed, after });
    const { temporal, config } = ctx;
    const handover = { temporal, taskQueue: config.temporal.taskQueue };
    const start = () => startDeliveries(handover, tenantId, [delivery]);
    afterCommit(async () => deps.background.run(start, 'a test event was left to the sweep'));
    return { deliveryId: delivery.id };
  },
);
