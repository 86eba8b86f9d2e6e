import { Context } from '@temporalio/activity';
import type { Leftovers, WebhookEventRow } from '../inbox/index.ts';
import { wakeOverdue, type Outbox } from '../outbox/index.ts';
import { whileBeating } from './heartbeat.ts';

export const createInboxActivities = (leftovers: Leftovers, outbox: Outbox) => ({
  /** Writes a webhook that Temporal kept while PostgreSQL was away, and hands it over. */
  recordWebhookEvent: (row: WebhookEventRow): Promise<void> => leftovers.write(row),

  /** @returns how many events were claimed. */
  relayLeftovers: (): Promise<number> => {
    const { cancellationSignal } = Context.current();
    return whileBeating(() => leftovers.sweep(cancellationSignal));
  },

  /** @returns how many endpoints were woken. */
  wakeOverdueEndpoints: (): Promise<number> => wakeOverdue(outbox, outbox.wakeEndpoints),
});
