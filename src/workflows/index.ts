import { setWorkflowOptions, type Workflow } from '@temporalio/workflow';
import { callWorkflow } from './call.ts';
import { callAmendmentWorkflow } from './callAmendment.ts';
import { callGapWorkflow } from './callGap.ts';
import { endpointWorkflow } from './endpoint.ts';
import { passwordResetMailWorkflow } from './passwordResetMail.ts';
import { retentionWorkflow } from './retention.ts';
import { sweepWorkflow } from './sweep.ts';
import { usageWorkflow } from './usage.ts';
import { versionProbeWorkflow } from './versionProbe.ts';
import { webhookRescueWorkflow } from './webhookRescue.ts';

/** Runs to its end on the code it began with: long, and its code may change as it likes. */
setWorkflowOptions({ versioningBehavior: 'PINNED' }, callWorkflow);

/** Goes on with the current code, which must replay its history: short, or so long that it would keep old code for days. */
const upgraded: Workflow[] = [
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
for (const workflow of upgraded) setWorkflowOptions({ versioningBehavior: 'AUTO_UPGRADE' }, workflow);

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
