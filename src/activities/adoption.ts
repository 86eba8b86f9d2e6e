/** The same is asked for again within seconds, or never. */
const keptMs = 20_000;

/**
 * Work that its asker may stop waiting for, and ask for anew. The second asker gets what comes of the first attempt, also
 * where that has ended in between: where time is short, nothing is done twice.
 */
export class Adoption<Result> {
  readonly #attempts = new Map<string, Promise<Result>>();

  /**
   * @param key the same for the same work.
   * @param abandoned aborted once the asker no longer waits.
   * @param work begun unless an attempt goes on, or succeeded unheard; also where that attempt fails.
   */
  async run(key: string, abandoned: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    const earlier = this.#attempts.get(key);
    const attempt = earlier ? earlier.catch(work) : work();
    this.#attempts.set(key, attempt);
    try {
      const result = await attempt;
      if (abandoned.aborted) setTimeout(() => this.#forget(key, attempt), keptMs).unref();
      else this.#forget(key, attempt);
      return result;
    } catch (error) {
      this.#forget(key, attempt);
      throw error;
    }
  }

  #forget(key: string, attempt: Promise<Result>): void {
    if (this.#attempts.get(key) === attempt) this.#attempts.delete(key);
  }
}
