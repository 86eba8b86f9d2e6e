import type { AppContext } from '../../context.ts';
import { User } from '../../db/entities.ts';
import { systemEm } from '../../db/core/tenancy.ts';
import { startPasswordResetMail } from '../../temporal/start/people.ts';

/** Has a link mailed to the user who signs in with the address. A user who is deactivated, or still invited, gets none. */
export const mailPasswordReset = async (
  { orm, temporal, config }: Pick<AppContext, 'orm' | 'temporal' | 'config'>,
  email: string,
): Promise<void> => {
  // SYSTEM: the address is how we learn the tenant.
  const user = await systemEm(orm).findOne(User, { email, deactivatedAt: null, passwordHash: { $ne: null } });
  if (!user) return;
  const starter = { temporal, taskQueue: config.temporal.taskQueue };
  await startPasswordResetMail(starter, { tenantId: user.tenantId, userId: user.id });
};
