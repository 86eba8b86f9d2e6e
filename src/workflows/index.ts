import { setWorkflowOptions, type Workflow } from '@temporalio/workflow';
import { callWorkflow } from './call.ts';
import { callAmendmentWorkflow } from './callAmendment.ts';
import { passwordResetMailWorkflow } from './passwordResetMail.ts';
import { retentionWorkflow } from './retention.ts';
import { sweepWorkflow } from './sweep.ts';
import { usageWorkflow } from './usage.ts';
import { pinned, upgraded } from './versioning.ts';
import { versionProbeWorkflow } from './versionProbe.ts';
import { webhookDeliveryWorkflow } from './webhookDelivery.ts';
import { webhookRecoveryWorkflow } from './webhookRecovery.ts';
import { webhookRescueWorkflow } from './webhookRescue.ts';

setWorkflowOptions(pinned, callWorkflow);

const others: Workflow[] = [
  callAmendmentWorkflow,
  passwordResetMailWorkflow,
  retentionWorkflow,
  sweepWorkflow,
  usageWorkflow,
  versionProbeWorkflow,
  webhookDeliveryWorkflow,
  webhookRecoveryWorkflow,
  webhookRescueWorkflow,
];
for (const workflow of others) setWorkflowOptions(upgraded, workflow);

export {
  callAmendmentWorkflow,
  callWorkflow,
  passwordResetMailWorkflow,
  retentionWorkflow,
  sweepWorkflow,
  usageWorkflow,
  versionProbeWorkflow,
  webhookDeliveryWorkflow,
  webhookRecoveryWorkflow,
  webhookRescueWorkflow,
};
