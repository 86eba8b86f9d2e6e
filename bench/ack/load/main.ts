/** The generator's process: given a plan, it makes the requests ready; given a port, it sends them and reports. */
import { once } from 'node:events';
import { callbackStream } from '../../harness/callbacks.ts';
import { poissonArrivals } from './arrivals.ts';
import { ConnectionPool } from './connections.ts';
import type { LoadPlan, LoadResult } from './plan.ts';
import { Recorder } from './recorder.ts';
import { RequestTape } from './tape.ts';

const graceMilliseconds = 15_000;

// The harness is gone, and with it the reader of the result.
process.once('disconnect', () => process.exit());

const [plan] = (await once(process, 'message')) as [LoadPlan];
const host = new URL(plan.subscription.publicUrl).host;
const totalMilliseconds = (plan.warmupSeconds + plan.measuredSeconds) * 1000;
// A tenth more than the mean, so that random arrivals last to the end.
const length = Math.ceil((totalMilliseconds / 1000) * plan.rate * 1.1) + 100;
const tape = new RequestTape(length, host, callbackStream(plan.subscription, plan.run));
const arrivals = plan.arrivals === 'open' ? poissonArrivals(length, plan.rate) : undefined;
process.send?.('ready');

const [port] = (await once(process, 'message')) as [number];
const result = await run(port);
process.send?.(result, () => process.disconnect());

async function run(port: number): Promise<LoadResult> {
  const pool = await ConnectionPool.open(port, plan.connections);
  const start = performance.now();
  const to = start + totalMilliseconds;
  const recorder = new Recorder(length, { from: start + plan.warmupSeconds * 1000, to });
  let next = 0;

  /** When the next request should leave; an open loop's are all sent, however late. */
  const nextDue = (now: number) => (next === length ? Infinity : arrivals ? start + arrivals[next]! : now);
  const pump = () => {
    const now = performance.now();
    for (let due = nextDue(now); due <= now && due < to; due = nextDue(now)) {
      const connection = pool.take();
      if (!connection) return;
      recorder.sent(next, due, now);
      connection.send(next, tape.at(next));
      next++;
    }
  };
  pool.onAnswer = (request, status) => {
    recorder.answered(request, status);
    pump();
  };
  pool.onBreak = () => recorder.broken();

  // In a closed loop the timer only restarts what a broken connection left idle.
  const timer = setInterval(pump, 1);
  await until(() => nextDue(performance.now()) >= to, to + graceMilliseconds);
  clearInterval(timer);
  const end = performance.now();
  await until(() => pool.underWay === 0, end + graceMilliseconds);
  const report = recorder.result(end, pool.underWay + unsent(next, to - start));
  pool.close();
  return report;
}

/** Arrivals of an open loop that never got a connection. */
function unsent(next: number, untilMilliseconds: number): number {
  return arrivals?.subarray(next).findIndex((due) => due >= untilMilliseconds) ?? 0;
}

async function until(isDone: () => boolean, deadline: number): Promise<void> {
  while (!isDone() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 5));
}
