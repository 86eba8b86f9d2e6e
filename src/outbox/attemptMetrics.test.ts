import { noopMetricMeter, type MetricMeter } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { expect, test } from 'vitest';
import { noteAttempt } from './attemptMetrics.ts';

type Delivery = Parameters<typeof noteAttempt>[0];

const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000);
const first: Delivery = { attempts: 0, nextAttemptAt: null, createdAt: secondsAgo(60) };
const attempt = { verdict: 'retry', durationMs: 15_000 } as const;

/** What an activity that notes this attempt adds to each metric. */
const noted = async (delivery: Delivery): Promise<Record<string, number>> => {
  const added: Record<string, number> = {};
  const note = (name: string) => (value: number) => void (added[name] = value);
  const metricMeter: MetricMeter = {
    withTags: () => noopMetricMeter,
    createGauge: (name, type) => noopMetricMeter.createGauge(name, type),
    createCounter: (name) => ({ ...noopMetricMeter.createCounter(name), add: note(name) }),
    createHistogram: (name, type) => ({ ...noopMetricMeter.createHistogram(name, type), record: note(name) }),
  };
  await new MockActivityEnvironment({}, { metricMeter }).run(async () => noteAttempt(delivery, attempt));
  return added;
};

test('an attempt is counted, and how long it took', async () => {
  expect(await noted({ ...first, attempts: 1 })).toEqual({
    webhook_delivery_attempts: 1,
    webhook_delivery_attempt_duration: 15,
  });
});

test('the lag of the first one ends when it begins', async () => {
  expect((await noted(first))['webhook_delivery_first_attempt_lag']).toBeCloseTo(45, 0);
});

test('the lag is never negative: clocks differ', async () => {
  expect((await noted({ ...first, createdAt: new Date() }))['webhook_delivery_first_attempt_lag']).toBe(0);
});

test('a delivery that is asked for again has no lag', async () => {
  expect(await noted({ ...first, nextAttemptAt: secondsAgo(0) })).not.toHaveProperty(
    'webhook_delivery_first_attempt_lag',
  );
});

test('outside of an activity nothing fails', () => {
  expect(() => noteAttempt(first, attempt)).not.toThrow();
});
