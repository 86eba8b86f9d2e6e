const bucketMs = 100;

/** Measures how many things happen in a second. */
export class Meter {
  #bucket = 0;
  #count = 0;
  #previous = 0;

  mark(): void {
    this.#turn();
    this.#count += 1;
  }

  /** As fast as in this tenth of a second or the one before, whichever had more. */
  get perSecond(): number {
    this.#turn();
    return Math.max(this.#count, this.#previous) * (1000 / bucketMs);
  }

  #turn(): void {
    const bucket = Math.floor(performance.now() / bucketMs);
    if (bucket === this.#bucket) return;
    this.#previous = bucket === this.#bucket + 1 ? this.#count : 0;
    this.#count = 0;
    this.#bucket = bucket;
  }
}
