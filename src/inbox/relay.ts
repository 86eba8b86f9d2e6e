import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { callWorkflowId } from '../temporal/ids.ts';
import type { CallKey } from '../domain/ids.ts';
import type { Logger } from '../logger.ts';
import { Batcher } from '../batcher.ts';
import type { CallStarter } from '../temporal/start/calls.ts';
import { handOver } from './handover.ts';
import { isEventsFault, reasonOf } from './handoverFault.ts';
import { claimSeconds, markRelayed, noteRelayFailure, renewClaims, stuckAttempts, type ClaimedEvent } from './store.ts';

export interface RelayOptions {
  /** Calls handed over at the same time. */
  maxConcurrent: number;
  /** Events kept in memory; what is above waits in PostgreSQL for the sweep. */
  maxWaiting: number;
  /** More comes in than Temporal could digest: the relay yields, so that acknowledgements stay fast. */
  isStorm(): boolean;
  /** Ends it: what is not under way yet is left to the sweep. */
  signal?: AbortSignal;
}

/** In a storm one call at a time, with a rest after each: a few calls a second still get through, the oldest first. */
const stormRestMs = 200;

/** A Temporal that is back takes what waited within seconds; one that hangs must not hold the relay. */
const handoverMs = 5_000;

/** A claim that has less left than one handover takes is renewed first. */
const renewAfterMs = claimSeconds * 1000 - handoverMs;

const batches = { maxItems: 500, maxConcurrent: 1 };

interface WaitingCall {
  key: CallKey;
  since: number;
  /** By id: an event that is handed in twice goes out once. */
  events: Map<string, ClaimedEvent>;
}

/** How much waits in one relay's memory, and for how long. */
export interface RelayLag {
  waiting: number;
  oldestSeconds: number;
}

/** Hands claimed events over to their calls: oldest call first, all of a call's events in one signal. */
export class Relay {
  readonly #orm: MikroORM;
  readonly #starter: CallStarter;
  readonly #logger: Logger;
  readonly #options: RelayOptions;
  readonly #marks: Batcher<readonly string[], void>;
  readonly #renewals: Batcher<ClaimedEvent, ClaimedEvent | undefined>;
  // A Map keeps its order of insertion: the first is the oldest.
  readonly #calls = new Map<string, WaitingCall>();
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
    const [oldest] = this.#calls.values();
    return { waiting: this.#waiting, oldestSeconds: oldest ? (performance.now() - oldest.since) / 1000 : 0 };
  }

  /**
   * Those of one call go in one signal.
   * @returns false when the memory is full: the events stay in PostgreSQL until the sweep comes by.
   */
  add(...events: ClaimedEvent[]): boolean {
    if (this.#waiting >= this.#options.maxWaiting) return false;
    for (const event of events) {
      const id = callWorkflowId(event);
      const call = this.#calls.get(id) ?? { key: event, since: performance.now(), events: new Map() };
      if (!call.events.has(event.id)) this.#waiting += 1;
      call.events.set(event.id, event);
      this.#calls.set(id, call);
    }
    this.#pump();
    return true;
  }

  /** Resolves when nothing is waiting; what could not be handed over is left to the sweep. */
  async drained(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  #pump(): void {
    if (this.#options.signal?.aborted) this.#calls.clear();
    const maxConcurrent = this.#options.isStorm() ? 1 : this.#options.maxConcurrent;
    for (const [id, call] of this.#calls) {
      if (this.#running.size >= maxConcurrent) return;
      // One signal at a time for a call: what comes meanwhile goes together in the next.
      if (this.#busy.has(id)) continue;
      this.#calls.delete(id);
      this.#busy.add(id);
      const run = this.#handOver(call)
        .finally(() => this.#busy.delete(id))
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

  async #handOver({ key, events }: WaitingCall): Promise<void> {
    try {
      await this.#send(key, [...events.values()]);
    } catch (error) {
      // Nothing is lost: the rows stay unrelayed, their claims run out, and the sweep hands them over.
      this.#logger.warn(
        { err: error, externalCallId: key.externalCallId, events: events.size },
        'relay failed; left to the sweep',
      );
    } finally {
      this.#waiting -= events.size;
    }
  }

  /** Where one event spoils the signal, it is found by halving, and the others go without it. */
  async #send(key: CallKey, events: readonly ClaimedEvent[]): Promise<void> {
    const ours = await this.#stillClaimed(events);
    if (ours.length === 0) return;
    try {
      const deadline = Date.now() + handoverMs;
      await this.#starter.temporal.withDeadline(deadline, () => handOver(this.#starter, key, ours));
    } catch (error) {
      if (!isEventsFault(error)) throw error;
      if (ours.length === 1) return this.#fail(ours[0]!, error);
      const middle = Math.ceil(ours.length / 2);
      await this.#send(key, ours.slice(0, middle));
      return this.#send(key, ours.slice(middle));
    }
    await this.#marks.add(ours.map(({ id }) => id));
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

  async #fail({ id, tenantId, externalCallId, attempts }: ClaimedEvent, error: unknown): Promise<void> {
    await noteRelayFailure(this.#orm, id, reasonOf(error));
    const event = { err: error, webhookEventId: id, tenantId, externalCallId, attempts };
    if (attempts < stuckAttempts) this.#logger.warn(event, 'a webhook event could not be relayed; tried again later');
    else this.#logger.error(event, 'a webhook event cannot be relayed');
  }
}
