import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { housekeeping } from './policies.ts';

/** Started by a Schedule: hands over what a dead process had acknowledged but not relayed. */
export async function sweepWorkflow(): Promise<number> {
  const { relayLeftovers } = proxyActivities<Activities>({ ...housekeeping, summary: 'Relay leftovers' });
  return relayLeftovers();
}
