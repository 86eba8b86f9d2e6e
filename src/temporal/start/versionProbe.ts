import { randomUUID } from 'node:crypto';
import { versionProbeWorkflowId } from '../ids.ts';
import type { Starter } from './starter.ts';

/** Resolves once a worker has run that version's code. @throws WorkflowFailedError where none did in time. */
export const probeVersion = async (
  { temporal, taskQueue }: Starter,
  buildId: string,
  patienceSeconds: number,
): Promise<void> => {
  await temporal.workflow.execute('versionProbeWorkflow', {
    workflowId: versionProbeWorkflowId(buildId, randomUUID()),
    taskQueue,
    versioningOverride: { pinnedTo: { deploymentName: taskQueue, buildId } },
    workflowExecutionTimeout: patienceSeconds * 1000,
  });
};
