import { expect, test } from 'vitest';
import type { Verdict } from './verdict.ts';
import { maxDeliveryAttempts, readRetryAfterSeconds, retryDelayMs } from './retrySchedule.ts';

/** All waits in seconds, from the first failed attempt until hope is over. */
const waits = (verdict: Verdict, jitter = 0, retryAfterSeconds = 0): number[] => {
  const delays: number[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const delayMs = retryDelayMs(verdict, attempt, jitter, retryAfterSeconds);
    if (delayMs === undefined) return delays;
    delays.push(delayMs / 1000);
  }
};

const day = 86_400;

test('the schedule of Standard Webhooks', () => {
  expect(waits('retry')).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, day]);
  expect(waits('retry')).toHaveLength(maxDeliveryAttempts - 1);
});

test('what only a hand can change is given up after five attempts', () => {
  expect(waits('retryBriefly')).toEqual([5, 300, 1_800, 7_200]);
  // An outage that ends in a refusal has had its time.
  expect(retryDelayMs('retryBriefly', 7, 0)).toBeUndefined();
});

test('nothing more after a delivery, or to an endpoint that is gone', () => {
  expect(waits('delivered')).toEqual([]);
  expect(waits('gone')).toEqual([]);
});

test('jitter adds up to a tenth, and never goes below what the endpoint asked for', () => {
  expect(retryDelayMs('retry', 1, 0.5)).toBe(5_250);
  expect(retryDelayMs('retry', 1, 0, 60)).toBe(60_000);
  expect(retryDelayMs('retry', 1, 0.999, 60)).toBeLessThan(66_000);
  expect(retryDelayMs('retry', 2, 0, 60)).toBe(300_000);
});

const now = Date.parse('2026-11-20T15:20:00Z');
test.each([
  ['120', 120],
  [' 7 ', 7],
  ['0', 0],
  ['Fri, 20 Nov 2026 15:21:30 GMT', 90],
  ['Friday, 20-Nov-26 15:21:30 GMT', 90],
  ['Fri, 20 Nov 2026 15:00:00 GMT', 0],
  ['Fri, 20 Nov 2037 15:00:00 GMT', day],
  ['99999999999999999999', day],
  ['9'.repeat(400), day],
  ['-5', 0],
  ['soon', 0],
  ['', 0],
  [undefined, 0],
])('Retry-After: %s', (value, seconds) => {
  expect(readRetryAfterSeconds(value, now)).toBe(seconds);
});
