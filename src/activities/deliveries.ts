import { ApplicationFailure } from '@temporalio/activity';
import { Agent } from 'undici';
import type { AppContext } from '../context.ts';
import { WebhookDelivery, WebhookLog } from '../db/entities/index.ts';
import { tenantEm } from '../db/tenancy.ts';
import type { TenantId } from '../domain/ids.ts';
import { retryDelayMs } from '../domain/retrySchedule.ts';
import { openIntegration } from './integrations.ts';
import { post, type Attempt } from './post.ts';
import { signatureHeaders } from './standardWebhooks.ts';

export interface DeliverFirstInput {
  tenantId: TenantId;
  deliveryIds: string[];
}

export interface DeliverInput {
  tenantId: TenantId;
  deliveryId: string;
}

/** Keeps connections to endpoints open; one for the life of the worker. */
const createAgent = (): Agent => new Agent({ connections: 16, pipelining: 1, keepAliveTimeout: 30_000 });

interface Step {
  status: 'delivered' | 'dead' | 'retrying';
  deliveredAt?: Date;
  nextAttemptAt?: Date | null;
  lastError?: string | null;
}

const nextStep = (attempt: Attempt, attempts: number): Step => {
  const now = Date.now();
  if (attempt.delivered)
    return { status: 'delivered', deliveredAt: new Date(now), nextAttemptAt: null, lastError: null };
  const lastError = attempt.error ?? `the endpoint answered ${attempt.status}`;
  const delayMs = attempt.gone ? undefined : retryDelayMs(attempts, Math.random(), attempt.retryAfterSeconds);
  if (delayMs === undefined) return { status: 'dead', nextAttemptAt: null, lastError };
  return { status: 'retrying', nextAttemptAt: new Date(now + delayMs), lastError };
};

export const createDeliveryActivities = (ctx: AppContext) => {
  const agent = createAgent();

  /** One attempt, logged. */
  const attemptDelivery = async ({ tenantId, deliveryId }: DeliverInput): Promise<Step> => {
    const em = tenantEm(ctx.orm, tenantId);
    const delivery = await em.findOneOrFail(WebhookDelivery, { id: deliveryId });
    if (delivery.status === 'delivered' || delivery.status === 'dead') return { status: delivery.status };
    const endpoint = await openIntegration(ctx, tenantId, 'n8n', em);
    if (!endpoint) throw ApplicationFailure.retryable('the endpoint was removed; waiting for another', 'NoEndpoint');

    const now = Math.floor(Date.now() / 1000);
    const headers = signatureHeaders(endpoint.signatureSecret, delivery.id, now, delivery.body);
    const attempt = await post(agent, endpoint.webhookUrl, headers, delivery.body);

    delivery.attempts += 1;
    em.create(WebhookLog, {
      tenantId,
      deliveryId,
      attempt: delivery.attempts,
      url: endpoint.webhookUrl,
      responseStatus: attempt.status ?? null,
      responseBody: attempt.body ?? null,
      error: attempt.error ?? null,
      durationMs: attempt.durationMs,
    });
    const step = nextStep(attempt, delivery.attempts);
    em.assign(delivery, step);
    await em.flush();
    return step;
  };

  return {
    /** The first attempt of each, in order. Never fails for an endpoint's sake. @returns the ids that need another. */
    async deliverFirst({ tenantId, deliveryIds }: DeliverFirstInput): Promise<string[]> {
      const failed: string[] = [];
      for (const deliveryId of deliveryIds) {
        const { status } = await attemptDelivery({ tenantId, deliveryId });
        if (status === 'retrying') failed.push(deliveryId);
      }
      return failed;
    },

    /** A further attempt. Throws, with the time of the next, while there is hope. */
    async deliverWebhook(input: DeliverInput): Promise<'delivered' | 'dead'> {
      const { status, lastError, nextAttemptAt } = await attemptDelivery(input);
      if (status !== 'retrying') return status;
      const nextRetryDelay = Math.max(0, (nextAttemptAt?.getTime() ?? 0) - Date.now());
      throw ApplicationFailure.create({ message: lastError ?? '', type: 'NotDelivered', nextRetryDelay });
    },
  };
};
