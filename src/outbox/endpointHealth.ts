import type { EntityManager } from '@mikro-orm/postgresql';
import { queueEvents, type DeliveryRef } from '../db/deliveryQueue.ts';
import { AuditEvent, WebhookEndpoint, type EndpointDisabledReason } from '../db/entities/index.ts';
import type { Verdict } from '../domain/attemptVerdict.ts';
import type { NewEvent } from '../domain/eventCatalogue.ts';

/** Not `asked`: whoever asks for it knows. */
type Reason = Exclude<EndpointDisabledReason, 'asked'>;

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
  // Of several attempts that fail at the same time, one disables it; none whose URL is not its any more.
  const change = { disabledAt: at, disabledBecause: reason };
  if ((await em.nativeUpdate(WebhookEndpoint, { id, url, disabledAt: null }, change)) === 0) return [];
  const who = { actor: 'system' as const, actorId: null, actorName: null, address: null, userAgent: null };
  const what = { action: 'endpoint.disabled', targetType: 'endpoint', targetId: id };
  em.persist(
    em.create(AuditEvent, { tenantId, ...who, ...what, requestId: null, before: null, after: { url, reason } }),
  );
  const due = await queueEvents(em, tenantId, [disabledEvent(endpoint, reason, at)]);
  await em.flush();
  return due;
};

// Decided on the row: what was read before the attempt may be long past. A failure that nothing followed for four days (a
// long weekend) says little; five days of nothing but failures: nobody is coming to repair it.
const countFailure = `
  update webhook_endpoints
  set failing_since = case
      when last_failed_at > now() - interval '4 days' then coalesce(failing_since, now()) else now() end,
    last_failed_at = now()
  where id = ? and url = ? and disabled_at is null
  returning failing_since < now() - interval '5 days' as "isHopeless"`;

/** Notes how the endpoint is doing after an attempt. @returns what is to be delivered because of it. */
export const noteHealth = async (
  em: EntityManager,
  endpoint: WebhookEndpoint,
  verdict: Verdict,
): Promise<DeliveryRef[]> => {
  const { id, url } = endpoint;
  switch (verdict) {
    case 'gone':
      return disable(em, endpoint, 'gone');
    case 'delivered':
      await em.nativeUpdate(WebhookEndpoint, { id, url }, { failingSince: null, lastFailedAt: null });
      return [];
    case 'retry':
    case 'retryBriefly': {
      const [counted] = await em.execute<{ isHopeless: boolean }[]>(countFailure, [id, url]);
      return counted?.isHopeless ? disable(em, endpoint, 'failing') : [];
    }
  }
};
