import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';

/** Started by a Schedule: hands over what a dead process had acknowledged but not relayed. */
export async function sweepWorkflow(): Promise<number> {
  const { relayLeftovers } = proxyActivities<Activities>({
    startToCloseTimeout: '10 minutes',
    heartbeatTimeout: '30s',
    // The Schedule comes again anyway.
    retry: { maximumAttempts: 1 },
    summary: 'Relay leftovers',
  });
  return relayLeftovers();
}
