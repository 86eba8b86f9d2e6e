export { Batcher } from './batcher.ts';
export { handOver, type HandoverContext } from './handover.ts';
export { Inbox } from './inbox.ts';
export { lookForMissedCalls } from './missedCalls.ts';
export { startOverdueDeliveries } from './overdueDeliveries.ts';
export { startDeliveries } from './startDeliveries.ts';
export { insertWebhookEvents, markRelayed } from './store.ts';
export { sweep } from './sweep.ts';
export type { WebhookEventRow } from './webhookEventRow.ts';
