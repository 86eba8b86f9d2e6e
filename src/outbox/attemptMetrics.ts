import { asyncLocalStorage } from '@temporalio/activity';
import type { WebhookDelivery } from '../db/entities.ts';
import type { Attempt } from './sender.ts';

/** In seconds: endpoints answer within milliseconds or hang for 15 s, and an event may wait for a worker for hours. */
export const attemptBuckets = {
  webhook_delivery_attempt_duration: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15],
  webhook_delivery_first_attempt_lag: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800, 7_200],
};

/**
 * Counts an attempt that has just been made in the worker's metrics. Not by endpoint: there may be thousands. Does
 * nothing outside an activity.
 * @param delivery as it was before the attempt.
 * @param isHeldUp it had to wait until its endpoint took events again.
 */
export const noteAttempt = (
  delivery: Pick<WebhookDelivery, 'attempts' | 'nextAttemptAt' | 'createdAt'>,
  { verdict, durationMs }: Pick<Attempt, 'verdict' | 'durationMs'>,
  isHeldUp = false,
): void => {
  const meter = asyncLocalStorage.getStore()?.metricMeter;
  if (!meter) return;
  meter.createCounter('webhook_delivery_attempts', '', 'Attempts to deliver, by what came of them').add(1, { verdict });
  meter
    .createHistogram('webhook_delivery_attempt_duration', 'float', 'seconds', 'How long attempts to deliver took')
    .record(durationMs / 1000, { verdict });
  // A delivery that a person asked for later, or that its endpoint held up, says nothing about our pace.
  if (isHeldUp || delivery.attempts > 0 || delivery.nextAttemptAt !== null) return;
  const lagMs = Date.now() - durationMs - delivery.createdAt.getTime();
  meter
    .createHistogram('webhook_delivery_first_attempt_lag', 'float', 'seconds', 'From an event to its first attempt')
    // PostgreSQL's clock may be ahead of ours.
    .record(Math.max(0, lagMs) / 1000);
};
