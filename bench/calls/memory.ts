import { setTimeout as sleep } from 'node:timers/promises';
import { openCarrier } from '../harness/carrier.ts';
import { concurrently } from '../harness/concurrently.ts';
import type { EndedCalls } from '../harness/endedCalls.ts';
import { until } from '../harness/processes.ts';
import type { PreparedProduct, Product } from '../harness/product.ts';
import type { BenchTenant } from '../harness/tenants.ts';
import { residentMiB } from '../harness/usage.ts';

interface Memory {
  /** MiB of the worker that has seen calls, and has none. */
  idle: number;
  /** MiB with all these calls answered and not over. */
  live: number;
}

const warmupCalls = 50;
const answeredEvents = 4;
const settleSeconds = 5;

/** The worker's memory before and while it has so many live calls. */
export async function measureMemory(
  prepared: PreparedProduct,
  tenant: BenchTenant,
  ended: EndedCalls,
  calls: number,
): Promise<Memory> {
  await using product = await prepared.start();
  await using carrier = openCarrier(product.port, tenant, 16);
  await concurrently(warmupCalls, 16, async (call) => {
    await carrier.report(call);
    await ended.ended(carrier.callId(call));
  });
  const idle = await settledMiB(product);
  await concurrently(calls, 16, async (call) => {
    await carrier.report(warmupCalls + call, { events: answeredEvents });
  });
  await until('all calls to be answered', 120, async () => (await countAnswered(product)) === calls);
  return { idle, live: await settledMiB(product) };
}

async function countAnswered({ query }: Product): Promise<number> {
  const [row] = await query<{ count: number }>("select count(*)::int as count from calls where status = 'in-progress'");
  return row?.count ?? NaN;
}

/** The least within some seconds: what is above is waiting for its collector. */
async function settledMiB({ worker }: Product): Promise<number> {
  let least = Infinity;
  for (let second = 0; second < settleSeconds; second++) {
    await sleep(1000);
    least = Math.min(least, await residentMiB(worker.process.pid));
  }
  return least;
}
