import type { BenchPostgres } from '../harness/postgres.ts';
import type { BenchTemporal } from '../harness/temporal.ts';
import type { Subscription } from '../harness/callbacks.ts';

/** What a contestant may use in one round. */
export interface Arena {
  postgres: BenchPostgres;
  redisUrl: string;
  temporal: BenchTemporal;
  subscription: Subscription;
  /** Ends the children when the bench is interrupted. */
  signal: AbortSignal;
}

export interface Contestant {
  name: string;
  title: string;
  /** Refuses what Twilio has not signed, and stores a repeated callback once. */
  checks: boolean;
  /** Once, before the first round. */
  prepare?(arena: Arena): Promise<AsyncDisposable>;
  /** A fresh start with empty stores: no round sees the backlog of another. */
  start(arena: Arena): Promise<Running>;
}

/** Ends, and leaves nothing behind, when it is disposed of. */
export interface Running extends AsyncDisposable {
  port: number;
  /** The process that answers. */
  pid: number | undefined;
  /** Rows committed. What is acknowledged but kept elsewhere, as in a queue, is waited for until `expected` are there. */
  countStored(expected: number): Promise<number>;
}
