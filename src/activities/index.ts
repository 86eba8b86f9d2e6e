import type { AppContext } from '../context.ts';
import type { HandoverContext } from '../inbox/index.ts';
import { createAttempts } from '../outbox/attempts.ts';
import { createCallActivities } from './calls.ts';
import { createDeliveryActivities } from './deliveries.ts';
import { createInboxActivities } from './inbox.ts';
import { createMailActivities } from './mail.ts';
import { createRecoveryActivities } from '../outbox/recovery.ts';
import { createRetentionActivities } from './retention.ts';
import { createUsageActivities } from './usage.ts';

export type { CallStage, SaveCallInput, SavedCall } from './calls.ts';
export type { DeliveryRef } from '../db/deliveryQueue.ts';
export type { Purged } from './retention.ts';
export type { WebhookEventRow } from '../inbox/index.ts';

/** Every side effect that a workflow can ask for. */
export const createActivities = (ctx: AppContext, handover: HandoverContext) => {
  const attempts = createAttempts(ctx, handover);
  return {
    ...createCallActivities(ctx),
    ...createDeliveryActivities(ctx, attempts),
    ...createInboxActivities(ctx, handover),
    ...createMailActivities(ctx),
    ...createRecoveryActivities(ctx, handover, attempts),
    ...createRetentionActivities(ctx),
    ...createUsageActivities(ctx, handover),
  };
};

export type Activities = ReturnType<typeof createActivities>;
