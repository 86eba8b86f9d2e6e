/** The peer's worker: reports each call's id when its activity has run. */
import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker } from '@temporalio/worker';
import '../../../test/support/quiet.ts';
import { taskQueue } from './messages.ts';

process.once('disconnect', () => process.exit());

const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '' }),
  namespace: process.env['TEMPORAL_NAMESPACE'] ?? '',
  taskQueue,
  workflowsPath: fileURLToPath(new URL('workflow.ts', import.meta.url)),
  activities: { finish: async (workflowId: string) => void process.send?.(workflowId) },
  stickyQueueScheduleToStartTimeout: '2s',
});
process.send?.('ready');
await worker.run();
