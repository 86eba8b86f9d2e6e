import type { EntityManager } from '@mikro-orm/postgresql';
import { openEndpoint, type EndpointSecrets } from '../../db/endpoints.ts';
import { OutboundEvent, WebhookDelivery, WebhookEndpoint } from '../../db/entities/index.ts';
import type { KeyRing } from '../../db/sealing.ts';
import { takeSlots } from '../../domain/pacing.ts';

/** Where a delivery stands. `isBusy`: it is its turn, but the endpoint has enough to do. */
export interface Standing {
  status: WebhookDelivery['status'];
  deliveredAt?: Date;
  nextAttemptAt?: Date | null;
  lastError?: string | null;
  isBusy?: true;
}

/** What is to be sent now, and where to. Both times in milliseconds since 1970. */
export interface Prepared {
  delivery: WebhookDelivery;
  endpoint: WebhookEndpoint;
  secrets: EndpointSecrets;
  event: OutboundEvent;
  /** The endpoint wants no more requests a second. */
  notBefore: number;
  preparedAt: number;
}

export const isPrepared = (found: Prepared | Standing): found is Prepared => 'endpoint' in found;

/** Many rows, of which none is changed: nobody need keep track of them. */
const asRead = { disableIdentityMap: true } as const;

const nevermore = { status: 'dead', nextAttemptAt: null } as const;

/** For its slot, where the endpoint limits requests: those further behind come back later. */
const patienceMs = 1_500;

const isWaiting = ({ status }: WebhookDelivery): boolean => status === 'pending' || status === 'retrying';

const isEarly = ({ status, nextAttemptAt }: WebhookDelivery, now: number): boolean =>
  status === 'retrying' && nextAttemptAt !== null && nextAttemptAt.getTime() > now;

/** Takes slots for as many as can have one soon. @returns when each may go. */
const reserve = async (em: EntityManager, endpoint: WebhookEndpoint, count: number, now: number): Promise<number[]> => {
  const { id, rateLimitPerSecond } = endpoint;
  if (rateLimitPerSecond === null) return Array.from({ length: count }, () => now);
  // Whichever worker sends: they take their slots one after the other.
  const [row] = await em.execute<{ pacedUntil: number | null }[]>(
    'select (extract(epoch from paced_until) * 1000)::float8 as "pacedUntil" from webhook_endpoints where id = ? for update',
    [id],
  );
  const { slots, freeFrom } = takeSlots(row?.pacedUntil ?? 0, now, rateLimitPerSecond, count, patienceMs);
  if (slots.length > 0) await em.nativeUpdate(WebhookEndpoint, { id }, { pacedUntil: new Date(freeFrom) });
  return slots;
};

/** By id: what is to be sent, and where; or why nothing is. Unknown ids are left out. @param em within a transaction. */
export const prepareDeliveries = async (
  em: EntityManager,
  keys: KeyRing,
  ids: readonly string[],
): Promise<Map<string, Prepared | Standing>> => {
  const now = Date.now();
  const rows = await em.find(WebhookDelivery, { id: { $in: [...ids] } }, asRead);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const deliveries = ids.flatMap((id) => byId.get(id) ?? []);
  const found = new Map<string, Prepared | Standing>(
    deliveries.map(({ id, status, nextAttemptAt, lastError }) => [id, { status, nextAttemptAt, lastError }]),
  );
  const due = deliveries.filter((delivery) => isWaiting(delivery) && !isEarly(delivery, now));
  if (due.length === 0) return found;

  const endpointIds = [...new Set(due.map(({ endpointId }) => endpointId))];
  const endpoints = await em.find(WebhookEndpoint, { id: { $in: endpointIds } }, asRead);
  const stored = await em.find(OutboundEvent, { eventId: { $in: due.map(({ eventId }) => eventId) } }, asRead);
  const events = new Map(stored.map((event) => [event.eventId, event]));

  const putAside = async ({ id }: WebhookDelivery, step: Omit<Standing, 'isBusy'>): Promise<void> => {
    await em.nativeUpdate(WebhookDelivery, { id }, step);
    found.set(id, step);
  };
  for (const [endpointId, line] of Map.groupBy(due, (delivery) => delivery.endpointId)) {
    const endpoint = endpoints.find(({ id }) => id === endpointId);
    const slots = endpoint && !endpoint.disabledAt ? await reserve(em, endpoint, line.length, now) : [];
    const secrets = endpoint && openEndpoint(keys, endpoint);
    for (const [index, delivery] of line.entries()) {
      const event = events.get(delivery.eventId);
      const notBefore = slots[index];
      if (!endpoint || !secrets) await putAside(delivery, { ...nevermore, lastError: 'the endpoint was removed' });
      else if (!event) await putAside(delivery, { ...nevermore, lastError: 'the event is not kept any more' });
      else if (endpoint.disabledAt) await putAside(delivery, { status: 'held', nextAttemptAt: null });
      else if (notBefore === undefined) found.set(delivery.id, { status: 'retrying', isBusy: true });
      else found.set(delivery.id, { delivery, endpoint, secrets, event, notBefore, preparedAt: now });
    }
  }
  return found;
};
