export interface Running {
  stop(): Promise<void>;
  /** Ends it at once. */
  kill?(): void;
}

type Results<Starts extends readonly Promise<Running>[]> = { [Index in keyof Starts]: Awaited<Starts[Index]> };

/** What has been started, in layers: the upper ones need the lower ones. */
export class Stack {
  readonly #layers: Running[][] = [];
  readonly #giveUp: () => void;

  /** @param giveUp called at the first failure, to end the other starts early. */
  constructor(giveUp: () => void) {
    this.#giveUp = giveUp;
  }

  /** Adds what starts side by side. Settles when all of it has; what did start is known even when another failed. */
  async addLayer<Starts extends readonly Promise<Running>[]>(...starts: Starts): Promise<Results<Starts>> {
    const layer: Running[] = [];
    this.#layers.unshift(layer);
    const failures: unknown[] = [];
    const add = async (start: Promise<Running>): Promise<void> => {
      try {
        layer.push(await start);
      } catch (error) {
        failures.push(error);
        this.#giveUp();
      }
    };
    await Promise.all(starts.map(add));
    if (failures.length > 0) throw failures[0];
    return (await Promise.all(starts)) as Results<Starts>;
  }

  /** From the top down. */
  async stop(): Promise<void> {
    for (const layer of this.#layers) await Promise.all(layer.map((each) => each.stop()));
  }

  kill(): void {
    for (const each of this.#layers.flat()) each.kill?.();
  }
}
