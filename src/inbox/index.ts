export { CallIdentities } from './callIdentities.ts';
export { Inbox } from './inbox.ts';
export { Leftovers } from './leftovers.ts';
export type { RelayLag } from './relay.ts';
export { inboxCounts, insertWebhookEvents, markRelayed, stuckAttempts } from './store.ts';
export { fitting } from './trim.ts';
export type { WebhookEventRow } from './webhookEventRow.ts';
