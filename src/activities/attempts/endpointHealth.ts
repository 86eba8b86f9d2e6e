import type { EntityManager } from '@mikro-orm/postgresql';
import { queueEvents, type DeliveryRef } from '../../db/deliveryQueue.ts';
import { AuditEvent, WebhookEndpoint, type EndpointDisabledReason } from '../../db/entities/index.ts';
import type { Verdict } from '../../domain/attemptVerdict.ts';
import type { NewEvent } from '../../domain/eventCatalogue.ts';

/** Not `asked`: whoever asks for it knows. */
type Reason = Exclude<EndpointDisabledReason, 'asked'>;

/** Nothing but failures for so long: nobody is coming to repair it. */
const disableAfterMs = 5 * 86_400_000;

/** A failure that nothing followed says little by then: the longest wait between two attempts is a day. */
const longestLullMs = 1.5 * 86_400_000;

const disabledEvent = ({ id, url }: WebhookEndpoint, reason: Reason, at: Date): NewEvent => ({
  eventId: `endpoint:${id}:disabled:${at.getTime()}`,
  eventType: 'endpoint.disabled',
  timestamp: at.toISOString(),
  data: { endpointId: id, url, reason },
});

/** Sends nothing there any more, says so in the audit log, and tells the tenant's other endpoints. */
const disable = async (em: EntityManager, endpoint: WebhookEndpoint, reason: Reason): Promise<DeliveryRef[]> => {
  const at = new Date();
  const { id, tenantId, url } = endpoint;
  // Of several attempts that fail at the same time, one disables it.
  const change = { disabledAt: at, disabledBecause: reason };
  if ((await em.nativeUpdate(WebhookEndpoint, { id, disabledAt: null }, change)) === 0) return [];
  const who = { actor: 'system' as const, actorId: null, actorName: null, address: null, userAgent: null };
  const what = { action: 'endpoint.disabled', targetType: 'endpoint', targetId: id };
  em.persist(
    em.create(AuditEvent, { tenantId, ...who, ...what, requestId: null, before: null, after: { url, reason } }),
  );
  const due = await queueEvents(em, tenantId, [disabledEvent(endpoint, reason, at)]);
  await em.flush();
  return due;
};

/** Notes how the endpoint is doing after some attempts. @returns what is to be delivered because of it. */
export const noteHealth = async (
  em: EntityManager,
  endpoint: WebhookEndpoint,
  verdicts: readonly Verdict[],
): Promise<DeliveryRef[]> => {
  const { id, failingSince, lastFailedAt } = endpoint;
  if (verdicts.includes('gone')) return disable(em, endpoint, 'gone');
  if (verdicts.includes('delivered')) {
    if (failingSince) await em.nativeUpdate(WebhookEndpoint, { id }, { failingSince: null, lastFailedAt: null });
    return [];
  }
  const now = new Date();
  const goesOn = lastFailedAt !== null && now.getTime() - lastFailedAt.getTime() < longestLullMs;
  const since = (goesOn && failingSince) || now;
  await em.nativeUpdate(WebhookEndpoint, { id }, { failingSince: since, lastFailedAt: now });
  return now.getTime() - since.getTime() > disableAfterMs ? disable(em, endpoint, 'failing') : [];
};
