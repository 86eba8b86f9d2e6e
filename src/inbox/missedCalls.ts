import type { CallGapWorkflow } from '../temporal/messages.ts';
import type { HandoverContext } from './handover.ts';

/** Has the providers asked for calls that began while no API took webhooks in. @param before when one began to again. */
export const lookForMissedCalls = async (
  { temporal, taskQueue }: Pick<HandoverContext, 'temporal' | 'taskQueue'>,
  before: Date,
): Promise<void> => {
  await temporal.workflow.start<CallGapWorkflow>('callGapWorkflow', {
    workflowId: `${taskQueue}-call-gap/${before.toISOString()}`,
    taskQueue,
    args: [{ before: before.toISOString() }],
    workflowIdConflictPolicy: 'USE_EXISTING',
    priority: { priorityKey: 5 },
    staticSummary: 'Calls that were missed before an API started',
  });
};
