import { LockMode } from '@mikro-orm/postgresql';
import { WebhookEvent } from '../../db/entities.ts';
import { refusal } from '../../errors.ts';
import { stuckAttempts } from '../../inbox/index.ts';
import { recordAudit } from '../routing/audit.ts';
import { defineList } from '../routing/lists/defineList.ts';
import { defineRoute } from '../routing/route.ts';
import { ById } from '../http/fields.ts';
import { exampleStuckWebhook, showStuckWebhook, StuckWebhookView } from './stuckView.ts';

const tags = ['Calls'];

export const [listStuckWebhooks, exportStuckWebhooks] = defineList(
  {
    path: '/dashboard/webhook-events/stuck',
    permission: 'calls:read',
    plural: 'stuck webhooks',
    operations: ['listStuckWebhooks', 'exportStuckWebhooks'],
    description: `Webhooks whose handover to their call failed in ${stuckAttempts} attempts or more. Each is tried again every few minutes.`,
    tags,
    view: StuckWebhookView,
    sorts: ['receivedAt'],
    defaultSort: '-receivedAt',
    example: exampleStuckWebhook,
  },
  {
    entity: WebhookEvent,
    exclude: ['payload', 'events'],
    where: () => [{ relayedAt: null, relayError: { $ne: null }, relayAttempts: { $gte: stuckAttempts } }],
    present: (events: WebhookEvent[]) => events.map(showStuckWebhook),
  },
);

export const retryStuckWebhook = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/dashboard/webhook-events/:id/retry',
    permission: 'deliveries:retry',
    operationId: 'retryStuckWebhook',
    summary: 'Retry a stuck webhook',
    description:
      'Gives the webhook to its call with the next sweep, some seconds from now, rather than in a few minutes.',
    tags,
    status: 202,
    params: ById,
    response: StuckWebhookView,
    errors: ['resource.not_found', 'resource.conflict'],
    examples: { response: { ...exampleStuckWebhook, nextAttemptAt: '2026-01-15T10:31:00.000Z' } },
  },
  async ({ em, ctx, auth, params }) => {
    // Only those that wait have an index by their id.
    const where = { id: params.id, relayedAt: null };
    const event = await em.findOneOrFail(WebhookEvent, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const { id, provider, eventType, relayError } = event;
    if (relayError === null) throw refusal('webhook.not_stuck');
    event.claimedUntil = new Date();
    const what = { action: 'webhook_event.retried', targetType: 'webhook_event', targetId: id };
    recordAudit(em, { ctx, auth }, { ...what, before: { error: relayError }, after: { provider, eventType } });
    return showStuckWebhook(event);
  },
);
