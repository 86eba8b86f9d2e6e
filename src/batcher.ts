interface Entry<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Gathers what arrives while earlier work is under way, and does it in one go: alone an item goes at once, in a storm
 * the cost of a round trip and of a commit is shared.
 */
export class Batcher<Item, Result> {
  readonly #work: (items: Item[]) => Promise<Result[]>;
  readonly #maxItems: number;
  readonly #maxConcurrent: number;
  #queue: Entry<Item, Result>[] = [];
  #running = 0;
  #isScheduled = false;

  /** @param work gets 1 to `maxItems` items and returns a result for each, in order. */
  constructor(work: (items: Item[]) => Promise<Result[]>, limits: { maxItems: number; maxConcurrent: number }) {
    this.#work = work;
    this.#maxItems = limits.maxItems;
    this.#maxConcurrent = limits.maxConcurrent;
  }

  /** Rejects with the error of the whole batch when `work` throws. */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ item, resolve, reject });
      // One turn of the event loop later, so that requests read in the same turn share a batch.
      if (!this.#isScheduled && this.#running < this.#maxConcurrent) this.#schedule();
    });
  }

  #schedule(): void {
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#next();
    });
  }

  #next(): void {
    while (this.#queue.length > 0 && this.#running < this.#maxConcurrent) {
      const batch = this.#queue.splice(0, this.#maxItems);
      this.#running += 1;
      void this.#run(batch).finally(() => {
        this.#running -= 1;
        this.#next();
      });
    }
  }

  async #run(batch: Entry<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#work(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
