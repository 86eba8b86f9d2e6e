import { setTimeout as sleep } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import type { AppContext } from '../context.ts';
import { tenantEm } from '../db/tenancy.ts';
import type { TenantId } from '../domain/ids.ts';
import { emptyProgress, nextChunkSize, type RecoveryFilter, type RecoveryLine } from '../domain/recovery.ts';
import type { HandoverContext } from '../inbox/index.ts';
import { startDeliveries } from './startDeliveries.ts';
import type { Attempts } from './attempts.ts';
import { whileBeating } from '../activities/heartbeat.ts';
import { claimMissed, countMissed, findMissed, type ClaimedEvent, type MissedEvent } from './missedEvents.ts';
import { isPrepared, isWaiting, type Prepared, type Standing } from './prepare.ts';

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

const pageSize = 500;
/** Progress is no older than that, and who cancels waits no longer. */
const pageMs = 5_000;
const mostFailuresInARow = 3;

/** Half of an endpoint's places (`EndpointGate`): the other half is for what happens now. */
const lanes = 4;

/** For its turn at an endpoint that has enough to do. */
const turnMs = 10_000;
const turnPollMs = 200;

/** Waits for each, also where one fails. @throws what the first threw. */
const allOf = async (work: Promise<void>[]): Promise<void> => {
  const failed = (await Promise.allSettled(work)).find((ended) => ended.status === 'rejected');
  if (failed) throw failed.reason;
};

export const createRecoveryActivities = (
  { orm }: AppContext,
  handover: HandoverContext,
  { prepare, attempt }: Attempts,
) => {
  /** One attempt, as soon as the endpoint has room; none where it never has. */
  const attemptSoon = async (
    tenantId: TenantId,
    id: string,
    given: Prepared | Standing,
    onAnswer: () => void,
  ): Promise<Standing> => {
    const deadline = Date.now() + turnMs;
    let found = given;
    for (;;) {
      const step = isPrepared(found) ? await attempt(found, onAnswer) : found;
      if (!step.isBusy || Date.now() > deadline) return step;
      await sleep(turnPollMs);
      found = (await prepare(tenantId, [id])).get(id) ?? step;
    }
  };

  /**
   * The events of a call one after the other, the calls side by side, until nothing but failures comes.
   * @returns how many failed in a row at its end.
   */
  const deliverChunk = async (
    tenantId: TenantId,
    line: RecoveryLine,
    claimed: ClaimedEvent[],
    failuresBefore: number,
  ): Promise<number> => {
    let failuresInARow = failuresBefore;
    const failed: ClaimedEvent[] = [];
    const count = (event: ClaimedEvent, standing: Pick<Standing, 'status'>): void => {
      const isDelivered = standing.status === 'delivered';
      failuresInARow = isDelivered ? 0 : failuresInARow + 1;
      if (isDelivered) line.delivered += 1;
      else line.failed += 1;
      if (isWaiting(standing)) failed.push(event);
    };

    const ids = claimed.map(({ id }) => id);
    const found = await prepare(tenantId, ids);
    const noted: Promise<void>[] = [];
    /** Resolves with the answer: the next request need not wait until it is written down. */
    const deliver = async (event: ClaimedEvent): Promise<void> => {
      const given = found.get(event.id);
      if (!given || failuresInARow >= mostFailuresInARow) return count(event, { status: 'retrying' });
      const { promise: answered, resolve } = Promise.withResolvers<void>();
      const note = attemptSoon(tenantId, event.id, given, resolve).then((standing) => count(event, standing));
      noted.push(note);
      await Promise.race([answered, note]);
    };
    const calls = [...Map.groupBy(claimed, ({ id, externalCallId }) => externalCallId ?? id).values()].values();
    let isBroken = false;
    const work = async (): Promise<void> => {
      // All lanes take from one iterator.
      for (const call of calls) {
        for (const event of call) {
          if (isBroken) return;
          await deliver(event);
        }
      }
    };
    const lane = () =>
      work().catch((error: unknown) => {
        isBroken = true;
        throw error;
      });
    const running = Array.from({ length: lanes }, lane);
    await Promise.allSettled(running);
    await allOf([...running, ...noted]);
    await startDeliveries(handover, tenantId, failed, 'TERMINATE_EXISTING');
    return failuresInARow;
  };

  /** Some seconds of it. @returns whether nothing but failures came at its end. */
  const followLine = async (
    tenantId: TenantId,
    filter: RecoveryFilter,
    line: RecoveryLine,
    onChunk: () => void,
  ): Promise<boolean> => {
    const em = tenantEm(orm, tenantId);
    const events: MissedEvent[] = await findMissed(em, tenantId, filter, line, pageSize);
    const deadline = Date.now() + pageMs;
    let failuresInARow = 0;
    let size = 1;
    for (let at = 0; at < events.length;) {
      if (Date.now() > deadline || failuresInARow >= mostFailuresInARow) return failuresInARow > 0;
      const chunk = events.slice(at, at + size);
      at += chunk.length;
      const startedAt = Date.now();
      const claimed = await claimMissed(em, tenantId, filter, line.endpointId, chunk);
      line.lookedAt += chunk.length;
      line.queued += claimed.length;
      failuresInARow = await deliverChunk(tenantId, line, claimed, failuresInARow);
      const { id, createdAt, sequence, rateLimitPerSecond } = chunk.at(-1)!;
      line.after = { id, createdAt, sequence };
      onChunk();
      // Half of what the endpoint allows: the other half is for what happens now.
      const dueMs = rateLimitPerSecond === null ? 0 : (claimed.length * 2_000) / rateLimitPerSecond;
      const tookMs = Date.now() - startedAt;
      if (dueMs > tookMs) await sleep(dueMs - tookMs);
      size = nextChunkSize(size, failuresInARow, tookMs, rateLimitPerSecond);
    }
    line.isDone = events.length < pageSize;
    return false;
  };

  return {
    /** Where there is something to do. */
    async planRecovery({ tenantId, filter }: PlanRecoveryInput): Promise<RecoveryLine[]> {
      const counted = await countMissed(tenantEm(orm, tenantId), tenantId, filter);
      return counted.map((found) => ({ ...emptyProgress, ...found, after: null, isDone: false }));
    },

    /** The next few seconds of one endpoint's line. Begun again, it goes on where it was cut off. */
    async recoverPage({ tenantId, filter, line: given }: RecoverPageInput): Promise<RecoveredPage> {
      const { heartbeatDetails } = Context.current().info;
      const line: RecoveryLine = { ...((heartbeatDetails as RecoveryLine | undefined) ?? given) };
      let written = { ...line };
      const onChunk = () => (written = { ...line });
      const isFailing = await whileBeating(
        () => followLine(tenantId, filter, line, onChunk),
        () => written,
      );
      return { line, isFailing };
    },
  };
};
