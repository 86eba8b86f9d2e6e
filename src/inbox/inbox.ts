import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { Deadlines, within } from '../deadline.ts';
import { AppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { Batcher } from './batcher.ts';
import { handOver, rescue, type HandoverContext } from './handover.ts';
import { Meter } from './meter.ts';
import { Relay } from './relay.ts';
import { insertWebhookEvents, stormPerSecond, type WaitingEvent } from './store.ts';
import type { WebhookEventRow } from './webhookEventRow.ts';

/** Temporal on two cores does not get faster from more; what is above waits in PostgreSQL. */
const relayLimits = { maxConcurrent: 32, maxWaiting: 20_000 };

/** SignalWire hangs up after 5 s: what PostgreSQL has not committed by then goes to Temporal directly. */
const commitDeadlineMs = 2_000;

/** On top of that: with both down the provider hears it within its 5 s. */
const rescueDeadlineMs = 2_000;

/** Takes webhooks in. What `accept` has resolved for is never lost, whichever process dies next. */
export class Inbox {
  readonly #pool: Pool;
  readonly #context: HandoverContext;
  readonly #logger: Logger;
  readonly #relay: Relay;
  readonly #inserts: Batcher<WebhookEventRow, void>;
  readonly #arrivals = new Meter();
  readonly #commits = new Deadlines(commitDeadlineMs);

  constructor({ orm, systemPool }: { orm: MikroORM; systemPool: Pool }, context: HandoverContext, logger: Logger) {
    this.#pool = systemPool;
    this.#context = context;
    this.#logger = logger;
    const isStorm = () => this.#arrivals.perSecond > stormPerSecond;
    this.#relay = new Relay(orm, context, logger, { ...relayLimits, isStorm });
    this.#inserts = new Batcher((rows) => this.#insert(rows), { maxItems: 256, maxConcurrent: 2 });
  }

  /**
   * Resolves once the webhook is durable: committed to PostgreSQL or, while that is down, kept by Temporal.
   * @throws AppError `service.unavailable` when both are down: the provider must try again.
   */
  async accept(row: WebhookEventRow): Promise<void> {
    this.#arrivals.mark();
    try {
      await this.#commits.within('the commit', this.#inserts.add(row));
    } catch (error) {
      this.#logger.warn(
        { err: error, provider: row.provider, eventType: row.eventType },
        'PostgreSQL did not take a webhook',
      );
      await this.#acceptWithoutPostgres(row);
    }
  }

  /** Resolves when what was accepted has been handed over. */
  async flush(): Promise<void> {
    await this.#relay.drained();
  }

  async #insert(rows: WebhookEventRow[]): Promise<void[]> {
    // In one order everywhere, so that two batches with the same webhooks cannot block each other.
    const ordered = rows.toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1));
    for (const event of await insertWebhookEvents(this.#pool, ordered)) this.#relayLater(event);
    return rows.map(() => undefined);
  }

  #relayLater(event: WaitingEvent): void {
    if (!this.#relay.add(event)) this.#logger.debug({ event: event.id }, 'relay is full; left to the sweep');
  }

  async #acceptWithoutPostgres(row: WebhookEventRow): Promise<void> {
    const { tenantId, externalCallId, events } = row;
    const { temporal } = this.#context;
    const keep = async () => {
      await rescue(this.#context, row);
      if (externalCallId !== null && events.length > 0) {
        await handOver(this.#context, { tenantId, externalCallId }, events, row.id);
      }
    };
    try {
      // The client looks at the deadline only between its retries.
      await within(rescueDeadlineMs, 'Temporal', temporal.withDeadline(Date.now() + rescueDeadlineMs, keep));
    } catch (error) {
      throw new AppError('service.unavailable', undefined, { cause: error });
    }
  }
}
