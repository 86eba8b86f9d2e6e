/** Seconds to wait after the 1st, 2nd, … failed attempt. @see Standard Webhooks, "Deliverability and reliability" */
const delaysSeconds = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

/** Attempts in all, the first included; after the last the delivery is dead. */
export const maxDeliveryAttempts = delaysSeconds.length + 1;

/**
 * How long to wait before the next attempt.
 * @param attempt the one that just failed, from 1.
 * @param jitter in [0, 1): spreads up to a tenth on top, so that a recovering endpoint is not hit at once.
 * @returns milliseconds, or undefined when hope is over.
 */
export const retryDelayMs = (attempt: number, jitter: number, retryAfterSeconds = 0): number | undefined => {
  const planned = delaysSeconds[attempt - 1];
  return planned === undefined
    ? undefined
    : Math.round(Math.max(planned, retryAfterSeconds) * (1 + jitter / 10) * 1000);
};
