import { WorkflowFailedError } from '@temporalio/client';
import { probeVersion } from '../../temporal/start/versionProbe.ts';
import { describeDeployment, setCurrent, type Deployment } from '../deployment.ts';

/** A new image needs some seconds to start, on a busy machine more. */
const defaultPatienceSeconds = 120;

/** @throws Error unless a worker ran the version's code within that time. */
const assertServed = async (
  { temporal, name }: Deployment,
  buildId: string,
  patienceSeconds: number,
): Promise<void> => {
  try {
    await probeVersion({ temporal, taskQueue: name }, buildId, patienceSeconds);
  } catch (error) {
    if (!(error instanceof WorkflowFailedError)) throw error;
    throw new Error(`No worker runs version ${buildId}: new calls go on as before.`, { cause: error });
  }
};

/**
 * Lets new calls begin on this version, forwards or back, once a worker runs it.
 * @returns the version on which they began before, undefined where there was none.
 * @throws Error when no worker runs it in time, or another promotion came in between; nothing has changed then.
 */
export const promote = async (
  deployment: Deployment,
  buildId: string,
  patienceSeconds = defaultPatienceSeconds,
): Promise<string | undefined> => {
  const before = await describeDeployment(deployment);
  if (before?.current === buildId) return buildId;
  await assertServed(deployment, buildId, patienceSeconds);
  const state = await describeDeployment(deployment);
  if (state && state.current !== buildId) await setCurrent(deployment, buildId, state);
  return before?.current;
};
