import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { Deadlines, isTimeout, within } from '../deadline.ts';
import { AppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { Batcher } from '../batcher.ts';
import { Breaker } from './breaker.ts';
import type { CallStarter } from '../temporal/start/calls.ts';
import { rescueWebhook } from '../temporal/start/webhooks.ts';
import { insertEach, isRowsFault } from './insertEach.ts';
import { Meter } from './meter.ts';
import { Patience } from './patience.ts';
import { Relay, type RelayLag } from './relay.ts';
import { stormBacklog, stormPerSecond } from './storm.ts';
import type { ClaimedEvent } from './store.ts';
import type { WebhookEventRow } from './webhookEventRow.ts';

/** Temporal on two cores does not get faster from more; what is above waits in PostgreSQL. */
const relayLimits = { maxConcurrent: 32, maxWaiting: 20_000 };

/** However busy we are: SignalWire hangs up after 5 s. */
const longestWaitMs = 2_000;

/** On top of the patience with PostgreSQL: with both down the provider hears it within 2 s. */
const rescueDeadlineMs = 1_200;

/** Takes webhooks in. What `accept` has resolved for is never lost, whichever process dies next. */
export class Inbox {
  readonly #starter: CallStarter;
  readonly #logger: Logger;
  readonly #commitPatienceMs: number;
  readonly #deadlines: Deadlines;
  readonly #relay: Relay;
  readonly #inserts: Batcher<WebhookEventRow, Error | undefined>;
  readonly #breaker = new Breaker();
  readonly #arrivals = new Meter();
  readonly #patience = new Patience((events) => this.#relayTogether(events));
  #commits = 0;

  /** @param commitPatienceMs how long PostgreSQL may go without a commit before a webhook goes to Temporal directly. */
  constructor(
    { orm, systemPool }: { orm: MikroORM; systemPool: Pool },
    starter: CallStarter,
    logger: Logger,
    commitPatienceMs: number,
  ) {
    this.#starter = starter;
    this.#logger = logger;
    this.#commitPatienceMs = commitPatienceMs;
    this.#deadlines = new Deadlines(commitPatienceMs);
    const isStorm = () => this.#arrivals.perSecond > stormPerSecond && this.#relay.lag.waiting > stormBacklog;
    this.#relay = new Relay(orm, starter, logger, { ...relayLimits, isStorm });
    const insert = async (rows: WebhookEventRow[]) => {
      const outcomes = await insertEach(systemPool, rows, (event) => this.#patience.add(event));
      this.#commits += 1;
      this.#breaker.succeeded();
      return outcomes;
    };
    this.#inserts = new Batcher(insert, { maxItems: 256, maxConcurrent: 2 });
  }

  /** What this process has taken in and not handed over yet. */
  get lag(): RelayLag {
    return this.#relay.lag;
  }

  /**
   * Resolves once the webhook is durable: committed to PostgreSQL or, while that is down or slow, kept by Temporal.
   * @throws AppError `service.unavailable` when neither takes it: the provider must try again.
   */
  async accept(row: WebhookEventRow): Promise<void> {
    if (row.events.length > 0) this.#arrivals.mark();
    const isTrusted = !this.#breaker.isOpen;
    const inserted = this.#breaker.lets() ? this.#insert(row) : undefined;
    try {
      if (inserted && isTrusted) return await this.#committed(inserted);
    } catch (error) {
      if (!isRowsFault(error)) this.#breaker.failed();
      this.#logger.warn(
        { err: error, provider: row.provider, eventType: row.eventType },
        'PostgreSQL did not take a webhook',
      );
    }
    try {
      await this.#keepInTemporal(row, inserted);
    } catch {
      await this.#lastResort(inserted ?? this.#insert(row));
    }
  }

  /** Resolves when what was accepted has been handed over. */
  async flush(): Promise<void> {
    this.#patience.flush();
    await this.#relay.drained();
  }

  async #insert(row: WebhookEventRow): Promise<void> {
    const fault = await this.#inserts.add(row);
    if (fault) throw fault;
  }

  /** As long as PostgreSQL commits what came before, it is not slow: we are busy. */
  async #committed(inserted: Promise<void>): Promise<void> {
    const endAt = performance.now() + longestWaitMs;
    for (;;) {
      const commits = this.#commits;
      try {
        return await this.#deadlines.within('the commit', inserted);
      } catch (error) {
        if (!isTimeout(error) || this.#commits === commits || performance.now() > endAt) throw error;
      }
    }
  }

  #relayTogether(events: ClaimedEvent[]): void {
    if (!this.#relay.add(...events))
      this.#logger.debug({ subject: events[0]?.subject }, 'relay is full; left to the sweep');
  }

  /** @param inserted an attempt that still goes on, and may be the first to succeed. */
  async #keepInTemporal(row: WebhookEventRow, inserted: Promise<void> | undefined): Promise<void> {
    const { temporal } = this.#starter;
    const kept = temporal.withDeadline(Date.now() + rescueDeadlineMs, () => rescueWebhook(this.#starter, row));
    // The client looks at the deadline only between its retries.
    await within(rescueDeadlineMs, 'Temporal', Promise.any(inserted ? [kept, inserted] : [kept]));
  }

  /** PostgreSQL may be back since it was last asked. */
  async #lastResort(inserted: Promise<void>): Promise<void> {
    try {
      await within(this.#commitPatienceMs, 'the commit', inserted);
    } catch (error) {
      throw new AppError('service.unavailable', undefined, { cause: error });
    }
  }
}
