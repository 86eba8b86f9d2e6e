import { ApplicationFailure } from '@temporalio/activity';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AppContext } from '../context.ts';
import { openEndpoint, validSecrets } from '../db/endpoints.ts';
import { OutboundEvent, WebhookDelivery, WebhookEndpoint, WebhookLog } from '../db/entities/index.ts';
import { tenantEm } from '../db/tenancy.ts';
import type { TenantId } from '../domain/ids.ts';
import { retryDelayMs } from '../domain/retrySchedule.ts';
import { wireBody } from '../domain/wireEvent.ts';
import { startDeliveries, type HandoverContext } from '../inbox/index.ts';
import { noteHealth } from './endpointHealth.ts';
import { createEndpointGate } from './endpointGate.ts';
import { createSender, type Attempt } from './sender.ts';
import { signatureHeaders } from './standardWebhooks.ts';

export interface DeliverFirstInput {
  tenantId: TenantId;
  deliveryIds: string[];
}

export interface DeliverInput {
  tenantId: TenantId;
  deliveryId: string;
}

type Status = WebhookDelivery['status'];

interface Step {
  status: Status;
  deliveredAt?: Date;
  nextAttemptAt?: Date | null;
  lastError?: string | null;
}

const nextStep = ({ verdict, error, retryAfterSeconds }: Attempt, attempts: number): Step => {
  const now = Date.now();
  switch (verdict) {
    case 'delivered':
      return { status: 'delivered', deliveredAt: new Date(now), nextAttemptAt: null, lastError: null };
    case 'gone':
      return { status: 'held', nextAttemptAt: null, lastError: error ?? null };
    case 'retry':
    case 'retryBriefly': {
      const delayMs = retryDelayMs(verdict, attempts, Math.random(), retryAfterSeconds);
      const isOver = delayMs === undefined;
      const nextAttemptAt = isOver ? null : new Date(now + delayMs);
      return { status: isOver ? 'dead' : 'retrying', nextAttemptAt, lastError: error ?? null };
    }
  }
};

/** An endpoint that has enough to do: no attempt was made. */
const busy = { status: 'retrying', isBusy: true } as const;

export const createDeliveryActivities = (ctx: AppContext, handover: HandoverContext) => {
  const sender = createSender(ctx.config.deliveries);
  const gate = createEndpointGate();

  const send = async (em: EntityManager, delivery: WebhookDelivery, endpoint: WebhookEndpoint): Promise<Attempt> => {
    const { eventId, id } = delivery;
    const event = await em.findOneOrFail(OutboundEvent, { eventId });
    const secrets = openEndpoint(ctx.keys, endpoint);
    const body = wireBody(event, secrets.secret);
    const now = Math.floor(Date.now() / 1000);
    const headers = signatureHeaders(validSecrets(secrets), id, now, body);
    return sender.post(endpoint.url, headers, body, secrets.headers);
  };

  /** One attempt, logged. */
  const attemptDelivery = async ({ tenantId, deliveryId }: DeliverInput): Promise<Step & { isBusy?: boolean }> => {
    const em = tenantEm(ctx.orm, tenantId);
    const delivery = await em.findOneOrFail(WebhookDelivery, deliveryId);
    if (!['pending', 'retrying'].includes(delivery.status)) return { status: delivery.status };
    const endpoint = await em.findOne(WebhookEndpoint, delivery.endpointId);
    if (!endpoint || endpoint.disabledAt) {
      const step: Step = { status: endpoint ? 'held' : 'dead', nextAttemptAt: null };
      em.assign(delivery, endpoint ? step : { ...step, lastError: 'the endpoint was removed' });
      await em.flush();
      return step;
    }
    const leave = gate.enter(endpoint);
    if (!leave) return busy;
    let attempt: Attempt;
    try {
      attempt = await send(em, delivery, endpoint);
    } finally {
      leave();
    }
    delivery.attempts += 1;
    delivery.attemptsInSchedule += 1;
    em.create(WebhookLog, {
      tenantId,
      deliveryId,
      attempt: delivery.attempts,
      url: endpoint.url,
      responseStatus: attempt.status ?? null,
      responseBody: attempt.body ?? null,
      error: attempt.error ?? null,
      durationMs: attempt.durationMs,
    });
    const step = nextStep(attempt, delivery.attemptsInSchedule);
    em.assign(delivery, step);
    await em.flush();
    const health = attempt.verdict === 'delivered' || attempt.verdict === 'gone' ? attempt.verdict : 'failed';
    const due = await em.transactional((tx) => noteHealth(tx, endpoint, health));
    await startDeliveries(handover, tenantId, due);
    return step;
  };

  /** In order, until one fails: those behind it must not overtake. @returns those that need another attempt. */
  const deliverInOrder = async (tenantId: TenantId, ids: string[]): Promise<string[]> => {
    for (const [index, deliveryId] of ids.entries()) {
      const { status } = await attemptDelivery({ tenantId, deliveryId });
      if (status === 'retrying') return ids.slice(index);
    }
    return [];
  };

  return {
    /**
     * The first attempt of each: in order at each endpoint, the endpoints side by side. Never fails for an endpoint's
     * sake. @returns the ids that need another.
     */
    async deliverFirst({ tenantId, deliveryIds }: DeliverFirstInput): Promise<string[]> {
      const em = tenantEm(ctx.orm, tenantId);
      const deliveries = await em.find(WebhookDelivery, { id: { $in: deliveryIds } }, { orderBy: { id: 'asc' } });
      const lines = Map.groupBy(deliveries, ({ endpointId }) => endpointId);
      const failed = [...lines.values()].map((line) =>
        deliverInOrder(
          tenantId,
          line.map(({ id }) => id),
        ),
      );
      return (await Promise.all(failed)).flat();
    },

    /** A further attempt. Throws, with the time of the next, while there is hope. */
    async deliverWebhook(input: DeliverInput): Promise<Status> {
      const { status, lastError, nextAttemptAt, isBusy } = await attemptDelivery(input);
      if (status !== 'retrying') return status;
      if (isBusy) {
        const nextRetryDelay = Math.round(1_000 + Math.random() * 4_000);
        throw ApplicationFailure.create({ message: 'the endpoint is busy', type: 'EndpointBusy', nextRetryDelay });
      }
      const nextRetryDelay = Math.max(0, (nextAttemptAt?.getTime() ?? 0) - Date.now());
      throw ApplicationFailure.create({ message: lastError ?? '', type: 'NotDelivered', nextRetryDelay });
    },
  };
};
