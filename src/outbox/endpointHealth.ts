import type { EntityManager } from '@mikro-orm/postgresql';
import { wellAgain } from '../db/deliveries/endpoints.ts';
import { queueEvents } from '../db/deliveries/queue.ts';
import { AuditEvent, WebhookEndpoint, type EndpointDisabledReason } from '../db/entities.ts';
import type { Verdict } from '../domain/deliveries/verdict.ts';
import type { NewEvent } from '../contract/events/catalogue.ts';

/** Not `asked`: the person who asks for it knows. */
type Reason = Exclude<EndpointDisabledReason, 'asked'>;

const disabledEvent = ({ id, url }: WebhookEndpoint, reason: Reason, at: Date): NewEvent => ({
  eventId: `endpoint:${id}:disabled:${at.getTime()}`,
  eventType: 'endpoint.disabled',
  subject: null,
  timestamp: at.toISOString(),
  data: { endpointId: id, url, reason },
});

/** Disables the endpoint, notes it in the audit log, and queues `endpoint.disabled` for the tenant's other endpoints. */
const disable = async (em: EntityManager, endpoint: WebhookEndpoint, reason: Reason): Promise<string[]> => {
  const at = new Date();
  const { id, tenantId, url } = endpoint;
  // Only the first of several concurrent failures disables the endpoint, and only if its URL is still the one that failed.
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
// long weekend) says little; after five days of nothing but failures no repair is under way.
const countFailure = `
  update webhook_endpoints
  set failing_since = case
      when last_failed_at > now() - interval '4 days' then coalesce(failing_since, now()) else now() end,
    last_failed_at = now(), failure_streak = failure_streak + 1
  where id = ? and url = ? and disabled_at is null
  returning failing_since < now() - interval '5 days' as "isHopeless"`;

/** So many failures in a row are its endpoint's trouble, not its event's: one that it refuses has its own schedule. */
export const streakOfFailing = 5;

export const isFailing = ({ failureStreak }: Pick<WebhookEndpoint, 'failureStreak'>): boolean =>
  failureStreak >= streakOfFailing;

// Half as long as it has been failing: soon while it may be a restart, every five minutes later on.
const rest = `
  update webhook_endpoints
  set resting_until = now() + greatest(
    least((now() - failing_since) / 2, interval '5 minutes'), interval '5 seconds', ? * interval '1 second')
  where id = ? and url = ? and disabled_at is null and failure_streak >= ${streakOfFailing}`;

/** Nothing goes out for a while but what people ask for. @param leastSeconds what the endpoint asked for. */
export const letRest = async (
  em: EntityManager,
  { id, url }: Pick<WebhookEndpoint, 'id' | 'url'>,
  leastSeconds: number,
): Promise<void> => {
  await em.execute(rest, [leastSeconds, id, url]);
};

/** By PostgreSQL's clock, as it rests. */
export const isRested = async (em: EntityManager, id: string): Promise<boolean> => {
  const rested = await em.execute<object[]>(
    'select from webhook_endpoints where id = ? and (resting_until is null or resting_until <= now())',
    [id],
  );
  return rested.length > 0;
};

const restFor = (seconds: number): string =>
  `update webhook_endpoints set resting_until = now() + interval '${seconds} seconds' where id = ?`;

/** Longer than an attempt takes: it rests but for the one that shows how it is, and until that has ended no wake-up is needed. */
export const restWhileProbed = async (em: EntityManager, id: string): Promise<void> => {
  await em.execute(restFor(20), [id]);
};

/** The key that its secrets are sealed with may come back. */
export const restUntilKeyIsBack = async (em: EntityManager, id: string): Promise<void> => {
  await em.execute(restFor(60), [id]);
};

/** Notes how the endpoint is doing after an attempt. @returns the endpoints that have something to deliver because of it. */
export const noteHealth = async (em: EntityManager, endpoint: WebhookEndpoint, verdict: Verdict): Promise<string[]> => {
  const { id, url } = endpoint;
  switch (verdict) {
    case 'gone':
      return disable(em, endpoint, 'gone');
    case 'delivered':
      await em.nativeUpdate(WebhookEndpoint, { id, url }, wellAgain);
      return [];
    case 'retry':
    case 'retryBriefly': {
      const [counted] = await em.execute<{ isHopeless: boolean }[]>(countFailure, [id, url]);
      return counted?.isHopeless ? disable(em, endpoint, 'failing') : [];
    }
  }
};
