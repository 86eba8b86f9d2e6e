export { callWorkflow } from './call.ts';
export { callAmendmentWorkflow } from './callAmendment.ts';
export { endpointWorkflow } from './endpoint.ts';
export { retentionWorkflow } from './retention.ts';
export { passwordResetMailWorkflow } from './passwordResetMail.ts';
export { sweepWorkflow } from './sweep.ts';
export { usageWorkflow } from './usage.ts';
export { webhookRescueWorkflow } from './webhookRescue.ts';
