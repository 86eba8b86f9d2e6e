import { proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities, MissedCallsInput } from '../../activities/index.ts';
import type { CallGapInput } from '../../temporal/messages.ts';
import { missedCallsPauses, missedCallsQuestion } from '../../temporal/policies.ts';

/** Webhooks arrive again: a week may have gone by without one. */
const afterStart = { maxDays: 7, quietSeconds: 0 };

/** Nothing says that webhooks do not arrive, other than that none does. */
const everyHour = { maxDays: 1, quietSeconds: 900 };

/**
 * Finds the calls of which no webhook has reached us, by asking the providers: started by an API that starts, and each
 * hour by a Schedule.
 * @returns how many there were.
 */
export async function callGapWorkflow({ before }: CallGapInput = {}): Promise<number> {
  const { findMissedCalls } = proxyActivities<Activities>({ ...missedCallsQuestion, summary: 'Ask for missed calls' });
  const input: MissedCallsInput = {
    before: before ?? new Date().toISOString(),
    ...(before === undefined ? everyHour : afterStart),
  };
  let total = 0;
  for (const pause of missedCallsPauses) {
    if (pause !== 0) await sleep(pause);
    const { found, unreached } = await findMissedCalls(input);
    total += found;
    input.tenantIds = unreached;
    if (unreached.length === 0) break;
  }
  return total;
}
