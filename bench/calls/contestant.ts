/** Ends, and leaves nothing behind, when it is disposed of. */
export interface Running extends AsyncDisposable {
  /** Reports `count` calls, numbered from `from`, so many live at once. @returns once each of them has ended. */
  play(from: number, count: number, live: number): Promise<void>;
  /** @returns how many of all calls are done with, down to the last row and delivery. */
  finished(): Promise<number>;
  /**
   * Has events of calls that nothing knows of wait for Temporal, all of them at the same time, and hands them over.
   * @returns events a second.
   */
  handOver(calls: number): Promise<number>;
}

export interface Contestant {
  name: 'ours' | 'bare';
  title: string;
  start(): Promise<Running>;
}

/** Requests under way at the same time, where a storm comes in. */
export const stormConnections = 64;

/** As our relay. */
export const handoversAtOnce = 32;
