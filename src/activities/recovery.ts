import { setTimeout as sleep } from 'node:timers/promises';
import type { AppContext } from '../context.ts';
import { tenantEm } from '../db/tenancy.ts';
import type { TenantId } from '../domain/ids.ts';
import { emptyProgress, type RecoveryFilter, type RecoveryLine } from '../domain/recovery.ts';
import { startDeliveries, type HandoverContext } from '../inbox/index.ts';
import type { AttemptDelivery, AttemptedStep } from './attemptDelivery.ts';
import { claimMissed, countMissed, findMissed } from './missedEvents.ts';

interface PlanRecoveryInput {
  tenantId: TenantId;
  filter: RecoveryFilter;
}

interface RecoverPageInput extends PlanRecoveryInput {
  line: RecoveryLine;
}

interface RecoveredPage {
  line: RecoveryLine;
  /** Nothing but failures at its end: the endpoint needs a rest. */
  isFailing: boolean;
}

const pageSize = 200;
/** Progress is no older than that, and who cancels waits no longer. */
const pageMs = 5_000;
const mostFailuresInARow = 3;

/** For its turn at an endpoint that has enough to do. */
const turnMs = 10_000;
const turnPollMs = 200;

export const createRecoveryActivities = (
  { orm }: AppContext,
  handover: HandoverContext,
  attemptDelivery: AttemptDelivery,
) => {
  /** One attempt, as soon as the endpoint has room; none where it never has. */
  const attempt = async (tenantId: TenantId, deliveryId: string): Promise<AttemptedStep> => {
    const deadline = Date.now() + turnMs;
    for (;;) {
      const step = await attemptDelivery({ tenantId, deliveryId });
      if (!step.isBusy || Date.now() > deadline) return step;
      await sleep(turnPollMs);
    }
  };

  return {
    /** Where there is something to do. */
    async planRecovery({ tenantId, filter }: PlanRecoveryInput): Promise<RecoveryLine[]> {
      const counted = await countMissed(tenantEm(orm, tenantId), tenantId, filter);
      return counted.map((found) => ({ ...emptyProgress, ...found, after: null, isDone: false }));
    },

    /** The next few seconds of one endpoint's line. Begun again, it passes over what has arrived. */
    async recoverPage({ tenantId, filter, line: { ...line } }: RecoverPageInput): Promise<RecoveredPage> {
      const em = tenantEm(orm, tenantId);
      const events = await findMissed(em, tenantId, filter, line, pageSize);
      const deadline = Date.now() + pageMs;
      let failuresInARow = 0;
      for (const event of events) {
        if (Date.now() > deadline || failuresInARow === mostFailuresInARow)
          return { line, isFailing: failuresInARow > 0 };
        line.after = { createdAt: event.createdAt, sequence: event.sequence, id: event.id };
        line.lookedAt += 1;
        const id = await claimMissed(em, tenantId, filter, line.endpointId, event);
        if (id === undefined) continue;
        line.queued += 1;
        const { status } = await attempt(tenantId, id);
        const isDelivered = status === 'delivered';
        if (isDelivered) line.delivered += 1;
        else line.failed += 1;
        failuresInARow = isDelivered ? 0 : failuresInARow + 1;
        if (status === 'retrying')
          await startDeliveries(handover, tenantId, [{ id, eventType: event.eventType }], 'TERMINATE_EXISTING');
        // Half of what the endpoint allows: the other half is for what happens now.
        if (event.rateLimitPerSecond !== null) await sleep(2_000 / event.rateLimitPerSecond);
      }
      return { line: { ...line, isDone: events.length < pageSize }, isFailing: false };
    },
  };
};
