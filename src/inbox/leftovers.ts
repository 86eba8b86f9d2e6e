import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import type { Logger } from '../logger.ts';
import { Batcher } from '../batcher.ts';
import type { CallStarter } from '../temporal/start/calls.ts';
import { insertEach } from './insertEach.ts';
import { Relay } from './relay.ts';
import { claimLeftovers, isStorming } from './store.ts';
import { stormPerSecond } from './storm.ts';
import type { WebhookEventRow } from './webhookEventRow.ts';

const maxConcurrent = 8;
const pageSize = 500;

/** A worker's part: what the processes that took webhooks in could not write or hand over. */
export class Leftovers {
  readonly #orm: MikroORM;
  readonly #starter: CallStarter;
  readonly #logger: Logger;
  readonly #rescued: Relay;
  readonly #inserts: Batcher<WebhookEventRow, Error | undefined>;

  constructor({ orm, systemPool }: { orm: MikroORM; systemPool: Pool }, starter: CallStarter, logger: Logger) {
    this.#orm = orm;
    this.#starter = starter;
    this.#logger = logger;
    this.#rescued = new Relay(orm, starter, logger, { maxConcurrent, maxWaiting: pageSize, isStorm: () => false });
    // After an outage there are as many of them as webhooks came meanwhile.
    const insert = (rows: WebhookEventRow[]) => insertEach(systemPool, rows, (event) => void this.#rescued.add(event));
    this.#inserts = new Batcher(insert, { maxItems: 100, maxConcurrent: 2 });
  }

  /** Commits the row, unrelayed, and hands it over: what does not succeed at once, a sweep does. */
  async write(row: WebhookEventRow): Promise<void> {
    const fault = await this.#inserts.add(row);
    if (fault) throw fault;
  }

  /** Resolves when what was written has been handed over. */
  async flush(): Promise<void> {
    await this.#rescued.drained();
  }

  /**
   * Claims and relays what dead processes, or a full relay, left behind, page by page; what fails waits for a later sweep.
   * @param signal leaves what is not under way yet.
   * @returns how many events were claimed.
   */
  async sweep(signal: AbortSignal): Promise<number> {
    for (let total = 0; ;) {
      signal.throwIfAborted();
      const storm = await isStorming(this.#orm, stormPerSecond);
      const options = { maxConcurrent, maxWaiting: pageSize, isStorm: () => storm, signal };
      const relay = new Relay(this.#orm, this.#starter, this.#logger, options);
      const events = await claimLeftovers(this.#orm, pageSize);
      for (const event of events) relay.add(event);
      await relay.drained();
      total += events.length;
      if (events.length < pageSize) return total;
    }
  }
}
