import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import { housekeeping } from '../../temporal/policies.ts';

/** Started by a Schedule: somewhere a day has ended. */
export async function usageWorkflow(): Promise<number> {
  const { reportUsage } = proxyActivities<Activities>({ ...housekeeping, summary: 'Report the usage of past days' });
  return reportUsage();
}
