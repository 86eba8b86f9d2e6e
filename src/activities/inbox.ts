import { Context } from '@temporalio/activity';
import type { AppContext } from '../context.ts';
import { insertWebhookEvents, markRelayed, sweep, type HandoverContext, type WebhookEventRow } from '../inbox/index.ts';
import { wakeOverdue, type Outbox } from '../outbox/index.ts';

export const createInboxActivities = (ctx: AppContext, handover: HandoverContext, outbox: Outbox) => ({
  /** Writes a webhook that Temporal kept while PostgreSQL was down. Its events have reached the call already. */
  async recordWebhookEvent(row: WebhookEventRow): Promise<void> {
    const waiting = await insertWebhookEvents(ctx.orm, [row]);
    if (waiting.length > 0)
      await markRelayed(
        ctx.orm,
        waiting.map(({ id }) => id),
      );
  },

  /** @returns how many events were handed over. */
  async relayLeftovers(): Promise<number> {
    const { heartbeat, cancellationSignal } = Context.current();
    return sweep(ctx.orm, handover, ctx.logger, heartbeat, cancellationSignal);
  },

  /** @returns how many endpoints were woken. */
  wakeOverdueEndpoints: (): Promise<number> => wakeOverdue(outbox, outbox.wakeEndpoints),
});
