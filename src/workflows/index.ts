export { callWorkflow } from './call.ts';
export { callAmendmentWorkflow } from './callAmendment.ts';
export { retentionWorkflow } from './retention.ts';
export { passwordResetMailWorkflow } from './passwordResetMail.ts';
export { sweepWorkflow } from './sweep.ts';
export { webhookDeliveryWorkflow } from './webhookDelivery.ts';
export { webhookRecoveryWorkflow } from './webhookRecovery.ts';
export { webhookRescueWorkflow } from './webhookRescue.ts';
