import { percentile } from '../../harness/statistics.ts';
import type { LoadResult } from './plan.ts';

/** Counts every outcome; keeps the latencies of the requests that were due in the measured window. */
export class Recorder {
  readonly #due: Float64Array;
  readonly #latencies: number[] = [];
  readonly #lateness: number[] = [];
  readonly #refused: Record<string, number> = {};
  readonly #window: { from: number; to: number };
  #sent = 0;
  #unknown = 0;
  #acknowledged = 0;
  #acknowledgedInWindow = 0;
  #cpu: NodeJS.CpuUsage | undefined;

  /** The window's bounds are milliseconds on the clock of `performance.now()`. */
  constructor(length: number, window: { from: number; to: number }) {
    this.#due = new Float64Array(length);
    this.#window = window;
  }

  /** `due` is when the request should have left: waiting for the generator or a connection counts as latency. */
  sent(request: number, due: number, now: number): void {
    this.#sent++;
    this.#due[request] = due;
    if (this.#holds(due)) this.#lateness.push(now - due);
    if (now >= this.#window.from) this.#cpu ??= process.cpuUsage();
  }

  answered(request: number, status: number): void {
    if (status < 200 || status > 299) {
      this.#refused[status] = (this.#refused[status] ?? 0) + 1;
      return;
    }
    const now = performance.now();
    const due = this.#due[request]!;
    this.#acknowledged++;
    if (this.#holds(now)) this.#acknowledgedInWindow++;
    if (this.#holds(due)) this.#latencies.push(now - due);
  }

  broken(): void {
    this.#unknown++;
  }

  /** `end`: when the load ended, which is before the window does if the requests ran out. */
  result(end: number, unanswered: number): LoadResult {
    const { from, to } = this.#window;
    const seconds = (Math.min(end, to) - from) / 1000;
    if (seconds <= 0) throw new Error('the requests ran out in the warm-up: raise --max-rate');
    const { user, system } = process.cpuUsage(this.#cpu);
    const latencies = Float64Array.from(this.#latencies).toSorted();
    const at = (share: number) => percentile(latencies, share);
    return {
      sent: this.#sent,
      acknowledged: this.#acknowledged,
      refused: this.#refused,
      unknown: this.#unknown + unanswered,
      acknowledgedPerSecond: this.#acknowledgedInWindow / seconds,
      latencyMilliseconds: { p50: at(0.5), p90: at(0.9), p99: at(0.99), p999: at(0.999), max: at(1) },
      latenessMilliseconds: percentile(Float64Array.from(this.#lateness).toSorted(), 0.99),
      generatorCpu: (user + system) / 1e6 / seconds,
    };
  }

  #holds(time: number): boolean {
    return time >= this.#window.from && time < this.#window.to;
  }
}
