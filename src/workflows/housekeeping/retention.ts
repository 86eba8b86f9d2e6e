import { proxyActivities } from '@temporalio/workflow';
import type { Activities, Purged } from '../../activities/index.ts';
import { housekeeping } from '../../temporal/policies.ts';

const { createPartitions } = proxyActivities<Activities>({ ...housekeeping, summary: 'Create partitions ahead' });
const { purgeExpired } = proxyActivities<Activities>({ ...housekeeping, summary: 'Delete what has expired' });

/** Started by a Schedule: expired rows must not pile up, and each week needs its partitions. */
export async function retentionWorkflow(): Promise<Purged> {
  // Where it fails, a long query was in the way: weeks remain to try again, and deleting does not depend on it.
  await createPartitions().catch(() => 0);
  return purgeExpired();
}
