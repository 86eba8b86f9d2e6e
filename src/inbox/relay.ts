import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from '../logger.ts';
import { Batcher } from '../batcher.ts';
import type { CallStarter } from '../temporal/start/calls.ts';
import { signalSubject } from '../temporal/start/subjects.ts';
import { isEventsFault, reasonOf } from './handoverFault.ts';
import { subjectOf } from './subjectOf.ts';
import { claimSeconds, markRelayed, noteRelayFailure, renewClaims, stuckAttempts, type ClaimedEvent } from './store.ts';

export interface RelayOptions {
  /** Subjects whose events are handed over at the same time. */
  maxConcurrent: number;
  /** Events kept in memory; what is above waits in PostgreSQL for the sweep. */
  maxWaiting: number;
  /** More comes in than Temporal could digest: the relay yields, so that acknowledgements stay fast. */
  isStorm(): boolean;
  /** Ends it: what is not under way yet is left to the sweep. */
  signal?: AbortSignal;
}

/** In a storm one subject at a time, with a rest after each: a few calls a second still get through, the oldest first. */
const stormRestMs = 200;

/** A Temporal that is back takes what waited within seconds; one that hangs must not hold the relay. */
const handoverMs = 5_000;

/** A claim that has less left than one handover takes is renewed first. */
const renewAfterMs = claimSeconds * 1000 - handoverMs;

const batches = { maxItems: 500, maxConcurrent: 1 };

interface WaitingSubject extends Pick<ClaimedEvent, 'tenantId' | 'subject'> {
  since: number;
  /** By id: an event that is handed in twice goes out once. */
  events: Map<string, ClaimedEvent>;
}

/** How much waits in one relay's memory, and for how long. */
export interface RelayLag {
  waiting: number;
  oldestSeconds: number;
}

/** Hands claimed events over to the workflows of their subjects: oldest subject first, all of its events in one signal. */
export class Relay {
  readonly #orm: MikroORM;
  readonly #starter: CallStarter;
  readonly #logger: Logger;
  readonly #options: RelayOptions;
  readonly #marks: Batcher<readonly string[], void>;
  readonly #renewals: Batcher<ClaimedEvent, ClaimedEvent | undefined>;
  // A Map keeps its order of insertion: the first is the oldest.
  readonly #subjects = new Map<string, WaitingSubject>();
  readonly #busy = new Set<string>();
  readonly #running = new Set<Promise<void>>();
  #waiting = 0;

  constructor(orm: MikroORM, starter: CallStarter, logger: Logger, options: RelayOptions) {
    this.#orm = orm;
    this.#starter = starter;
    this.#logger = logger;
    this.#options = options;
    this.#marks = new Batcher(async (ids) => {
      await markRelayed(this.#orm, ids.flat());
      return ids.map(() => undefined);
    }, batches);
    this.#renewals = new Batcher(async (events) => {
      const renewed = new Map((await renewClaims(this.#orm, events)).map((event) => [event.id, event]));
      return events.map(({ id }) => renewed.get(id));
    }, batches);
  }

  get lag(): RelayLag {
    const [oldest] = this.#subjects.values();
    return { waiting: this.#waiting, oldestSeconds: oldest ? (performance.now() - oldest.since) / 1000 : 0 };
  }

  /**
   * Those about one subject go in one signal.
   * @returns false when the memory is full: the events stay in PostgreSQL until the sweep comes by.
   */
  add(...events: ClaimedEvent[]): boolean {
    if (this.#waiting >= this.#options.maxWaiting) return false;
    for (const event of events) {
      const key = subjectOf(event);
      const { tenantId, subject } = event;
      const waiting = this.#subjects.get(key) ?? { tenantId, subject, since: performance.now(), events: new Map() };
      if (!waiting.events.has(event.id)) this.#waiting += 1;
      waiting.events.set(event.id, event);
      this.#subjects.set(key, waiting);
    }
    this.#pump();
    return true;
  }

  /** Resolves when nothing is waiting; what could not be handed over is left to the sweep. */
  async drained(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  #pump(): void {
    if (this.#options.signal?.aborted) this.#subjects.clear();
    const maxConcurrent = this.#options.isStorm() ? 1 : this.#options.maxConcurrent;
    for (const [key, waiting] of this.#subjects) {
      if (this.#running.size >= maxConcurrent) return;
      // One signal at a time about a subject: what comes meanwhile goes together in the next.
      if (this.#busy.has(key)) continue;
      this.#subjects.delete(key);
      this.#busy.add(key);
      const run = this.#handOver(waiting)
        .finally(() => this.#busy.delete(key))
        .then(() => this.#rest())
        .then(() => {
          this.#running.delete(run);
          this.#pump();
        });
      this.#running.add(run);
    }
  }

  async #rest(): Promise<void> {
    if (this.#options.isStorm()) await sleep(stormRestMs);
  }

  async #handOver({ tenantId, subject, events }: WaitingSubject): Promise<void> {
    try {
      await this.#send([...events.values()]);
    } catch (error) {
      // Nothing is lost: the rows stay unrelayed, their claims run out, and the sweep hands them over.
      this.#logger.warn({ err: error, tenantId, subject, events: events.size }, 'relay failed; left to the sweep');
    } finally {
      this.#waiting -= events.size;
    }
  }

  /** Where one event spoils the signal, it is found by halving, and the others go without it. */
  async #send(events: readonly ClaimedEvent[]): Promise<void> {
    const ours = await this.#stillClaimed(events);
    const [first] = ours;
    if (!first) return;
    try {
      const deadline = Date.now() + handoverMs;
      await this.#starter.temporal.withDeadline(deadline, () => this.#signal(first, ours));
    } catch (error) {
      if (!isEventsFault(error)) throw error;
      if (ours.length === 1) return this.#fail(first, error);
      const middle = Math.ceil(ours.length / 2);
      await this.#send(ours.slice(0, middle));
      return this.#send(ours.slice(middle));
    }
    await this.#marks.add(ours.map(({ id }) => id));
  }

  #signal({ tenantId, subject }: ClaimedEvent, waiting: readonly ClaimedEvent[]): Promise<void> {
    const events = waiting.flatMap((one) => one.events);
    const ids = waiting.map(({ id }) => id);
    return signalSubject(this.#starter, tenantId, subject, events, ids);
  }

  /** Without what another process has claimed since. */
  async #stillClaimed(events: readonly ClaimedEvent[]): Promise<ClaimedEvent[]> {
    const old = performance.now() - renewAfterMs;
    const [recent, aging] = [
      events.filter(({ claimedAt }) => claimedAt > old),
      events.filter(({ claimedAt }) => claimedAt <= old),
    ];
    const renewed = await Promise.all(aging.map((event) => this.#renewals.add(event)));
    return [...recent, ...renewed.filter((event) => event !== undefined)];
  }

  async #fail({ id, tenantId, subject, attempts }: ClaimedEvent, error: unknown): Promise<void> {
    await noteRelayFailure(this.#orm, id, reasonOf(error));
    const event = { err: error, webhookEventId: id, tenantId, subject, attempts };
    if (attempts < stuckAttempts) this.#logger.warn(event, 'a webhook event could not be relayed; tried again later');
    else this.#logger.error(event, 'a webhook event cannot be relayed');
  }
}
