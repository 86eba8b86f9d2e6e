import { TestWorkflowEnvironment } from '@temporalio/testing';

// A process of its own, because the SDK fetches its server only while starting one, and may wait for ever on a
// network that swallows packets: the parent can end it.
const [downloadDir] = process.argv.slice(2);
if (!downloadDir) throw new Error('usage: temporal-download.ts DIR');

try {
  const executable = { type: 'cached-download', downloadDir } as const;
  const environment = await TestWorkflowEnvironment.createLocal({ server: { executable } });
  await environment.teardown();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
