export { attemptBuckets } from './attemptMetrics.ts';
export { createOutbox, type Outbox } from './outbox.ts';
export { servePage, type PageContext, type ServedPage } from './page.ts';
export { countParts, endCanceled } from './recoveryParts.ts';
export { wakeOverdue } from './overdue.ts';
export { createWakeEndpoints, type WakeEndpoints } from './wake.ts';
