/** In a row: one slow commit does not count as an outage. */
const maxFailures = 3;

const probeEveryMs = 1_000;

/** Remembers that PostgreSQL does not take anything, so that not every webhook has to find that out by waiting. */
export class Breaker {
  #failures = 0;
  #probedAt = 0;

  get isOpen(): boolean {
    return this.#failures >= maxFailures;
  }

  /** Whether to try: always while it is closed, now and then while it is open. */
  lets(): boolean {
    if (!this.isOpen) return true;
    if (performance.now() - this.#probedAt < probeEveryMs) return false;
    this.#probedAt = performance.now();
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  failed(): void {
    this.#failures += 1;
    this.#probedAt = performance.now();
  }
}
