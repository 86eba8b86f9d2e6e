import { setTimeout as sleep } from 'node:timers/promises';
import { isGrpcServiceError, type Client } from '@temporalio/client';

/** Versions of the workflow code belong to one deployment, named after the task queue they serve. */
export interface Deployment {
  temporal: Client;
  name: string;
}

/** Temporal's word for what a version is there for. Only `drained` means that no open call is pinned to it. */
export type VersionStatus = 'inactive' | 'current' | 'ramping' | 'draining' | 'drained';

export interface Version {
  buildId: string;
  status: VersionStatus;
  /** When its first worker came. */
  createdAt: Date;
}

export interface DeploymentState {
  /** The version on which new calls begin. */
  current: string | undefined;
  versions: Version[];
  /** Shown with a change, so that it fails if another came first. */
  conflictToken: Uint8Array;
}

/** By the numbers of `temporal.api.enums.v1.WorkerDeploymentVersionStatus`; what is not known yet is left alone. */
const statuses: VersionStatus[] = ['inactive', 'inactive', 'current', 'ramping', 'draining', 'drained'];

/** gRPC's numbers. */
const codes = { notFound: 5, permissionDenied: 7, unimplemented: 12 };

const isOneOf = (error: unknown, ...found: number[]): boolean =>
  isGrpcServiceError(error) && found.includes(error.code);

/** A server that does not answer must not keep a worker from stopping. */
const answerMs = 20_000;

/** @throws Error where the server cannot version workers. */
export const assertVersioned = async ({ options, workflowService }: Client): Promise<void> => {
  const { namespace } = options;
  try {
    // What describes a deployment answers even where nothing can be versioned.
    await workflowService.listWorkerDeployments({ namespace, pageSize: 1 });
  } catch (error) {
    if (!isOneOf(error, codes.permissionDenied, codes.unimplemented)) throw error;
    throw new Error(
      'This Temporal namespace has no worker versioning (server 1.28 or later, with system.enableDeploymentVersions): without it set WORKER_VERSIONING=false, and let calls end before the code changes.',
      { cause: error },
    );
  }
};

/** Temporal keeps a deployment in a workflow, and does not find it in the moment in which that continues as new. */
const looks = { times: 4, pauseMs: 100 };

const ask = async ({ temporal, name }: Deployment, looksLeft = looks.times) => {
  const { namespace } = temporal.options;
  try {
    return await temporal.withDeadline(Date.now() + answerMs, () =>
      temporal.workflowService.describeWorkerDeployment({ namespace, deploymentName: name }),
    );
  } catch (error) {
    if (!isOneOf(error, codes.notFound)) throw error;
  }
  if (looksLeft <= 1) return undefined;
  await sleep(looks.pauseMs);
  return ask({ temporal, name }, looksLeft - 1);
};

/** @returns undefined as long as no versioned worker has come. */
export const describeDeployment = async (deployment: Deployment): Promise<DeploymentState | undefined> => {
  const { workerDeploymentInfo, conflictToken } = (await ask(deployment)) ?? {};
  if (!workerDeploymentInfo) return undefined;
  const { routingConfig, versionSummaries } = workerDeploymentInfo;
  return {
    current: routingConfig?.currentDeploymentVersion?.buildId || undefined,
    versions: (versionSummaries ?? []).map(({ deploymentVersion, status, createTime }) => ({
      buildId: deploymentVersion?.buildId ?? '',
      status: statuses[status ?? 0] ?? 'inactive',
      createdAt: new Date(Number(createTime?.seconds ?? 0) * 1000 + (createTime?.nanos ?? 0) / 1e6),
    })),
    conflictToken: conflictToken ?? new Uint8Array(),
  };
};

/** From now on new calls begin on this version. @throws Error where the deployment has changed since `state` was read. */
export const setCurrent = async (
  { temporal, name }: Deployment,
  buildId: string,
  { conflictToken }: Pick<DeploymentState, 'conflictToken'>,
): Promise<void> => {
  const { namespace } = temporal.options;
  // Another version of ours may have served a queue that this one does not know.
  const request = { namespace, deploymentName: name, buildId, conflictToken, ignoreMissingTaskQueues: true };
  await temporal.withDeadline(Date.now() + answerMs, () =>
    temporal.workflowService.setWorkerDeploymentCurrentVersion(request),
  );
};
