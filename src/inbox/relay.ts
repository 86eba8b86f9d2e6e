import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { callWorkflowId, type CallKey } from '../domain/ids.ts';
import type { Logger } from '../logger.ts';
import { handOver, type HandoverContext } from './handover.ts';
import { Batcher } from '../batcher.ts';
import { markRelayed, type WaitingEvent } from './store.ts';

export interface RelayOptions {
  /** Calls handed over at the same time. */
  maxConcurrent: number;
  /** Events kept in memory; what is above waits in PostgreSQL for the sweep. */
  maxWaiting: number;
  /** More comes in than Temporal could digest: the relay yields, so that acknowledgements stay fast. */
  isStorm(): boolean;
}

/** In a storm one call at a time, with a rest after each: a few calls a second still get through, the oldest first. */
const stormRestMs = 200;

/** A Temporal that is back takes what waited within seconds; one that hangs must not hold the relay. */
const handoverMs = 10_000;

interface WaitingCall {
  key: CallKey;
  /** By id: an event that is handed in twice goes out once. */
  events: Map<string, WaitingEvent>;
}

/** Hands events that are committed over to their calls: oldest call first, all of a call's events in one signal. */
export class Relay {
  readonly #orm: MikroORM;
  readonly #context: HandoverContext;
  readonly #logger: Logger;
  readonly #options: RelayOptions;
  readonly #marks: Batcher<string[], void>;
  // A Map keeps its order of insertion: the first is the oldest.
  readonly #calls = new Map<string, WaitingCall>();
  readonly #busy = new Set<string>();
  readonly #running = new Set<Promise<void>>();
  #waiting = 0;

  constructor(orm: MikroORM, context: HandoverContext, logger: Logger, options: RelayOptions) {
    this.#orm = orm;
    this.#context = context;
    this.#logger = logger;
    this.#options = options;
    this.#marks = new Batcher(
      async (batches) => {
        await markRelayed(this.#orm, batches.flat());
        return batches.map(() => undefined);
      },
      { maxItems: 500, maxConcurrent: 1 },
    );
  }

  /** @returns false when the memory is full: the event stays in PostgreSQL until the sweep comes by. */
  add(event: WaitingEvent): boolean {
    if (this.#waiting >= this.#options.maxWaiting) return false;
    const id = callWorkflowId(event);
    const call = this.#calls.get(id) ?? { key: event, events: new Map<string, WaitingEvent>() };
    if (!call.events.has(event.id)) this.#waiting += 1;
    call.events.set(event.id, event);
    this.#calls.set(id, call);
    this.#pump();
    return true;
  }

  /** Resolves when nothing is waiting; what could not be handed over is left to the sweep. */
  async drained(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  #pump(): void {
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
    const ids = [...events.keys()].toSorted();
    const words = [...events.values()].flatMap((event) => event.events);
    try {
      await this.#context.temporal.withDeadline(Date.now() + handoverMs, () =>
        handOver(this.#context, key, words, ids[0] ?? ''),
      );
      await this.#marks.add(ids);
    } catch (error) {
      // Nothing is lost: the rows stay unrelayed, and the sweep hands them over.
      this.#logger.warn(
        { err: error, externalCallId: key.externalCallId, events: ids.length },
        'relay failed; left to the sweep',
      );
    } finally {
      this.#waiting -= events.size;
    }
  }
}
