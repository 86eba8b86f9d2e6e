import type { Verdict } from '../domain/deliveries/verdict.ts';
import type { StoredEvent } from '../contract/events/wireEvent.ts';
import type { ClaimedDelivery } from './claims.ts';
import { streakOfFailing } from './endpointHealth.ts';

/** At one endpoint at the same time: one that hangs must not keep all the others' turns. */
const mostAtOnce = 8;

/** Claimed while earlier ones are under way, so that an endpoint that is well never waits for PostgreSQL. */
const mostAhead = 64;
const fewAhead = 16;

/** Answered, and not written down yet: beyond that PostgreSQL sets the pace. */
const mostUnsettled = 256;

/** How long a subject's next event waits for the answer to the one before. An endpoint that is well answers sooner. */
const orderPatienceMs = 3_000;

/** A delivery that may go out. @param notBefore its rate-limit slot, milliseconds since 1970. */
export interface Outgoing {
  delivery: ClaimedDelivery;
  event: StoredEvent;
  notBefore: number;
}

interface FlowOptions {
  /** Failures of the endpoint in a row, before. */
  streak: number;
  /** @returns the verdict, and what is to be done before the delivery is off our hands; undefined where it was not sent. */
  send(outgoing: Outgoing): Promise<{ verdict: Verdict; settle(): Promise<void> } | undefined>;
  /** Something has been answered, or written down. */
  onChange(): void;
}

/** What is about no subject waits for nothing. */
const subjectOf = ({ subjectKind, subjectId, id }: ClaimedDelivery): string =>
  subjectId === null ? id : `${subjectKind}/${subjectId}`;

/**
 * What goes to one endpoint: the events about one subject one after the other, the subjects side by side, one at a time to an
 * endpoint that fails, and from its first success on one more with each.
 */
export class Flow {
  readonly #options: FlowOptions;
  readonly #queue: Outgoing[] = [];
  /** Claimed and being attempted, until it is written down; the value says which attempt of its schedule. */
  readonly #unsettled = new Map<string, number>();
  readonly #runs = new Set<Promise<void>>();
  /** Which delivery keeps the others about its subject waiting. */
  readonly #busy = new Map<string, string>();
  #notSent: string[] = [];
  #error: unknown;
  #running = 0;
  #streak: number;
  #atOnce: number;
  #isClosed = false;

  constructor(options: FlowOptions) {
    this.#options = options;
    this.#streak = options.streak;
    this.#atOnce = this.isFailing ? 1 : mostAtOnce;
  }

  get isFailing(): boolean {
    return this.#streak >= streakOfFailing;
  }

  get isAtFullPace(): boolean {
    return this.#atOnce === mostAtOnce;
  }

  /** Nothing waits here, nothing is on its way, and all of it is written down. */
  get isIdle(): boolean {
    return this.#queue.length === 0 && this.#runs.size === 0;
  }

  /** All claims of ours. */
  get ids(): string[] {
    return [...this.#queue.map(({ delivery }) => delivery.id), ...this.#unsettled.keys(), ...this.#notSent];
  }

  /** For how many more there is room now. @param perSecond what the endpoint allows; two seconds' worth at most. */
  room(perSecond: number | null): number {
    const waiting = this.#queue.length;
    if (waiting >= fewAhead) return 0;
    const most = this.isAtFullPace ? mostAhead : this.#atOnce - this.#running;
    const paced = perSecond === null ? most : Math.min(most, Math.max(1, perSecond * 2) - this.#running);
    return Math.max(0, paced - waiting);
  }

  /** From one at a time on. */
  beginSlowly(): void {
    this.#atOnce = 1;
  }

  add(outgoing: readonly Outgoing[]): void {
    // A claim that ran out while PostgreSQL was away, taken anew: its attempt is still under way.
    const isOurs = ({ delivery }: Outgoing) => this.#unsettled.get(delivery.id) === delivery.attemptsInSchedule;
    this.#queue.push(...outgoing.filter((one) => !isOurs(one)));
    this.pump();
  }

  pump(): void {
    while (!this.#isClosed && this.#running < this.#atOnce && this.#unsettled.size < mostUnsettled) {
      const at = this.#queue.findIndex(({ delivery }) => !this.#busy.has(subjectOf(delivery)));
      const [next] = at < 0 ? [] : this.#queue.splice(at, 1);
      if (!next) return;
      const run = this.#run(next).finally(() => {
        this.#runs.delete(run);
        this.#options.onChange();
      });
      this.#runs.add(run);
    }
  }

  /** Hands back what was claimed and is not going to be sent. */
  takeNotSent(): string[] {
    const ids = this.#notSent;
    this.#notSent = [];
    return ids;
  }

  /** Sends nothing more. @throws what went wrong on the way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#dropQueue();
    while (this.#runs.size > 0) await Promise.all(this.#runs);
    if (this.#error !== undefined) throw this.#error;
  }

  #dropQueue(): void {
    this.#notSent.push(...this.#queue.splice(0).map(({ delivery }) => delivery.id));
  }

  async #run(outgoing: Outgoing): Promise<void> {
    const { delivery } = outgoing;
    const subject = subjectOf(delivery);
    this.#running += 1;
    this.#unsettled.set(delivery.id, delivery.attemptsInSchedule);
    this.#busy.set(subject, delivery.id);
    const letOthersPass = (): void => {
      if (this.#busy.get(subject) === delivery.id) this.#busy.delete(subject);
      this.pump();
    };
    const patience = setTimeout(letOthersPass, orderPatienceMs);
    try {
      const answer = await this.#options.send(outgoing).finally(() => {
        clearTimeout(patience);
        this.#running -= 1;
      });
      if (answer) this.#count(answer.verdict);
      else this.#notSent.push(delivery.id);
      letOthersPass();
      this.#options.onChange();
      await answer?.settle();
    } catch (error) {
      this.#error ??= error;
      this.#isClosed = true;
    } finally {
      if (this.#unsettled.get(delivery.id) === delivery.attemptsInSchedule) this.#unsettled.delete(delivery.id);
    }
  }

  #count(verdict: Verdict): void {
    const isDelivered = verdict === 'delivered';
    this.#streak = isDelivered ? 0 : this.#streak + 1;
    this.#atOnce = isDelivered ? Math.min(mostAtOnce, this.#atOnce + 1) : Math.max(1, Math.floor(this.#atOnce / 2));
    if (this.isFailing) this.#dropQueue();
  }
}
