import { setTimeout as sleep } from 'node:timers/promises';
import type { AppContext } from '../../context.ts';
import { lookForMissedCalls } from '../../temporal/start/callGap.ts';

const retryMs = 5_000;

/** Temporal may come up after us: asks until it has taken the request, or the API stops. */
export const lookForMissedCallsOnce = async (
  { temporal, config, logger }: Pick<AppContext, 'temporal' | 'config' | 'logger'>,
  startedAt: Date,
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    try {
      await temporal.withDeadline(Date.now() + retryMs, () =>
        lookForMissedCalls({ temporal, taskQueue: config.temporal.taskQueue }, startedAt),
      );
      return;
    } catch (error) {
      if (signal.aborted) return;
      logger.debug({ err: error }, 'missed calls cannot be looked for yet');
    }
    await sleep(retryMs, undefined, { ref: false, signal }).catch(() => undefined);
  }
};
