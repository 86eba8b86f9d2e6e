import type { Verdict } from './verdict.ts';

/** Seconds to wait after the 1st, 2nd, … failed attempt. @see Standard Webhooks, "Deliverability and reliability" */
const delaysSeconds = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

const longestRetryAfterSeconds = 86_400;
const mostJitter = 0.1;

/** Attempts in all, the first included; after the last the delivery is dead. */
export const maxDeliveryAttempts = delaysSeconds.length + 1;

/** How many attempts an event has in all when the latest ended so. Few take two and a half hours. */
const attemptsAllowed: Record<Verdict, number> = { delivered: 0, retry: maxDeliveryAttempts, retryBriefly: 5, gone: 0 };

/**
 * How long to wait before the next attempt.
 * @param verdict on the attempt that just ended.
 * @param attempt its number, from 1.
 * @param jitter in [0, 1): spreads up to a tenth on top, so that a recovering endpoint is not hit at once.
 * @param retryAfterSeconds what the endpoint asked for: never earlier.
 * @returns milliseconds, or undefined when hope is over.
 */
export const retryDelayMs = (
  verdict: Verdict,
  attempt: number,
  jitter: number,
  retryAfterSeconds = 0,
): number | undefined => {
  const planned = attempt < attemptsAllowed[verdict] ? delaysSeconds[attempt - 1] : undefined;
  return planned === undefined
    ? undefined
    : Math.round(Math.max(planned, retryAfterSeconds) * (1 + jitter * mostJitter) * 1000);
};

/** Of a `Retry-After` header: seconds, or a date; 0 for what is neither, at most a day. @param now milliseconds. */
export const readRetryAfterSeconds = (value: string | undefined, now: number): number => {
  const text = value?.trim() ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000;
  return Number.isNaN(seconds) ? 0 : Math.min(Math.max(seconds, 0), longestRetryAfterSeconds);
};
