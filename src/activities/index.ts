import type { AppContext } from '../context.ts';
import type { CallStarter } from '../temporal/start/calls.ts';
import { Leftovers } from '../inbox/index.ts';
import { createOutbox } from '../outbox/index.ts';
import { createCallActivities } from './calls.ts';
import { createDeliveryActivities } from './deliveries.ts';
import { createEndCallActivities } from './endCall.ts';
import { createInboxActivities } from './inbox.ts';
import { createMailActivities } from './mail.ts';
import { createMissedCallActivities } from './missedCalls.ts';
import { createAnswerActivities } from './providerAnswers.ts';
import { createRetentionActivities } from './retention.ts';
import { createToolActivities } from './tools.ts';
import { createUsageActivities } from './usage.ts';
import { createWorkItemActivities } from './workItems.ts';

export type { CallStage, SaveCallInput, SavedCall } from './calls.ts';
export type { MissedCallsInput } from './missedCalls.ts';
export type { Answer, AskInput } from './providerAnswers.ts';
export { attemptBuckets } from '../outbox/index.ts';
export type { Purged } from './retention.ts';
export type { WebhookEventRow } from '../inbox/index.ts';

/** Every side effect that a workflow can ask for. @param stopping the process is to end soon. */
export const createActivities = (app: AppContext, starter: CallStarter, stopping: AbortSignal) => {
  const outbox = createOutbox({ ...app, taskQueue: starter.taskQueue }, app.config.deliveries, stopping);
  const leftovers = new Leftovers(app, starter, app.logger);
  return {
    ...createAnswerActivities(app),
    ...createCallActivities(app, outbox),
    ...createDeliveryActivities(outbox),
    ...createEndCallActivities(app),
    ...createInboxActivities(leftovers, outbox),
    ...createMailActivities(app),
    ...createMissedCallActivities(app, leftovers),
    ...createRetentionActivities(app),
    ...createToolActivities(app, outbox),
    ...createUsageActivities(app, outbox),
    ...createWorkItemActivities(app, outbox),
  };
};

export type Activities = ReturnType<typeof createActivities>;
