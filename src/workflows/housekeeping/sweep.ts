import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import { leftoverSweep, overdueWakeUp } from '../../temporal/policies.ts';

/** Started by a Schedule: takes on what dead processes had promised and not begun, webhooks and deliveries. */
export async function sweepWorkflow(): Promise<number> {
  const { relayLeftovers } = proxyActivities<Activities>({ ...leftoverSweep, summary: 'Relay leftovers' });
  const { wakeOverdueEndpoints } = proxyActivities<Activities>({
    ...overdueWakeUp,
    summary: 'Wake endpoints with overdue deliveries',
  });
  const [relayed] = await Promise.all([relayLeftovers(), wakeOverdueEndpoints()]);
  return relayed;
}
