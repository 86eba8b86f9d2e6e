import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Breaker } from './breaker.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const opened = (): Breaker => {
  const breaker = new Breaker();
  for (let failures = 0; failures < 3; failures += 1) breaker.failed();
  return breaker;
};

test('opens after three failures in a row, not after three failures', () => {
  const breaker = new Breaker();
  for (const isFailure of [true, true, false, true, true]) {
    if (isFailure) breaker.failed();
    else breaker.succeeded();
    expect(breaker.isOpen).toBe(false);
  }
  breaker.failed();
  expect(breaker.isOpen).toBe(true);
});

test('lets one try each second while it is open, until one succeeds', () => {
  const breaker = opened();
  expect(breaker.lets()).toBe(false);
  vi.advanceTimersByTime(1_000);
  expect([breaker.lets(), breaker.lets()]).toEqual([true, false]);
  vi.advanceTimersByTime(1_000);
  expect(breaker.lets()).toBe(true);
  breaker.succeeded();
  expect([breaker.isOpen, breaker.lets(), breaker.lets()]).toEqual([false, true, true]);
});
