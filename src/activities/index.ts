import type { AppContext } from '../context.ts';
import type { CallStarter } from '../temporal/start/calls.ts';
import { Leftovers } from '../inbox/index.ts';
import { createOutbox } from '../outbox/index.ts';
import { createCallActivities } from './calls.ts';
import { createDeliveryActivities } from './deliveries.ts';
import { createInboxActivities } from './inbox.ts';
import { createMailActivities } from './mail.ts';
import { createMissedCallActivities } from './missedCalls.ts';
import { createAnswerActivities } from './providerAnswers.ts';
import { createRetentionActivities } from './retention.ts';
import { createUsageActivities } from './usage.ts';

export type { CallStage, SaveCallInput, SavedCall } from './calls.ts';
export type { MissedCallsInput } from './missedCalls.ts';
export type { Answer, AskInput } from './providerAnswers.ts';
export { attemptBuckets } from '../outbox/index.ts';
export type { Purged } from './retention.ts';
export type { WebhookEventRow } from '../inbox/index.ts';

/** Every side effect that a workflow can ask for. @param stopping the process is to end soon. */
export const createActivities = (ctx: AppContext, starter: CallStarter, stopping: AbortSignal) => {
  const outbox = createOutbox({ ...ctx, taskQueue: starter.taskQueue }, ctx.config.deliveries, stopping);
  const leftovers = new Leftovers(ctx, starter, ctx.logger);
  return {
    ...createAnswerActivities(ctx),
    ...createCallActivities(ctx, outbox),
    ...createDeliveryActivities(outbox),
    ...createInboxActivities(leftovers, outbox),
    ...createMailActivities(ctx),
    ...createMissedCallActivities(ctx, leftovers),
    ...createRetentionActivities(ctx),
    ...createUsageActivities(ctx, outbox),
  };
};

export type Activities = ReturnType<typeof createActivities>;
