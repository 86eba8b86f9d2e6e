import type { Logger } from '../../logger.ts';

/** Work that a request begins without waiting for it; who stops the API does. */
export class Background {
  readonly #logger: Logger;
  readonly #running = new Set<Promise<void>>();

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** @param failure what to log when it fails. */
  run(work: () => Promise<void>, failure: string): void {
    const running = work()
      .catch((error: unknown) => this.#logger.warn({ err: error }, failure))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Resolves when nothing runs any more. */
  async finished(): Promise<void> {
    await Promise.all(this.#running);
  }
}
