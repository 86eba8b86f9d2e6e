import { TypedSearchAttributes } from '@temporalio/common';
import type { AppContext } from '../../context.ts';
import { User } from '../../db/entities.ts';
import { systemEm } from '../../db/core/tenancy.ts';
import { passwordResetWorkflowId } from '../../domain/ids.ts';
import type { PasswordResetMailWorkflow } from '../../temporal/messages.ts';
import { deliveryPriority } from '../../temporal/policies.ts';
import { searchAttributes } from '../../temporal/searchAttributes.ts';

/** Has a link mailed to whoever signs in with the address. Whoever is deactivated, or still invited, gets none. */
export const mailPasswordReset = async (
  { orm, temporal, config }: Pick<AppContext, 'orm' | 'temporal' | 'config'>,
  email: string,
): Promise<void> => {
  // SYSTEM: the address is how we learn the tenant.
  const user = await systemEm(orm).findOne(User, { email, deactivatedAt: null, passwordHash: { $ne: null } });
  if (!user) return;
  const key = { tenantId: user.tenantId, userId: user.id };
  await temporal.workflow.start<PasswordResetMailWorkflow>('passwordResetMailWorkflow', {
    taskQueue: config.temporal.taskQueue,
    workflowId: passwordResetWorkflowId(key),
    args: [key],
    workflowIdConflictPolicy: 'USE_EXISTING',
    priority: deliveryPriority(key.tenantId),
    typedSearchAttributes: new TypedSearchAttributes([{ key: searchAttributes.tenantId, value: key.tenantId }]),
    staticSummary: 'Mail a link that sets a new password',
  });
};
