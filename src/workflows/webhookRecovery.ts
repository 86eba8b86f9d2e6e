import { CancelledFailure } from '@temporalio/common';
import {
  CancellationScope,
  continueAsNew,
  proxyActivities,
  setCurrentDetails,
  sleep,
  upsertMemo,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { progressOf, type RecoveryLine, type RecoveryProgress } from '../domain/recovery.ts';
import type { RecoveryInput } from './messages.ts';
import { longestPauseSeconds, recoveryPage, recoveryPriority, shortestPauseSeconds } from './policies.ts';

const describeForOperators = ({ total, lookedAt, delivered, failed }: RecoveryProgress): string =>
  `**${lookedAt} of ${total}** looked at · ${delivered} delivered · ${failed} left to their retries`;

/** Delivers again what endpoints have missed: oldest first, one after the other at each endpoint, the endpoints side by side. */
export async function webhookRecoveryWorkflow(input: RecoveryInput): Promise<RecoveryProgress> {
  const { tenantId, filter } = input;
  const { planRecovery, recoverPage } = proxyActivities<Activities>({
    ...recoveryPage,
    taskQueue: `${workflowInfo().taskQueue}-deliveries`,
    priority: recoveryPriority(tenantId),
    summary: 'Deliver again',
  });
  const lines = input.lines ?? (await planRecovery({ tenantId, filter }));

  const show = (): void => {
    const progress = progressOf(lines);
    // In the memo it can be read without a worker, and after the end.
    upsertMemo({ progress, startedAt: filter.startedAt });
    setCurrentDetails(describeForOperators(progress));
  };
  const follow = async (line: RecoveryLine): Promise<void> => {
    let pauseSeconds = shortestPauseSeconds;
    while (!line.isDone && !workflowInfo().continueAsNewSuggested) {
      const page = await recoverPage({ tenantId, filter, line });
      Object.assign(line, page.line);
      show();
      if (page.isFailing) await sleep(pauseSeconds * 1000);
      pauseSeconds = page.isFailing ? Math.min(pauseSeconds * 2, longestPauseSeconds) : shortestPauseSeconds;
    }
  };

  show();
  await Promise.all(lines.map(follow));
  if (lines.some(({ isDone }) => !isDone)) {
    // Cancelled during a run's last page: the next run would not know.
    if (CancellationScope.current().consideredCancelled) throw new CancelledFailure('the recovery was cancelled');
    await continueAsNew<typeof webhookRecoveryWorkflow>({ ...input, lines });
  }
  return progressOf(lines);
}
