import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundleCode } from '../../src/worker/bundler.ts';
import { startWorker, type RunningWorker } from '../../src/worker/worker.ts';
import type { Stack } from './stack.ts';

const workflows = resolve('src/workflows/index.ts');

/** Replaced by the number of timers with which a variant starts its calls: a history of one variant fits no other. */
const timers = '2718281828';

const variant = `
import { setWorkflowOptions, sleep } from '@temporalio/workflow';
import { callWorkflow as unchanged } from '${workflows}';
export * from '${workflows}';
export async function callWorkflow(...args: Parameters<typeof unchanged>) {
  for (let timer = 0; timer < ${timers}; timer += 1) await sleep('1ms');
  return unchanged(...args);
}
setWorkflowOptions({ versioningBehavior: 'PINNED' }, callWorkflow);
`;

/** Variants of the workflow code, as builds of other images would bundle them. @returns makes the next one: its file. */
export const bundleVariants = async (): Promise<() => Promise<string>> => {
  // Below the project, where the bundler finds its modules.
  await mkdir('.data/test', { recursive: true });
  const folder = await mkdtemp('.data/test/variant-');
  const entry = resolve(folder, 'index.ts');
  await writeFile(entry, variant);
  const code = await bundleCode(entry);
  await rm(folder, { recursive: true });
  if (!code.includes(timers)) throw new Error('the bundle does not say how many timers its calls start with');
  let made = 0;
  return async () => {
    made += 1;
    const bundle = join(await mkdtemp(join(tmpdir(), 'receptionist-variant-')), 'workflows.cjs');
    await writeFile(bundle, code.replaceAll(timers, String(made)));
    return bundle;
  };
};
/** A worker beside the stack's own, from an image with this bundle. @param now its clock. */
export const startImage = (
  { app }: Pick<Stack, 'app'>,
  bundle: string | undefined,
  now?: () => Date,
): Promise<RunningWorker> => {
  const temporal = { ...app.config.temporal, prebuiltBundle: bundle };
  return startWorker({ ...app, config: { ...app.config, temporal } }, now);
};

/** The versions whose workers have moved the workflow on, by its history. @throws Error when one of them could not. */
export const versionsIn = async ({ app }: Pick<Stack, 'app'>, workflowId: string): Promise<string[]> => {
  const { events } = await app.temporal.workflow.getHandle(workflowId).fetchHistory();
  if (events?.some(({ workflowTaskFailedEventAttributes: failed }) => failed))
    throw new Error(`a worker could not run ${workflowId}`);
  const buildIds = events?.flatMap(
    ({ workflowTaskCompletedEventAttributes: completed }) => completed?.deploymentVersion?.buildId ?? [],
  );
  return [...new Set(buildIds)];
};
