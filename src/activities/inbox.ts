import { Context } from '@temporalio/activity';
import type { AppContext } from '../context.ts';
import {
  handOver,
  insertWebhookEvents,
  markRelayed,
  startOverdueDeliveries,
  sweep,
  type HandoverContext,
  type WebhookEventRow,
} from '../inbox/index.ts';

export const createInboxActivities = (ctx: AppContext, handover: HandoverContext) => ({
  /**
   * Writes a webhook that Temporal kept while PostgreSQL was down. Its call has heard of it, but could not read what it
   * says of people: now it can.
   */
  async recordWebhookEvent(row: WebhookEventRow): Promise<void> {
    for (const event of await insertWebhookEvents(ctx.orm, [row])) {
      await handOver(handover, event, [event]);
      await markRelayed(ctx.orm, [event.id]);
    }
  },

  /** @returns how many events were handed over. */
  async relayLeftovers(): Promise<number> {
    const { heartbeat, cancellationSignal } = Context.current();
    return sweep(ctx.orm, handover, ctx.logger, heartbeat, cancellationSignal);
  },

  /** @returns how many deliveries were looked at. */
  startOverdueDeliveries: (): Promise<number> => startOverdueDeliveries(ctx.orm, handover),
});
