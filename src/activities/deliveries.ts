import { ApplicationFailure, Context } from '@temporalio/activity';
import type { AppContext } from '../context.ts';
import { WebhookDelivery } from '../db/entities/index.ts';
import { tenantEm } from '../db/tenancy.ts';
import type { TenantId } from '../domain/ids.ts';
import type { AttemptDelivery, AttemptedStep, DeliverInput } from './attemptDelivery.ts';

export interface DeliverFirstInput {
  tenantId: TenantId;
  deliveryIds: string[];
}

/** Until an endpoint that has enough to do is asked again: a long queue must not keep the workers busy with asking. */
const busyMs = (attempt: number) =>
  Math.round((1_000 + Math.random() * 4_000) * Math.min(Math.max(attempt / 4, 1), 12));

export const createDeliveryActivities = ({ orm }: AppContext, attemptDelivery: AttemptDelivery) => {
  /** In order, until one fails: those behind it must not overtake. @returns those that need another attempt. */
  const deliverInOrder = async (tenantId: TenantId, ids: string[]): Promise<string[]> => {
    for (const [index, deliveryId] of ids.entries()) {
      const { status } = await attemptDelivery({ tenantId, deliveryId });
      if (status === 'retrying') return ids.slice(index);
    }
    return [];
  };

  return {
    /**
     * The first attempt of each: in order at each endpoint, the endpoints side by side. Never fails for an endpoint's
     * sake. @returns the ids that need another.
     */
    async deliverFirst({ tenantId, deliveryIds }: DeliverFirstInput): Promise<string[]> {
      const where = { id: { $in: deliveryIds } };
      const fields = ['id', 'endpointId'] as const;
      const deliveries = await tenantEm(orm, tenantId).find(WebhookDelivery, where, {
        fields,
        orderBy: { id: 'asc' },
      });
      const lines = [...Map.groupBy(deliveries, ({ endpointId }) => endpointId).values()];
      const failed = lines.map((line) =>
        deliverInOrder(
          tenantId,
          line.map(({ id }) => id),
        ),
      );
      return (await Promise.all(failed)).flat();
    },

    /** A further attempt. Throws, with the time of the next, while there is hope. */
    async deliverWebhook(input: DeliverInput): Promise<AttemptedStep['status']> {
      const { status, lastError, nextAttemptAt, isBusy } = await attemptDelivery(input);
      if (status !== 'retrying') return status;
      if (isBusy) {
        const nextRetryDelay = busyMs(Context.current().info.attempt);
        throw ApplicationFailure.create({ message: 'the endpoint is busy', type: 'EndpointBusy', nextRetryDelay });
      }
      const nextRetryDelay = Math.max(0, (nextAttemptAt?.getTime() ?? 0) - Date.now());
      throw ApplicationFailure.create({ message: lastError ?? '', type: 'NotDelivered', nextRetryDelay });
    },
  };
};
