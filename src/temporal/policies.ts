import type { ActivityOptions, LocalActivityOptions, Priority } from '@temporalio/common';

/**
 * Our own PostgreSQL answers in milliseconds; what takes longer is a fault, see `databasePatience`. While a local activity
 * runs, its workflow answers neither query nor update: one attempt of no more than a second, and half a second more where it has
 * to wait for its turn. What ends later is taken over by the activity that follows (`activities/adoption.ts`).
 */
export const databaseWrite = {
  startToCloseTimeout: '1s',
  scheduleToCloseTimeout: '1500ms',
  retry: { maximumAttempts: 1 },
} as const satisfies LocalActivityOptions;

/**
 * PostgreSQL stays away: wait as long as it takes, visible to operators as a pending activity with its error. Where the
 * worker or PostgreSQL dies, a call is reported within half a minute.
 */
export const databasePatience = {
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10s' },
} as const satisfies ActivityOptions;

/**
 * Of a tool call's time the update gets so much, more than a call waits for a worker that was killed; then the API does the same by
 * itself, since whichever commits first wins. What is still under way when the time is over gets `lastLookMs`.
 */
export const toolPatience = { updateMs: 2_500, lastLookMs: 1_000 } as const;

/** One transaction of ours; until the call's expiry it is tried again. */
export const toolEffect = {
  startToCloseTimeout: '4s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '1s' },
} as const satisfies ActivityOptions;

/** A vendor's REST API: answers in a second or is down for a while; the watchdog comes back later anyway. */
export const vendorQuestion = {
  startToCloseTimeout: '15s',
  scheduleToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumAttempts: 3 },
} as const satisfies ActivityOptions;

/** A sentence, for which there are ten seconds, the end, and ten more in which the carrier is asked whether it is over. */
export const callEnd = {
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '2s', backoffCoefficient: 2, maximumAttempts: 5 },
} as const satisfies ActivityOptions;

/** Carriers put a price on a call seconds to minutes after its end. The activity says when it asks (`nextRetryDelay`). */
export const vendorPrice = {
  startToCloseTimeout: '15s',
  // Where the worker has died in the middle of a question.
  retry: { initialInterval: '2s', backoffCoefficient: 2, maximumInterval: '1 minute', maximumAttempts: 10 },
} as const satisfies ActivityOptions;

/** A page is some seconds of deliveries, of which the last may hang for 15 s, and wait for PostgreSQL for a minute. */
export const endpointPage = {
  startToCloseTimeout: '2 minutes',
  // Where the worker has died: another takes over once its claims have run out.
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '15s' },
} as const satisfies ActivityOptions;

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

/** Webhooks whose process died before it handed them over: where the worker dies, another goes on before the next sweep is due. */
export const leftoverSweep = {
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '12s',
  retry: { initialInterval: '1s', maximumAttempts: 3 },
} as const satisfies ActivityOptions;

/** A webhook that was acknowledged: written within seconds of PostgreSQL's return, however long it was away. */
export const webhookRescue = {
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10s' },
} as const satisfies ActivityOptions;

/** A page of signals, some milliseconds each. */
export const overdueWakeUp = {
  startToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 1 },
} as const satisfies ActivityOptions;

/** Some transactions for each tenant that has left something undone; the next sweep goes on. */
export const overdueWork = {
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '20s',
  retry: { maximumAttempts: 1 },
} as const satisfies ActivityOptions;

/** A user waits for it, and after two hours has asked again, or has remembered. */
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

/** Live calls come before deliveries, those before sweeps; within each, tenants take turns. */
export const callPriority = (tenantId: string): Priority => ({ priorityKey: 2, fairnessKey: tenantId });
export const deliveryPriority = (tenantId: string): Priority => ({ priorityKey: 4, fairnessKey: tenantId });
