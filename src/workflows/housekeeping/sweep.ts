import { patched, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import { leftoverSweep, overdueWakeUp, overdueWork } from '../../temporal/policies.ts';

/** Started by a Schedule: takes on what dead processes had promised and not begun, and announces work that people have left undone. */
export async function sweepWorkflow(): Promise<number> {
  const { relayLeftovers } = proxyActivities<Activities>({ ...leftoverSweep, summary: 'Relay leftovers' });
  const { wakeOverdueEndpoints } = proxyActivities<Activities>({
    ...overdueWakeUp,
    summary: 'Wake endpoints with overdue deliveries',
  });
  const { announceOverdueWork } = proxyActivities<Activities>({ ...overdueWork, summary: 'Announce overdue work' });
  const work = [relayLeftovers(), wakeOverdueEndpoints()];
  // A sweep that began before there was such work goes on without.
  if (patched('overdue-work')) work.push(announceOverdueWork());
  const [relayed = 0] = await Promise.all(work);
  return relayed;
}
