import type { EntityManager } from '@mikro-orm/postgresql';
import { openEndpoint, type EndpointSecrets } from '../db/endpoints.ts';
import { WebhookDelivery, WebhookEndpoint } from '../db/entities/index.ts';
import type { KeyRing } from '../db/sealing.ts';
import type { StoredEvent } from '../domain/wireEvent.ts';
import { reserveSlots } from './slots.ts';
import { readDeliveries, type StoredDelivery } from './storedDelivery.ts';

/** Where a delivery stands. `isBusy`: it is its turn, but the endpoint has enough to do. */
export interface Standing {
  status: WebhookDelivery['status'];
  deliveredAt?: Date | null;
  nextAttemptAt?: Date | null;
  lastError?: string | null;
  isBusy?: true;
}

/** What is to be sent now, and where to. Both times in milliseconds since 1970. */
export interface Prepared {
  delivery: StoredDelivery;
  endpoint: WebhookEndpoint;
  secrets: EndpointSecrets;
  event: StoredEvent;
  /** The endpoint wants no more requests a second. */
  notBefore: number;
  preparedAt: number;
}

export const isPrepared = (found: Prepared | Standing): found is Prepared => 'endpoint' in found;

/** For its slot: those further behind come back at theirs. */
const patienceMs = 1_500;

/** Somebody still has to attempt it: asked of rows, and of one. */
export const waiting = { status: { $in: ['pending' as const, 'retrying' as const] } };
export const isWaiting = ({ status }: Pick<Standing, 'status'>): boolean =>
  status === 'pending' || status === 'retrying';

/** When it is due, where that is later than now. A slot counts once it is near. */
const laterMoment = ({ status, nextAttemptAt, slotAt }: StoredDelivery, now: number): Date | undefined => {
  if (slotAt && slotAt.getTime() > now + patienceMs) return slotAt;
  return status === 'retrying' && nextAttemptAt && nextAttemptAt.getTime() > now ? nextAttemptAt : undefined;
};

const tryToOpen = (keys: KeyRing, endpoint: WebhookEndpoint): EndpointSecrets | undefined => {
  try {
    return openEndpoint(keys, endpoint);
  } catch {
    // The key may come back; one endpoint must not stop the tenant's others.
    return undefined;
  }
};

/** By id: what is to be sent, and where; or why nothing is. Unknown ids are left out. @param em within a transaction. */
export const prepareDeliveries = async (
  em: EntityManager,
  keys: KeyRing,
  ids: readonly string[],
): Promise<Map<string, Prepared | Standing>> => {
  const now = Date.now();
  const found = new Map<string, Prepared | Standing>();
  const due: StoredDelivery[] = [];
  for (const delivery of await readDeliveries(em, ids)) {
    const { id, status, lastError, slotAt } = delivery;
    const nextAttemptAt = laterMoment(delivery, now);
    if (!isWaiting(delivery)) found.set(id, { status, lastError });
    else if (!nextAttemptAt) due.push(delivery);
    else found.set(id, { status: 'retrying', nextAttemptAt, lastError, ...(slotAt && { isBusy: true }) });
  }
  if (due.length === 0) return found;

  const lines = Map.groupBy(due, ({ endpointId }) => endpointId);
  const endpoints = await em.find(WebhookEndpoint, { id: { $in: [...lines.keys()] } });
  const aside = new Map<string, Omit<Standing, 'isBusy'>>();
  // Rows are locked in the order of their ids: two workers must not wait for each other's.
  for (const endpointId of [...lines.keys()].toSorted()) {
    const line = lines.get(endpointId) ?? [];
    const endpoint = endpoints.find(({ id }) => id === endpointId);
    const secrets = endpoint && tryToOpen(keys, endpoint);
    const slots = endpoint && secrets && !endpoint.disabledAt ? await reserveSlots(em, endpoint, line) : [];
    for (const [index, delivery] of line.entries()) {
      const { event } = delivery;
      const notBefore = slots[index] ?? now;
      if (!endpoint) aside.set(delivery.id, { status: 'dead', lastError: 'the endpoint was removed' });
      else if (!event) aside.set(delivery.id, { status: 'dead', lastError: 'the event is not kept any more' });
      else if (endpoint.disabledAt) aside.set(delivery.id, { status: 'held' });
      else if (!secrets)
        found.set(delivery.id, { status: 'retrying', isBusy: true, lastError: 'its secrets are sealed' });
      else if (notBefore <= Date.now() + patienceMs)
        found.set(delivery.id, { delivery, endpoint, secrets, event, notBefore, preparedAt: now });
      else found.set(delivery.id, { status: 'retrying', isBusy: true, nextAttemptAt: new Date(notBefore) });
    }
  }
  for (const [id, step] of [...aside].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    await em.nativeUpdate(WebhookDelivery, { id, ...waiting }, { nextAttemptAt: null, ...step });
    found.set(id, step);
  }
  return found;
};
