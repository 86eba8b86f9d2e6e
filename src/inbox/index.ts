export type { HandoverContext } from './handover.ts';
export { Inbox } from './inbox.ts';
export { insertWebhookEvents, markRelayed } from './store.ts';
export { sweep } from './sweep.ts';
export type { WebhookEventRow } from './webhookEventRow.ts';
