import type { EntityManager } from '@mikro-orm/postgresql';
import type { AppContext } from '../context.ts';
import { openEndpoint, validSecrets } from '../db/endpoints.ts';
import { OutboundEvent, WebhookDelivery, WebhookEndpoint, WebhookLog } from '../db/entities/index.ts';
import { tenantEm } from '../db/tenancy.ts';
import { uuidV7 } from '../db/uuid.ts';
import type { TenantId } from '../domain/ids.ts';
import { retryDelayMs } from '../domain/retrySchedule.ts';
import { wireBody } from '../domain/wireEvent.ts';
import { startDeliveries, type HandoverContext } from '../inbox/index.ts';
import { noteAttempt } from './deliveryMetrics.ts';
import { createEndpointGate } from './endpointGate.ts';
import { noteHealth } from './endpointHealth.ts';
import { createSender, type Attempt } from './sender.ts';
import { signatureHeaders } from './standardWebhooks.ts';

export interface DeliverInput {
  tenantId: TenantId;
  deliveryId: string;
}

/** Where a delivery stands after an attempt. */
interface Step {
  status: WebhookDelivery['status'];
  deliveredAt?: Date;
  nextAttemptAt?: Date | null;
  lastError?: string | null;
}

/** How an attempt ended; `isBusy`: none was made, because the endpoint has enough to do. */
export type AttemptedStep = Step & { isBusy?: true };
export type AttemptDelivery = (delivery: DeliverInput) => Promise<AttemptedStep>;

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

interface Prepared {
  delivery: WebhookDelivery;
  endpoint: WebhookEndpoint;
  event: OutboundEvent;
}

/** What is to be sent, and where; or why nothing is. */
const prepare = async (em: EntityManager, deliveryId: string): Promise<Prepared | Step> => {
  const delivery = await em.findOneOrFail(WebhookDelivery, deliveryId);
  if (!['pending', 'retrying'].includes(delivery.status)) return { status: delivery.status };
  const { status, nextAttemptAt, lastError } = delivery;
  const isEarly = status === 'retrying' && nextAttemptAt !== null && nextAttemptAt.getTime() > Date.now();
  if (isEarly) return { status, nextAttemptAt, lastError };
  const endpoint = await em.findOne(WebhookEndpoint, delivery.endpointId);
  if (endpoint && !endpoint.disabledAt) {
    return { delivery, endpoint, event: await em.findOneOrFail(OutboundEvent, { eventId: delivery.eventId }) };
  }
  const step = endpoint
    ? { status: 'held' as const, nextAttemptAt: null }
    : { status: 'dead' as const, nextAttemptAt: null, lastError: 'the endpoint was removed' };
  em.assign(delivery, step);
  return step;
};

/** One attempt, logged: read, send, write, with no transaction open meanwhile. */
export const createAttempts = (ctx: AppContext, handover: HandoverContext): AttemptDelivery => {
  const sender = createSender(ctx.config.deliveries);
  const gate = createEndpointGate();

  const send = async ({ delivery, endpoint, event }: Prepared): Promise<Attempt> => {
    const secrets = openEndpoint(ctx.keys, endpoint);
    const body = wireBody(event, secrets.secret);
    const headers = signatureHeaders(validSecrets(secrets), delivery.id, Math.floor(Date.now() / 1000), body);
    return sender.post(endpoint.url, headers, body, secrets.headers);
  };

  const settle = async (em: EntityManager, { delivery, endpoint }: Prepared, attempt: Attempt) => {
    const attempts = delivery.attempts + 1;
    const attemptsInSchedule = delivery.attemptsInSchedule + 1;
    const step = nextStep(attempt, attemptsInSchedule);
    // One that hung while somebody asked for a retry comes back late: what was delivered meanwhile stays so.
    const stillWaits = { id: delivery.id, status: { $in: ['pending' as const, 'retrying' as const] } };
    await em.nativeUpdate(WebhookDelivery, stillWaits, { ...step, attempts, attemptsInSchedule });
    await em.insert(WebhookLog, {
      id: uuidV7(),
      tenantId: delivery.tenantId,
      deliveryId: delivery.id,
      attempt: attempts,
      url: endpoint.url,
      responseStatus: attempt.status ?? null,
      responseBody: attempt.body ?? null,
      error: attempt.error ?? null,
      durationMs: attempt.durationMs,
    });
    return { step, due: await noteHealth(em, endpoint, attempt.verdict) };
  };

  return async ({ tenantId, deliveryId }) => {
    const em = () => tenantEm(ctx.orm, tenantId);
    const prepared = await em().transactional((tx) => prepare(tx, deliveryId));
    if ('status' in prepared) return prepared;
    const leave = await gate.enter(prepared.endpoint);
    if (!leave) return { status: 'retrying', isBusy: true };
    const attempt = await send(prepared).finally(leave);
    noteAttempt(prepared.delivery, attempt);
    const { step, due } = await em().transactional((tx) => settle(tx, prepared, attempt));
    await startDeliveries(handover, tenantId, due);
    return step;
  };
};
