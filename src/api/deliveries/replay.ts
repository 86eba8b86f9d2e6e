import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { WebhookEndpoint, WebhookRecovery, WebhookRecoveryPart } from '../../db/entities.ts';
import type { TenantId } from '../../domain/ids.ts';
import { progressOf, type RecoveryFilter, type RecoveryProgress } from '../../domain/deliveries/recovery.ts';
import { refusal } from '../../errors.ts';
import { countParts, endCanceled } from '../../outbox/index.ts';
import type { RecoveryStatus } from './recoveryView.ts';

export interface Recovery extends RecoveryProgress {
  id: string;
  endpointId: string | null;
  status: RecoveryStatus;
  startedAt: Date;
  endedAt: Date | null;
}

/** @throws AppError `resource.conflict`: what is sent there now would be held. */
export const assertReceives = (endpoint: WebhookEndpoint | null): void => {
  if (!endpoint) throw refusal('endpoint.removed');
  if (endpoint.disabledAt) throw refusal('endpoint.disabled');
};

export const mostListed = 50;

/** How far they are, in their order. @param em of their tenant. */
const withProgress = async (em: EntityManager, recoveries: WebhookRecovery[]): Promise<Recovery[]> => {
  const parts = await countParts(
    em,
    recoveries.map(({ id }) => id),
  );
  const byRecovery = Map.groupBy(parts, ({ recoveryId }) => recoveryId);
  return recoveries.map(({ id, endpointId, startedAt, canceledAt }) => {
    const own = byRecovery.get(id) ?? [];
    const isRunning = own.some(({ endedAt }) => endedAt === null);
    const ends = own.map(({ endedAt }) => Number(endedAt && new Date(endedAt)));
    return {
      id,
      endpointId,
      status: isRunning ? 'running' : canceledAt ? 'canceled' : 'completed',
      startedAt,
      endedAt: isRunning ? null : new Date(Math.max(Number(startedAt), Number(canceledAt), ...ends)),
      ...progressOf(own),
    };
  });
};

/**
 * To be committed together with what is said about it: from then on it happens.
 * @returns the endpoints that have a part in it, to be woken then.
 */
export const queueRecovery = async (
  em: EntityManager,
  tenantId: TenantId,
  id: string,
  filter: RecoveryFilter,
): Promise<string[]> => {
  const { endpointId, startedAt } = filter;
  const where = { disabledAt: null, ...(endpointId !== null && { id: endpointId }) };
  const endpoints = await em.find(WebhookEndpoint, where, { orderBy: { id: 'asc' } });
  em.persist(em.create(WebhookRecovery, { id, tenantId, endpointId, filter, startedAt: new Date(startedAt) }));
  for (const endpoint of endpoints) {
    em.persist(em.create(WebhookRecoveryPart, { tenantId, recoveryId: id, endpointId: endpoint.id }));
    // A person who asks has reason to believe that it works again: the next attempt shows.
    endpoint.restingUntil = null;
  }
  await em.flush();
  return endpoints.map((endpoint) => endpoint.id);
};

/** @throws NotFoundError. */
export const findRecovery = async (em: EntityManager, id: string): Promise<Recovery> => {
  const [recovery] = await withProgress(em, [await em.findOneOrFail(WebhookRecovery, id)]);
  return recovery!;
};

/** Newest first, `mostListed` at most. */
export const findRecoveries = async (em: EntityManager): Promise<Recovery[]> => {
  const newest = { orderBy: { startedAt: 'desc', id: 'desc' }, limit: mostListed } as const;
  return withProgress(em, await em.find(WebhookRecovery, {}, newest));
};

/** What is under way comes to its end; nothing more is queued. @returns the endpoints that are to notice. */
export const cancelRecovery = async (em: EntityManager, id: string): Promise<string[]> => {
  // What is being queued at the moment is under way then.
  await em.find(WebhookRecoveryPart, { recoveryId: id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  await em.nativeUpdate(WebhookRecovery, { id, canceledAt: null }, { canceledAt: new Date() });
  await endCanceled(em, id);
  const parts = await em.find(WebhookRecoveryPart, { recoveryId: id, endedAt: null }, { refresh: true });
  return parts.map(({ endpointId }) => endpointId);
};
