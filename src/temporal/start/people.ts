import type { UserKey } from '../../domain/ids.ts';
import { passwordResetWorkflowId } from '../ids.ts';
import type { PasswordResetMailWorkflow } from '../messages.ts';
import { deliveryPriority } from '../policies.ts';
import { ofTenant, type Starter } from './starter.ts';

/** Has a link mailed that sets a new password. While one is being mailed, no second one follows. */
export const startPasswordResetMail = async ({ temporal, taskQueue }: Starter, user: UserKey): Promise<void> => {
  await temporal.workflow.start<PasswordResetMailWorkflow>('passwordResetMailWorkflow', {
    taskQueue,
    workflowId: passwordResetWorkflowId(user),
    args: [user],
    workflowIdConflictPolicy: 'USE_EXISTING',
    priority: deliveryPriority(user.tenantId),
    typedSearchAttributes: ofTenant(user.tenantId),
    staticSummary: 'Mail a link that sets a new password',
  });
};
