/** The pages that this process works at, by endpoint: a page that is nudged here costs Temporal no signal. */
export class Pages {
  readonly #open = new Map<string, Set<() => void>>();
  #count = 0;

  /** How many are open. */
  get count(): number {
    return this.#count;
  }

  /**
   * @param nudge called when there may be something new: the page looks again before it ends.
   * @returns closes it. From then on a wake-up goes to Temporal.
   */
  open(endpointId: string, nudge: () => void): () => void {
    const here = this.#open.get(endpointId) ?? new Set();
    this.#open.set(endpointId, here.add(nudge));
    this.#count += 1;
    return () => {
      if (!here.delete(nudge)) return;
      this.#count -= 1;
      if (here.size === 0) this.#open.delete(endpointId);
    };
  }

  /** @returns false where no page of this endpoint is open. */
  nudge(endpointId: string): boolean {
    const here = this.#open.get(endpointId) ?? [];
    for (const nudge of here) nudge();
    return this.#open.has(endpointId);
  }
}
