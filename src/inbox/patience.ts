import { subjectOf } from './subjectOf.ts';
import type { ClaimedEvent } from './store.ts';

/** What becomes of a call's legs is handed over with its next event, or after this time. */
const patienceMs = 2_000;

interface HeldCall {
  events: ClaimedEvent[];
  dueAt: number;
}

const canWait = ({ events }: ClaimedEvent): boolean => events.every(({ type }) => type === 'leg');

/**
 * Holds events back that nothing follows from yet: a signal for each would cost Temporal a third of what a call costs.
 * They are committed; where the process dies, the sweep hands them over.
 */
export class Patience {
  readonly #release: (events: ClaimedEvent[]) => void;
  // All wait equally long, so the first to come is the first to go.
  readonly #held = new Map<string, HeldCall>();
  #timer: NodeJS.Timeout | undefined;

  constructor(release: (events: ClaimedEvent[]) => void) {
    this.#release = release;
  }

  add(event: ClaimedEvent): void {
    const subject = subjectOf(event);
    const held = this.#held.get(subject);
    if (!canWait(event)) {
      this.#held.delete(subject);
      this.#release([...(held?.events ?? []), event]);
    } else if (held) held.events.push(event);
    else {
      this.#held.set(subject, { events: [event], dueAt: performance.now() + patienceMs });
      this.#timer ??= setTimeout(() => this.#releaseDue(), patienceMs);
    }
  }

  /** Nothing waits any longer. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const { events } of this.#held.values()) this.#release(events);
    this.#held.clear();
  }

  #releaseDue(): void {
    this.#timer = undefined;
    for (const [subject, { events, dueAt }] of this.#held) {
      const left = dueAt - performance.now();
      if (left > 0) {
        this.#timer = setTimeout(() => this.#releaseDue(), left);
        return;
      }
      this.#held.delete(subject);
      this.#release(events);
    }
  }
}
