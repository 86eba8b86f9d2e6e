import { Context } from '@temporalio/activity';
import type { AppContext } from '../context.ts';
import {
  insertWebhookEvents,
  markRelayed,
  startOverdueDeliveries,
  sweep,
  type HandoverContext,
  type WebhookEventRow,
} from '../inbox/index.ts';

export const createInboxActivities = (ctx: AppContext, handover: HandoverContext) => ({
  /** Writes a webhook that Temporal kept while PostgreSQL was down. Its events have reached the call already. */
  async recordWebhookEvent(row: WebhookEventRow): Promise<void> {
    const waiting = await insertWebhookEvents(ctx.systemPool, [row]);
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

  /** @returns how many deliveries were looked at. */
  startOverdueDeliveries: (): Promise<number> => startOverdueDeliveries(ctx.orm, handover),
});
