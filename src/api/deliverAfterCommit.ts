import type { DeliveryRef } from '../db/deliveryQueue.ts';
import { startDeliveries } from '../outbox/startDeliveries.ts';
import type { RequestFor } from './route.ts';

type Request = Pick<RequestFor<'signed-in', unknown, unknown, unknown>, 'ctx' | 'deps' | 'auth' | 'afterCommit'>;

/** Starts what a request has queued once it is committed. The client does not wait, and the sweep starts what this cannot. */
export const deliverAfterCommit = (
  { ctx, deps, auth, afterCommit }: Request,
  due: DeliveryRef[],
  whenRunning?: Parameters<typeof startDeliveries>[3],
): void => {
  const { temporal, config } = ctx;
  const handover = { temporal, taskQueue: config.temporal.taskQueue };
  const start = () => startDeliveries(handover, auth.tenantId, due, whenRunning);
  afterCommit(async () => deps.background.run(start, 'deliveries were left to the sweep'));
};
