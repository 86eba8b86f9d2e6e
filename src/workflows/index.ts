import { setWorkflowOptions, type Workflow } from '@temporalio/workflow';
import { callWorkflow } from './call.ts';
import { callAmendmentWorkflow } from './callAmendment.ts';
import { callGapWorkflow } from './callGap.ts';
import { endpointWorkflow } from './endpoint.ts';
import { passwordResetMailWorkflow } from './passwordResetMail.ts';
import { retentionWorkflow } from './retention.ts';
import { sweepWorkflow } from './sweep.ts';
import { usageWorkflow } from './usage.ts';
import { pinned, upgraded } from './versioning.ts';
import { versionProbeWorkflow } from './versionProbe.ts';
import { webhookRescueWorkflow } from './webhookRescue.ts';

setWorkflowOptions(pinned, callWorkflow);

const others: Workflow[] = [
  callAmendmentWorkflow,
  callGapWorkflow,
  endpointWorkflow,
  passwordResetMailWorkflow,
  retentionWorkflow,
  sweepWorkflow,
  usageWorkflow,
  versionProbeWorkflow,
  webhookRescueWorkflow,
];
for (const workflow of others) setWorkflowOptions(upgraded, workflow);

export {
  callAmendmentWorkflow,
  callGapWorkflow,
  callWorkflow,
  endpointWorkflow,
  passwordResetMailWorkflow,
  retentionWorkflow,
  sweepWorkflow,
  usageWorkflow,
  versionProbeWorkflow,
  webhookRescueWorkflow,
};
