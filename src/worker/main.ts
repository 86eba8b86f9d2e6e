import { setTimeout as sleep } from 'node:timers/promises';
import { Runtime } from '@temporalio/worker';
import { readConfig } from '../config.ts';
import { createContext, type AppContext } from '../context.ts';
import { runtimeOptions } from './runtime.ts';
import { startWorker, type RunningWorker } from './worker.ts';

const retryMs = 2_000;

/** Temporal may come up after us, as in a cluster that starts all at once. */
const startWhenPossible = async (app: AppContext): Promise<RunningWorker> => {
  for (;;) {
    try {
      return await startWorker(app);
    } catch (error) {
      app.logger.warn({ err: error }, `the worker could not start; next try in ${retryMs / 1000} s`);
      await sleep(retryMs);
    }
  }
};

const app = await createContext(readConfig(process.env), 'worker');
Runtime.install(runtimeOptions(app));
const worker = await startWhenPossible(app);

let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  await worker.stop();
  await app.close();
  // Temporal's client may still have a retry pending that would find its channel closed.
  process.exit();
};
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, () => void stop());
await worker.finished.catch((error: unknown) => {
  if (stopping) return;
  app.logger.fatal({ err: error }, 'the worker failed');
  process.exitCode = 1;
});
await stop();
