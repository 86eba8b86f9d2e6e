import type { Logger } from './logger.ts';

const timeout = (milliseconds: number, name: string): Error =>
  Object.assign(new Error(`${name} takes longer than ${milliseconds} ms`), { code: 'TIMEOUT' });

/** @throws Error `TIMEOUT` when the work takes longer: it may go on, but its result is not waited for. */
export const within = async <T>(milliseconds: number, name: string, work: Promise<T>): Promise<T> => {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(timeout(milliseconds, name)), milliseconds);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

export const isTimeout = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'TIMEOUT';

interface Deadline {
  /** On the clock of `performance.now()`. */
  at: number;
  onLate(): void;
}

/**
 * Deadlines of one length, thousands a second, under one timer: a timer each would cost more than what is waited for.
 * Keeps no process alive.
 */
export class Deadlines {
  readonly #milliseconds: number;
  // In the order in which they fall due, since all have the same length.
  readonly #pending = new Set<Deadline>();
  #isTimerSet = false;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  /** @returns what `cancel` takes. */
  start(onLate: () => void): Deadline {
    const deadline = { at: performance.now() + this.#milliseconds, onLate };
    this.#pending.add(deadline);
    if (!this.#isTimerSet) this.#setTimer(this.#milliseconds);
    return deadline;
  }

  cancel(deadline: Deadline): void {
    this.#pending.delete(deadline);
  }

  /** As `within`. */
  within<T>(name: string, work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const deadline = this.start(() => reject(timeout(this.#milliseconds, name)));
      work.then(
        (result) => {
          this.#pending.delete(deadline);
          resolve(result);
        },
        (error: unknown) => {
          this.#pending.delete(deadline);
          reject(error);
        },
      );
    });
  }

  #setTimer(milliseconds: number): void {
    this.#isTimerSet = true;
    setTimeout(() => this.#check(), milliseconds).unref();
  }

  #check(): void {
    this.#isTimerSet = false;
    for (const deadline of this.#pending) {
      const left = deadline.at - performance.now();
      if (left > 0) {
        this.#setTimer(Math.ceil(left));
        return;
      }
      this.#pending.delete(deadline);
      deadline.onLate();
    }
  }
}

/** One step of stopping. The process that stopped us waits: what takes too long, or fails, costs a warning. */
export const stopWithin = async (
  milliseconds: number,
  name: string,
  work: Promise<unknown>,
  logger: Logger,
): Promise<void> => {
  try {
    await within(milliseconds, name, work);
  } catch (error) {
    logger.warn({ err: error }, `did not stop in order: ${name}`);
  }
};
