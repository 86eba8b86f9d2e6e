import { proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import type { UserKey } from '../../domain/ids.ts';
import { awaitedMail } from '../../temporal/policies.ts';

/** Mails a user the link that sets a new password. */
export async function passwordResetMailWorkflow(user: UserKey): Promise<void> {
  const { mailPasswordReset } = proxyActivities<Activities>({
    ...awaitedMail,
    taskQueue: `${workflowInfo().taskQueue}-deliveries`,
    summary: 'Mail the link',
  });
  await mailPasswordReset(user);
  // A user who asks again meanwhile finds this run: one mail a minute, and only one waiting while no mail leaves.
  await sleep('1 minute');
}
