import { ApplicationFailure, Context } from '@temporalio/activity';
import type { AppContext } from '../context.ts';
import type { TenantId } from '../domain/ids.ts';
import type { Attempts } from '../outbox/attempts.ts';
import { isPrepared, isWaiting, type Prepared, type Standing } from '../outbox/prepare.ts';
import { whileBeating } from './heartbeat.ts';

export interface DeliverInput {
  tenantId: TenantId;
  deliveryId: string;
}

export interface DeliverFirstInput {
  tenantId: TenantId;
  deliveryIds: string[];
}

/** Until an endpoint that has enough to do is asked again: a long queue must not keep the workers busy with asking. */
const busyMs = (attempt: number) =>
  Math.round((1_000 + Math.random() * 4_000) * Math.min(Math.max(attempt / 4, 1), 12));

export const createDeliveryActivities = ({ logger }: AppContext, { prepare, attempt, postpone }: Attempts) => {
  /** Those of one endpoint, in order, until one does not arrive: those behind it must not overtake. @returns the rest. */
  const deliverInOrder = async (line: readonly Prepared[], signal: AbortSignal): Promise<string[]> => {
    const ids = line.map(({ delivery }) => delivery.id);
    for (const [index, prepared] of line.entries()) {
      if (signal.aborted) return ids.slice(index);
      try {
        const standing = await attempt(prepared);
        if (standing.status !== 'delivered') return ids.slice(isWaiting(standing) ? index : index + 1);
      } catch (error) {
        // The other endpoints' lines go on.
        logger.warn({ err: error, deliveryId: prepared.delivery.id }, 'an attempt was not written down');
        return ids.slice(index);
      }
    }
    return [];
  };

  const attemptOne = async ({ tenantId, deliveryId }: DeliverInput): Promise<Standing> => {
    const found = (await prepare(tenantId, [deliveryId])).get(deliveryId);
    if (!found) throw ApplicationFailure.nonRetryable('the delivery is not kept any more', 'NoSuchDelivery');
    return isPrepared(found) ? attempt(found) : found;
  };

  return {
    /**
     * The first attempt of each: in order at each endpoint, the endpoints side by side. Never fails for an endpoint's
     * sake. @returns the ids that need another.
     */
    deliverFirst: ({ tenantId, deliveryIds }: DeliverFirstInput): Promise<string[]> =>
      whileBeating(async () => {
        const { cancellationSignal } = Context.current();
        const found = await prepare(tenantId, deliveryIds);
        const lines = Map.groupBy([...found.values()].filter(isPrepared), ({ endpoint }) => endpoint.id);
        const rest = await Promise.all([...lines.values()].map((line) => deliverInOrder(line, cancellationSignal)));
        const later = [...found].flatMap(([id, one]) => (!isPrepared(one) && isWaiting(one) ? [id] : []));
        return [...later, ...rest.flat()];
      }),

    /** A further attempt. Throws, with the time of the next, while there is hope. */
    async deliverWebhook(input: DeliverInput): Promise<Standing['status']> {
      const standing = await attemptOne(input);
      const { lastError, nextAttemptAt, isBusy } = standing;
      if (!isWaiting(standing)) return standing.status;
      const inAWhile = () => new Date(Date.now() + busyMs(Context.current().info.attempt));
      const at = nextAttemptAt ?? inAWhile();
      if (!nextAttemptAt) await postpone(input.tenantId, input.deliveryId, at);
      throw ApplicationFailure.create({
        message: lastError ?? 'the endpoint is busy',
        type: isBusy ? 'EndpointBusy' : 'NotDelivered',
        nextRetryDelay: Math.max(0, at.getTime() - Date.now()),
      });
    },
  };
};
