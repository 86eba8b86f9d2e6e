import type { EntityManager } from '@mikro-orm/postgresql';
import { WebhookRecovery, WebhookRecoveryPart } from '../db/entities.ts';
import { readClaimed, type ClaimedDelivery } from './claims.ts';
import { claimMissed, countMissed, findMissed } from './missedEvents.ts';

// Those that run at this endpoint, oldest first. In one order, and before anything else is locked.
const lockParts = `
  select part.recovery_id as "recoveryId", queued_all_at is null and canceled_at is null as "isQueueing"
  from webhook_recovery_parts part join webhook_recoveries recovery on recovery.id = part.recovery_id
  where part.endpoint_id = ? and part.ended_at is null
  order by started_at, part.recovery_id for update of part`;

interface RunningPart {
  recoveryId: string;
  isQueueing: boolean;
}

export interface Recovered {
  deliveries: ClaimedDelivery[];
  /** A recovery runs at this endpoint. */
  isRecovering: boolean;
  /** One begins: its first event shows how the endpoint is. */
  isBeginning: boolean;
  hasMore: boolean;
}

/** The next of what recoveries are to send again, claimed. @param em within a transaction. */
export const recoverNext = async (em: EntityManager, endpointId: string, limit: number): Promise<Recovered> => {
  const running = await em.execute<RunningPart[]>(lockParts, [endpointId]);
  const recoveryId = running.find(({ isQueueing }) => isQueueing)?.recoveryId;
  if (recoveryId === undefined)
    return { deliveries: [], isRecovering: running.length > 0, isBeginning: false, hasMore: false };
  const part = await em.findOneOrFail(WebhookRecoveryPart, { recoveryId, endpointId }, { refresh: true });
  const { filter, canceledAt } = await em.findOneOrFail(WebhookRecovery, recoveryId);
  // While it waited for the lock.
  if (canceledAt) return { deliveries: [], isRecovering: true, isBeginning: false, hasMore: true };
  const isBeginning = part.lookedAt === 0;
  const wanted = isBeginning ? 1 : limit;
  part.total ??= await countMissed(em, part, filter);
  const events = await findMissed(em, part, filter, wanted);
  const ids = await claimMissed(em, part, filter, events);
  part.lookedAt += events.length;
  part.queued += ids.length;
  const last = events.at(-1);
  if (last) part.after = { createdAt: last.createdAt, sequence: last.sequence, id: last.id };
  if (events.length < wanted) part.queuedAllAt = new Date();
  await em.flush();
  return { deliveries: await readClaimed(em, ids), isRecovering: true, isBeginning, hasMore: true };
};

const counts = (part: string): string => `
  select count(*) filter (where status = 'delivered')::int as delivered,
    count(*) filter (where status <> 'delivered' and attempts_in_schedule > 0)::int as failed,
    count(*) filter (where status = 'pending' and attempts_in_schedule = 0)::int as untried,
    count(*) filter (where claimed_until > now())::int as claimed
  from webhook_deliveries delivery
  where delivery.recovery_id = ${part}.recovery_id and delivery.endpoint_id = ${part}.endpoint_id`;

// Of one that was canceled what is under way is waited for, and nothing else.
const endParts = (which: string): string => `
  update webhook_recovery_parts part set ended_at = now(), delivered = counted.delivered, failed = counted.failed
  from webhook_recovery_parts same
  join webhook_recoveries recovery on recovery.id = same.recovery_id
  join lateral (${counts('same')}) counted on true
  where same.recovery_id = part.recovery_id and same.endpoint_id = part.endpoint_id
    and part.ended_at is null and ${which}`;

const isOver = `((part.queued_all_at is not null and counted.untried = 0) or (canceled_at is not null and counted.claimed = 0))`;

/** Ends what has come to its end at this endpoint. @param em of its tenant. */
export const endRecoveries = async (em: EntityManager, endpointId: string): Promise<void> => {
  await em.execute(endParts(`part.endpoint_id = ? and ${isOver}`), [endpointId]);
};

/** The endpoint is disabled, or was removed: nothing is sent there. */
export const giveRecoveriesUp = async (em: EntityManager, endpointId: string): Promise<void> => {
  await em.execute(endParts('part.endpoint_id = ?'), [endpointId]);
};

/** Ends the parts of a recovery that was canceled where nothing is under way. */
export const endCanceled = async (em: EntityManager, recoveryId: string): Promise<void> => {
  await em.execute(endParts(`part.recovery_id = ? and ${isOver}`), [recoveryId]);
};

/** How far the parts of recoveries are. */
export interface CountedPart {
  recoveryId: string;
  endedAt: Date | string | null;
  total: number | null;
  lookedAt: number;
  queued: number;
  delivered: number;
  failed: number;
}

/** @param em of their tenant. */
export const countParts = (em: EntityManager, recoveryIds: readonly string[]): Promise<CountedPart[]> =>
  em.execute<CountedPart[]>(
    `select part.recovery_id as "recoveryId", part.ended_at as "endedAt", part.total, part.looked_at as "lookedAt",
       part.queued, coalesce(counted.delivered, part.delivered) as delivered, coalesce(counted.failed, part.failed) as failed
     from jsonb_to_recordset(?::jsonb) as asked (id uuid)
     join webhook_recovery_parts part on part.recovery_id = asked.id
     left join lateral (${counts('part')}) counted on part.ended_at is null`,
    [JSON.stringify(recoveryIds.map((id) => ({ id })))],
  );
