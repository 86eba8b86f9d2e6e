/** The peer's other process: one signal-with-start for each event, as ordered. */
import { Client, Connection } from '@temporalio/client';
import { eventsPerCall } from '../../harness/callbacks.ts';
import { concurrently } from '../../harness/concurrently.ts';
import { eventSignal, taskQueue, type Reported, type ReportOrder } from './messages.ts';
import type { bareCallWorkflow } from './workflow.ts';

process.once('disconnect', () => process.exit());

const connection = await Connection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '' });
const client = new Client({ connection, namespace: process.env['TEMPORAL_NAMESPACE'] ?? '' });

/** What our signals say of an event, or about that. */
const example = { type: 'status', source: 'twilio', status: 'in-progress', at: new Date().toISOString() };

const report = async (call: number): Promise<void> => {
  for (let sequence = 0; sequence < eventsPerCall; sequence++) {
    await client.workflow.signalWithStart<typeof bareCallWorkflow, [object]>('bareCallWorkflow', {
      workflowId: `bare/${call}`,
      taskQueue,
      args: [eventsPerCall],
      signal: eventSignal,
      signalArgs: [{ ...example, sequence }],
    });
  }
};

const follow = async ({ from, calls, atOnce }: ReportOrder): Promise<void> => {
  const startedAt = performance.now();
  await concurrently(calls, atOnce, (index) => report(from + index));
  process.send?.({ from, milliseconds: performance.now() - startedAt } satisfies Reported);
};
process.on('message', (order: ReportOrder) => void follow(order));
process.send?.('ready');
