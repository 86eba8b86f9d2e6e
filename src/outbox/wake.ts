import { setTimeout as sleep } from 'node:timers/promises';
import { raw } from '@mikro-orm/postgresql';
import { WebhookEndpoint } from '../db/entities.ts';
import { tenantEm } from '../db/core/tenancy.ts';
import type { TenantId } from '../domain/ids.ts';
import { wakeEndpoint } from '../temporal/start/endpoints.ts';
import type { OutboxContext } from './outboxContext.ts';
import type { Pages } from './pages.ts';

type WakeContext = Pick<OutboxContext, 'orm' | 'temporal' | 'taskQueue'>;

/**
 * Has endpoints look for what is due; to be called after the commit of what they are to find.
 * @param isAskedFor by a person, who does not wait until an endpoint that fails has had its rest.
 * @throws Error where Temporal or PostgreSQL does not answer: the sweep does it then.
 */
export type WakeEndpoints = (
  tenantId: TenantId,
  endpointIds: readonly string[],
  options?: { isAskedFor?: boolean },
) => Promise<void>;

/** A storm of calls costs one endpoint so few signals. */
const gapMs = 100;

const signalMs = 10_000;

/** For one process, in which what comes together is one signal. @param pages those that work in this process. */
export const createWakeEndpoints = ({ orm, temporal, taskQueue }: WakeContext, pages?: Pages): WakeEndpoints => {
  const underWay = new Map<string, Promise<void>>();
  const following = new Map<string, Promise<void>>();

  const send = (tenantId: TenantId, endpointId: string): Promise<void> =>
    temporal.withDeadline(Date.now() + signalMs, () => wakeEndpoint({ temporal, taskQueue }, { tenantId, endpointId }));

  const signal = (tenantId: TenantId, endpointId: string): Promise<void> => {
    const running = underWay.get(endpointId);
    if (!running) {
      const sent = send(tenantId, endpointId);
      const done = sent
        .catch(() => undefined)
        .then(() => sleep(gapMs))
        .finally(() => underWay.delete(endpointId));
      underWay.set(endpointId, done);
      return sent;
    }
    // The one under way may have been read already: one more covers all who come meanwhile.
    const next = following.get(endpointId) ?? running.then(() => signalAgain(tenantId, endpointId));
    following.set(endpointId, next);
    return next;
  };
  const signalAgain = (tenantId: TenantId, endpointId: string): Promise<void> => {
    following.delete(endpointId);
    return signal(tenantId, endpointId);
  };

  /** Their workflows look by themselves, later: what is committed by now is found then. */
  const findResting = async (tenantId: TenantId, ids: string[]): Promise<Set<string>> => {
    // By PostgreSQL's clock, as they rest.
    const where = { id: { $in: ids }, restingUntil: { $gt: raw('now()') } };
    const resting = await tenantEm(orm, tenantId).find(WebhookEndpoint, where, { fields: ['id'] });
    return new Set(resting.map(({ id }) => id));
  };

  return async (tenantId, endpointIds, { isAskedFor = false } = {}) => {
    const asleep = [...new Set(endpointIds)].filter((id) => !pages?.nudge(id));
    if (asleep.length === 0) return;
    const resting = isAskedFor ? new Set<string>() : await findResting(tenantId, asleep);
    await Promise.all(asleep.filter((id) => !resting.has(id)).map((id) => signal(tenantId, id)));
  };
};
