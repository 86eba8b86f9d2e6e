import { callbackStream, eventsPerCall } from '../harness/callbacks.ts';
import { openCarrier } from '../harness/carrier.ts';
import { concurrently } from '../harness/concurrently.ts';
import type { EndedCalls } from '../harness/endedCalls.ts';
import { until } from '../harness/processes.ts';
import type { PreparedProduct, Product } from '../harness/product.ts';
import type { BenchTenant } from '../harness/tenants.ts';
import { stormConnections, type Contestant, type Running } from './contestant.ts';

interface Scene {
  prepared: PreparedProduct;
  tenant: BenchTenant;
  ended: EndedCalls;
  signal: AbortSignal;
}

export const ours = (scene: Scene): Contestant => ({
  name: 'ours',
  title: 'This project',
  start: () => start(scene),
});

async function start({ prepared, tenant, ended, signal }: Scene): Promise<Running> {
  await using resources = new AsyncDisposableStack();
  const product = resources.use(await prepared.start());
  const carrier = resources.use(openCarrier(product.port, tenant, stormConnections));
  const play = async (call: number): Promise<void> => {
    await carrier.report(call);
    await ended.ended(carrier.callId(call));
  };
  const owned = resources.move();
  return {
    play: (from, count, live) => concurrently(count, live, (index) => play(from + index)),
    finished: () => countFinished(product),
    handOver: async (calls) => {
      const stormAt = await now(product);
      const post = callbackStream(tenant, 'f00d');
      await concurrently(calls * eventsPerCall, stormConnections, (index) => carrier.post(post(index)));
      const [overAt, waiting] = [await now(product), await countWaiting(product)];
      await until('the backlog to be handed over', 120, async () => (await countWaiting(product)) === 0, signal);
      const [row] = await product.query<{ at: number }>(
        `select ${seconds('max(relayed_at)')} as at from webhook_events`,
      );
      const stormSeconds = overAt - stormAt;
      process.stdout.write(`  storm of ${stormSeconds.toFixed(1)} s left ${waiting} events\n`);
      return waiting / ((row?.at ?? NaN) - overAt);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

const seconds = (moment: string): string => `extract(epoch from ${moment})::float8`;

async function now({ query }: Product): Promise<number> {
  const [row] = await query<{ at: number }>(`select ${seconds('clock_timestamp()')} as at`);
  return row?.at ?? NaN;
}

async function countWaiting({ query }: Product): Promise<number> {
  const [row] = await query<{ count: number }>(
    'select count(*)::int as count from webhook_events where relayed_at is null',
  );
  return row?.count ?? NaN;
}

/** Closed with its price, all of its webhooks with its workflow, and each of its events delivered. */
async function countFinished({ query }: Product): Promise<number> {
  const [row] = await query<{ count: number }>(`
    select count(*)::int as count from calls call where closed_at is not null
      and not exists (select from webhook_events event
        where event.tenant_id = call.tenant_id and event.subject_kind = 'call' and event.subject_id = call.external_call_id and relayed_at is null)
      and (select count(*) filter (where status = 'delivered') >= 2 and bool_and(status = 'delivered')
        from webhook_deliveries delivery
        where delivery.tenant_id = call.tenant_id and delivery.subject_kind = 'call' and delivery.subject_id = call.external_call_id)`);
  return row?.count ?? NaN;
}
