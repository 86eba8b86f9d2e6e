import { proxyActivities } from '@temporalio/workflow';
import type { Activities, Purged } from '../activities/index.ts';
import { housekeeping } from './policies.ts';

/** Started by a Schedule: expired rows must not pile up. */
export async function retentionWorkflow(): Promise<Purged> {
  const { purgeExpired } = proxyActivities<Activities>({ ...housekeeping, summary: 'Delete what has expired' });
  return purgeExpired();
}
