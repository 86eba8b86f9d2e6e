import type { Subscription } from '../../harness/callbacks.ts';

/** What a generator does: everything is bounded, so that it stops by itself. */
export interface LoadPlan {
  subscription: Subscription;
  /** Hexadecimal, unlike that of any other load against the same database. */
  run: string;
  connections: number;
  warmupSeconds: number;
  measuredSeconds: number;
  /**
   * Requests a second. Closed: the most that are made ready; each connection sends its next one at the answer.
   * Open: arrivals at random (Poisson), whatever the answers do.
   */
  rate: number;
  arrivals: 'closed' | 'open';
}

export interface LoadResult {
  sent: number;
  /** 2xx answers, warm-up included. */
  acknowledged: number;
  /** Answers that were no acknowledgement, by status. */
  refused: Record<string, number>;
  /** Requests whose fate is unknown: the connection broke, or no answer came in time. */
  unknown: number;
  acknowledgedPerSecond: number;
  latencyMilliseconds: { p50: number; p90: number; p99: number; p999: number; max: number };
  /** How late requests left, 99th percentile: the generator was slow, or no connection was free. Part of the latencies. */
  latenessMilliseconds: number;
  /** The generator's share of one core while it measured. */
  generatorCpu: number;
}
