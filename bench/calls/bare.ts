import { concurrently } from '../harness/concurrently.ts';
import { nextMessage, startNode } from '../harness/processes.ts';
import { Client, Connection } from '@temporalio/client';
import { eventsPerCall } from '../harness/callbacks.ts';
import type { ProductArena } from '../harness/product.ts';
import type { Reported, ReportOrder } from './bare/messages.ts';
import { handoversAtOnce, type Contestant, type Running } from './contestant.ts';

/** A workflow that gets the same number of signals, one each, and runs one activity that does nothing. */
export const bare = (arena: ProductArena): Contestant => ({
  name: 'bare',
  title: 'bare workflow',
  start: () => start(arena),
});

async function start({ temporal, signal }: ProductArena): Promise<Running> {
  await using resources = new AsyncDisposableStack();
  const { address, namespace } = resources.use(await temporal.openNamespace());
  const environment = { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace };
  const begin = async (script: string) => {
    const child = resources.use(startNode(new URL(`bare/${script}.ts`, import.meta.url), environment, signal));
    await nextMessage(child, 60);
    return child;
  };
  const worker = await begin('worker');
  const client = await begin('client');
  const connection = resources.adopt(await Connection.connect({ address }), (open) => open.close());
  const { workflow } = new Client({ connection, namespace });

  const ended = new Map<string, () => void>();
  worker.process.on('message', (workflowId: string) => ended.get(workflowId)?.());
  const reported = new Map<number, (reported: Reported) => void>();
  client.process.on('message', (report: Reported) => reported.get(report.from)?.(report));
  const report = (order: ReportOrder): Promise<Reported> =>
    new Promise((resolve) => {
      reported.set(order.from, resolve);
      client.process.send(order);
    });
  const play = async (call: number): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    ended.set(`bare/${call}`, resolve);
    await report({ from: call, calls: 1, atOnce: 1 });
    await promise;
  };
  const owned = resources.move();
  return {
    play: (from, count, live) => concurrently(count, live, (index) => play(from + index)),
    finished: async () => (await workflow.count(`ExecutionStatus = 'Completed'`)).count,
    handOver: async (calls) => {
      const { milliseconds } = await report({ from: 1_000_000, calls, atOnce: handoversAtOnce });
      return (calls * eventsPerCall * 1000) / milliseconds;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
