import {
  ActivityCancellationType,
  type ActivityOptions,
  type LocalActivityOptions,
  type Priority,
} from '@temporalio/common';
import { longestDeliverySeconds } from '../domain/retrySchedule.ts';

/**
 * Our own PostgreSQL answers in milliseconds; what takes longer is a fault, see `databasePatience`. While a local activity
 * runs, its workflow answers neither query nor update: one attempt, and no more than a second.
 */
export const databaseWrite = {
  startToCloseTimeout: '1s',
  scheduleToCloseTimeout: '2s',
  retry: { maximumAttempts: 1 },
} as const satisfies LocalActivityOptions;

/**
 * PostgreSQL stays away: wait as long as it takes, visible to operators as a pending activity with its error. Where the
 * worker or PostgreSQL dies, a call is told within half a minute.
 */
export const databasePatience = {
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10s' },
} as const satisfies ActivityOptions;

/** A vendor's REST API: answers in a second or is down for a while; the watchdog comes back later anyway. */
export const vendorQuestion = {
  startToCloseTimeout: '15s',
  scheduleToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumAttempts: 3 },
} as const satisfies ActivityOptions;

/** Carriers put a price on a call seconds to minutes after its end. The activity says when it asks (`nextRetryDelay`). */
export const vendorPrice = {
  startToCloseTimeout: '15s',
  // Where the worker has died in the middle of a question.
  retry: { initialInterval: '2s', backoffCoefficient: 2, maximumInterval: '1 minute', maximumAttempts: 10 },
} as const satisfies ActivityOptions;

/** A healthy endpoint takes its events at the first attempt; a hanging one is given up after 15 s each. */
export const firstDelivery = {
  startToCloseTimeout: '90s',
  // Where the worker has died, or never got the task: workflows of their own take over sooner.
  heartbeatTimeout: '20s',
  // An outage of the delivery workers must not hold the call open for long: workflows of their own take over.
  scheduleToCloseTimeout: '5 minutes',
  retry: { maximumAttempts: 1 },
} as const satisfies ActivityOptions;

/** How long a call's next events wait for those before them. An endpoint that is well answers sooner. */
export const orderPatience = '3s';

/** A customer's n8n may be down for a weekend; the activity says when to come back (`nextRetryDelay`). */
export const furtherDeliveries = {
  // It waits for its slot and for a place for 1.5 s each, then for the answer for 15 s; PostgreSQL may take its time.
  startToCloseTimeout: '40s',
  // A day on top: an endpoint that always asks for the longest wait still has its last attempt, and its dead letter.
  scheduleToCloseTimeout: (longestDeliverySeconds + 86_400) * 1000,
  // Not counted here: the activity knows when hope is over, and comes back by itself while its endpoint is busy.
  retry: { initialInterval: '5s', maximumInterval: '1 minute' },
} as const satisfies ActivityOptions;

/** A page is at most some seconds of deliveries, each of which may hang for 15 s or wait its turn. */
export const recoveryPage = {
  startToCloseTimeout: '90s',
  // Where the worker has died: another goes on from its last heartbeat.
  heartbeatTimeout: '20s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
  // What the page comes to is counted.
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
} as const satisfies ActivityOptions;

/** A recovery waits for an endpoint that fails again and again: longer each time, until it is back or disabled. */
export const shortestPauseSeconds = 30;
export const longestPauseSeconds = 600;

/** Work of the Schedules, which come again anyway. */
export const housekeeping = {
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '30s',
  retry: { maximumAttempts: 1 },
} as const satisfies ActivityOptions;

/** Tenants are asked about one after the other, some at a time. */
export const missedCallsQuestion = {
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '10s', maximumAttempts: 3 },
} as const satisfies ActivityOptions;

/** Before the first round, and before each further one for those whose providers could not be asked. */
export const missedCallsPauses = [0, '1 minute', '5 minutes', '25 minutes'] as const;

/** A page of starts, some milliseconds each. */
export const overdueStart = {
  startToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 1 },
} as const satisfies ActivityOptions;

/** Somebody waits for it: whoever has waited for two hours has asked again, or has remembered. */
export const awaitedMail = {
  // The mailer gives up after 30 s.
  startToCloseTimeout: '45s',
  scheduleToCloseTimeout: '2 hours',
  retry: { initialInterval: '2s', backoffCoefficient: 2, maximumInterval: '1 minute' },
} as const satisfies ActivityOptions;

/** How many times each provider of a silent call may answer that it knows nothing before the call is closed as lost. */
export const maxUnansweredQuestions = 3;

/** How long to wait before a silent call's providers are asked (again): longer while they cannot be reached. */
export const questionPause = (watchdogSeconds: number, timesUnreached: number): number =>
  watchdogSeconds * Math.min(2 ** timesUnreached, 6);

/** Live calls come before deliveries, those before recoveries and sweeps; within each, tenants take turns. */
export const callPriority = (tenantId: string): Priority => ({ priorityKey: 2, fairnessKey: tenantId });
export const deliveryPriority = (tenantId: string): Priority => ({ priorityKey: 4, fairnessKey: tenantId });
export const recoveryPriority = (tenantId: string): Priority => ({ priorityKey: 5, fairnessKey: tenantId });
