import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import type { AppContext } from '../context.ts';
import { stopWithin } from '../deadline.ts';
import { currentBundle } from './bundles.ts';
import { ensureSchedules } from './schedules.ts';
import { registerSearchAttributes } from './server.ts';
import { findNeededBundles, makeCurrent, type Deployment } from './versions.ts';

export interface RunningWorker {
  /** Rejects when a worker failed for good, or had to be cut off. */
  finished: Promise<void>;
  /** Lets what runs come to an end, for half a minute at most; what is cut off begins again elsewhere. */
  stop(): Promise<void>;
}

/** More than `shutdownForceTime`: the SDK then says goodbye to the server, which may not answer. */
const stopMs = 24_000;

/** Pages of endpoints at the same time. They wait for endpoints, or for more to do, most of their time. */
const maxPages = 1_000;

/**
 * Everything one worker process runs: calls on today's code, calls pinned to earlier code, deliveries. Resolves once
 * new calls start on today's code.
 */
export const startWorker = async (ctx: AppContext): Promise<RunningWorker> => {
  const { config, logger, temporal } = ctx;
  const { taskQueue, deliveryTaskQueue, bundleDir, prebuiltBundle, versioning, namespace, address } = config.temporal;
  const current = await currentBundle(bundleDir, prebuiltBundle);
  const deployment: Deployment = { temporal, name: taskQueue };

  await registerSearchAttributes(temporal);
  const earlier = versioning ? await findNeededBundles(deployment, bundleDir, current) : [];
  const connection = await NativeConnection.connect({ address });
  const stopping = new AbortController();
  const activities = createActivities(ctx, { temporal, taskQueue, timing: config.call }, stopping.signal);
  const common: Omit<WorkerOptions, 'taskQueue'> = {
    connection,
    namespace,
    activities,
    // Attempts to deliver take up to 18 s; what takes longer is begun again by the next worker.
    shutdownGraceTime: '19s',
    shutdownForceTime: '21s',
  };

  const workers = await Promise.all([
    ...[current, ...earlier].map(({ buildId, codePath }) =>
      Worker.create({
        ...common,
        taskQueue,
        workflowBundle: { codePath },
        ...(versioning && {
          workerDeploymentOptions: {
            useWorkerVersioning: true,
            version: { deploymentName: taskQueue, buildId },
            defaultVersioningBehavior: 'PINNED',
          },
        }),
      }),
    ),
    Worker.create({ ...common, taskQueue: deliveryTaskQueue, maxConcurrentActivityTaskExecutions: maxPages }),
  ]);
  const runs = workers.map((worker) => worker.run());
  const finished = Promise.all(runs).then(() => undefined);
  const ended = async () => {
    await Promise.allSettled([finished, ...runs]);
    await connection.close();
  };
  const stop = async () => {
    stopping.abort();
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    await stopWithin(stopMs, 'the worker', ended(), logger);
  };

  try {
    if (versioning) await makeCurrent(deployment, current);
    await ensureSchedules(temporal, taskQueue, config);
  } catch (error) {
    await stop();
    throw error;
  }
  logger.info({ buildId: current.buildId, earlier: earlier.map(({ buildId }) => buildId) }, 'worker is running');
  return { finished, stop };
};
