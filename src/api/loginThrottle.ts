import { AppError } from '../errors.ts';

const windowMs = 15 * 60_000;
const maxFailures = 10;
/** Keeps the memory of an attack with ever new addresses small. */
const maxKeys = 10_000;

interface Failures {
  count: number;
  until: number;
}

/**
 * Slows down guessing: ten wrong passwords for one account from one address, then a pause. In this process's memory:
 * it needs no table, and an owner elsewhere is never locked out.
 */
export class LoginThrottle {
  readonly #failures = new Map<string, Failures>();

  /** @throws AppError `rate.limited`. */
  check(key: string, now = Date.now()): void {
    const failures = this.#current(key, now);
    if (failures && failures.count >= maxFailures) {
      throw new AppError('rate.limited', { retryAfterSeconds: Math.ceil((failures.until - now) / 1000) });
    }
  }

  failed(key: string, now = Date.now()): void {
    const { count, until } = this.#current(key, now) ?? { count: 0, until: now + windowMs };
    // Deleted first, so that the map's order is by last failure and the eldest goes.
    this.#failures.delete(key);
    this.#failures.set(key, { count: count + 1, until });
    const [eldest] = this.#failures.keys();
    if (this.#failures.size > maxKeys && eldest !== undefined) this.#failures.delete(eldest);
  }

  succeeded(key: string): void {
    this.#failures.delete(key);
  }

  #current(key: string, now: number): Failures | undefined {
    const failures = this.#failures.get(key);
    return failures && failures.until > now ? failures : undefined;
  }
}
