import { setWorkflowOptions, type Workflow } from '@temporalio/workflow';
import { callWorkflow } from './calls/call.ts';
import { callAmendmentWorkflow } from './calls/amendment.ts';
import { callGapWorkflow } from './calls/gap.ts';
import { endpointWorkflow } from './deliveries/endpoint.ts';
import { passwordResetMailWorkflow } from './people/passwordResetMail.ts';
import { retentionWorkflow } from './housekeeping/retention.ts';
import { sweepWorkflow } from './housekeeping/sweep.ts';
import { usageWorkflow } from './housekeeping/usage.ts';
import { pinned, upgraded } from './versioning.ts';
import { versionProbeWorkflow } from './versionProbe.ts';
import { webhookRescueWorkflow } from './webhooks/rescue.ts';

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
