import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const workflowsPath = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));

/** Logs only warnings: the bundler reports each success at length. */
const logger = new DefaultLogger('WARN');

/** @param path of the file that exports the workflows. */
export const bundleCode = async (path = workflowsPath): Promise<string> =>
  (await bundleWorkflowCode({ workflowsPath: path, logger })).code;
