import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isGrpcServiceError, type Client } from '@temporalio/client';
import { findBundle, type WorkflowBundle } from './bundles.ts';

/** Versions of the workflow code belong to one deployment, named after the task queue they serve. */
export interface Deployment {
  temporal: Client;
  name: string;
}

/** Calls that began under another version and still run: their code must keep running beside today's. */
const countPinned = async ({ temporal, name }: Deployment, buildId: string): Promise<number> => {
  const version = `${name}:${buildId}`;
  const { count } = await temporal.workflow.count(
    `TemporalWorkerDeploymentVersion = '${version}' and ExecutionStatus = 'Running'`,
  );
  return count;
};

/** The earlier bundles in the folder that running workflows are pinned to; deletes those that nobody needs any more. */
export const findNeededBundles = async (
  deployment: Deployment,
  folder: string,
  current: WorkflowBundle,
): Promise<WorkflowBundle[]> => {
  const buildIds = (await readdir(folder))
    .filter((file) => file.endsWith('.cjs'))
    .map((file) => file.slice(0, -'.cjs'.length));
  const needed: WorkflowBundle[] = [];
  for (const buildId of buildIds.filter((id) => id !== current.buildId)) {
    const bundle = await findBundle(folder, buildId);
    if (bundle && (await countPinned(deployment, buildId)) > 0) needed.push(bundle);
    else await rm(join(folder, `${buildId}.cjs`));
  }
  return needed;
};

const patienceMs = 15_000;

/** From now on new calls start on this version. The server takes that once it has seen the version's worker poll. */
export const makeCurrent = async ({ temporal, name }: Deployment, { buildId }: WorkflowBundle): Promise<void> => {
  const { namespace } = temporal.options;
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      // Another version of ours may have served a queue that this one does not know.
      const request = { namespace, deploymentName: name, buildId, ignoreMissingTaskQueues: true };
      await temporal.workflowService.setWorkerDeploymentCurrentVersion(request);
      return;
    } catch (error) {
      if (!isGrpcServiceError(error) || Date.now() > deadline) throw error;
      await sleep(250);
    }
  }
};
