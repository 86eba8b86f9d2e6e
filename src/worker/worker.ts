import { setTimeout as sleep } from 'node:timers/promises';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import type { AppContext } from '../context.ts';
import { stopWithin } from '../deadline.ts';
import { keepOwnBundle, type WorkflowBundle } from './bundles.ts';
import { assertVersioned, type Deployment } from './deployment.ts';
import { Fleet } from './fleet.ts';
import { ensureSchedules } from '../temporal/start/schedules.ts';
import { registerSearchAttributes } from './server.ts';
import { Versions } from './versions.ts';

export interface RunningWorker {
  /** Of the code that it brought. */
  buildId: string;
  /** Rejects when a worker failed for good, or had to be cut off. */
  finished: Promise<void>;
  /** Lets what runs come to an end, for half a minute at most; what is cut off begins again elsewhere. */
  stop(): Promise<void>;
}

/** More than the workers below take one after the other: the SDK then says goodbye to the server, which may not answer. */
const stopMs = 24_000;

/** The worker of deliveries stops first, the others at most so much later: calls go on while deliveries hang. */
const deliveriesFirstMs = 12_000;

/** Attempts to deliver take up to 18 s; what takes longer is begun again by the next worker. */
const deliveryShutdown = { shutdownGraceTime: '19s', shutdownForceTime: '21s' } as const;
const callShutdown = { shutdownGraceTime: '8s', shutdownForceTime: '10s' } as const;

/** Pages of endpoints at the same time. They wait for endpoints, or for more to do, most of their time. */
const maxPages = 1_000;

/**
 * Calls saved at the same time. One that waits for its turn has not begun when its time is over, so that it is not done twice; more
 * at once would make each other late, and leave no connection to what else a worker does.
 */
const savesOf = (poolSize: number): number => Math.max(1, Math.floor((poolSize * 3) / 4));

/** For code of other versions, which has few calls left: each of them would have a cache and pollers as large as ours. */
const small = {
  maxCachedWorkflows: 50,
  workflowThreadPoolSize: 1,
  maxConcurrentWorkflowTaskPolls: 2,
  maxConcurrentActivityTaskPolls: 2,
} as const;

/** Temporal notices a worker at its first poll. */
const noticeMs = 60_000;

/**
 * Everything one worker process runs: calls on its own code, calls pinned to other code, deliveries. Resolves once calls
 * begin on some version: on ours only if it is the first, or after its promotion (`promote/main.ts`).
 * @param now clock by which versions age.
 */
export const startWorker = async (app: AppContext, now?: () => Date): Promise<RunningWorker> => {
  const { config, logger, temporal } = app;
  const { taskQueue, deliveryTaskQueue, bundleDir, prebuiltBundle, versioning, namespace, address } = config.temporal;
  const deployment: Deployment = { temporal, name: taskQueue };
  // A server that cannot version workers is known before anything runs.
  if (versioning) await assertVersioned(temporal);
  const own = await keepOwnBundle(bundleDir, prebuiltBundle);

  await registerSearchAttributes(temporal);
  const connection = await NativeConnection.connect({ address });
  const stopping = new AbortController();
  const activities = createActivities(app, { temporal, taskQueue, timing: config.call }, stopping.signal);
  const common: Omit<WorkerOptions, 'taskQueue'> = { connection, namespace, activities };
  const createCallWorker = ({ buildId, codePath }: WorkflowBundle, options: Partial<WorkerOptions> = {}) =>
    Worker.create({
      ...common,
      ...callShutdown,
      maxConcurrentLocalActivityExecutions: savesOf(config.database.poolSize),
      ...options,
      taskQueue,
      workflowBundle: { codePath },
      // So long a call waits for a worker that died with it in its cache, 10 s by default.
      stickyQueueScheduleToStartTimeout: '2s',
      ...(versioning && {
        workerDeploymentOptions: {
          useWorkerVersioning: true,
          version: { deploymentName: taskQueue, buildId },
          // Each workflow says its own (`workflows/index.ts`).
          defaultVersioningBehavior: 'PINNED',
        },
      }),
    });

  const calls = await createCallWorker(own);
  // Activities only, on a queue without versions: whatever version asks for them, the latest worker may do them.
  const deliveries = await Worker.create({
    ...common,
    ...deliveryShutdown,
    taskQueue: deliveryTaskQueue,
    maxConcurrentActivityTaskExecutions: maxPages,
  });
  const schedule = () => ensureSchedules(temporal, taskQueue, config);
  const fleet = new Fleet((bundle) => createCallWorker(bundle, small), logger);
  const versions = new Versions({
    deployment,
    folder: bundleDir,
    own,
    fleet,
    logger,
    onCurrent: schedule,
    ...(now && { now }),
  });

  const [callRun, deliveryRun] = [calls.run(), deliveries.run()];
  const finished = Promise.all([callRun, deliveryRun]).then(() => undefined);
  const end = async () => {
    const shutDown = (worker: Worker) => worker.getState() === 'RUNNING' && worker.shutdown();
    stopping.abort();
    shutDown(deliveries);
    await Promise.race([Promise.allSettled([deliveryRun]), sleep(deliveriesFirstMs, undefined, { ref: false })]);
    await versions.stop();
    shutDown(calls);
    await Promise.allSettled([callRun, deliveryRun, fleet.stop()]);
    await connection.close();
  };
  const stop = () => stopWithin(stopMs, 'the worker', end(), logger);

  try {
    if (versioning) await versions.untilCallsBegin(noticeMs);
    else await schedule();
  } catch (error) {
    await stop();
    throw error;
  }
  if (versioning) versions.watch();
  logger.info({ buildId: own.buildId, others: fleet.buildIds }, 'worker is running');
  return { buildId: own.buildId, finished, stop };
};
