import { callGapWorkflowId } from '../ids.ts';
import type { CallGapWorkflow } from '../messages.ts';
import type { Starter } from './starter.ts';

/** Has the providers asked for calls that began while no API took webhooks in. @param before when one began to again. */
export const lookForMissedCalls = async ({ temporal, taskQueue }: Starter, before: Date): Promise<void> => {
  await temporal.workflow.start<CallGapWorkflow>('callGapWorkflow', {
    workflowId: callGapWorkflowId(taskQueue, before),
    taskQueue,
    args: [{ before: before.toISOString() }],
    workflowIdConflictPolicy: 'USE_EXISTING',
    priority: { priorityKey: 5 },
    staticSummary: 'Calls that were missed before an API started',
  });
};
