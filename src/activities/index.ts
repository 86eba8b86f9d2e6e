import type { AppContext } from '../context.ts';
import type { HandoverContext } from '../inbox/index.ts';
import { createAttempts } from './attempts/attempts.ts';
import { createCallActivities } from './calls.ts';
import { createDeliveryActivities } from './deliveries.ts';
import { createInboxActivities } from './inbox.ts';
import { createMailActivities } from './mail.ts';
import { createMissedCallActivities } from './missedCalls.ts';
import { createAnswerActivities } from './providerAnswers.ts';
import { createRecoveryActivities } from './recovery.ts';
import { createRetentionActivities } from './retention.ts';
import { createUsageActivities } from './usage.ts';

export type { CallStage, SaveCallInput, SavedCall } from './calls.ts';
export type { MissedCallsInput } from './missedCalls.ts';
export type { Answer, AskInput } from './providerAnswers.ts';
export type { DeliveryRef } from '../db/deliveryQueue.ts';
export type { Purged } from './retention.ts';
export type { WebhookEventRow } from '../inbox/index.ts';

/** Every side effect that a workflow can ask for. */
export const createActivities = (ctx: AppContext, handover: HandoverContext) => {
  const attempts = createAttempts(ctx, handover);
  return {
    ...createAnswerActivities(ctx),
    ...createCallActivities(ctx),
    ...createDeliveryActivities(ctx, attempts),
    ...createInboxActivities(ctx, handover),
    ...createMailActivities(ctx),
    ...createMissedCallActivities(ctx, handover),
    ...createRecoveryActivities(ctx, handover, attempts),
    ...createRetentionActivities(ctx),
    ...createUsageActivities(ctx, handover),
  };
};

export type Activities = ReturnType<typeof createActivities>;
