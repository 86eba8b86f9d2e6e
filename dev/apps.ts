import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '../src/config.ts';
import { StartFailure } from './failure.ts';
import type { Log } from './progress.ts';
import type { Environment } from './settings.ts';
import { type Service, startService } from './supervisor.ts';
import { isPolled } from './temporal.ts';

export interface AppOptions {
  config: Config;
  env: Environment;
  home: string;
  log: Log;
  signal: AbortSignal;
}

const root = join(import.meta.dirname, '..');

const common = (name: 'api' | 'worker', { env, home, log, signal }: AppOptions) => ({
  command: process.execPath,
  args: [join(root, 'src', name, 'main.ts')],
  cwd: root,
  env,
  logFile: join(home, 'logs', `${name}.log`),
  runDir: join(home, 'run'),
  log,
  signal,
  // Bundling the workflows is seconds of work, and other tests may share the two cores.
  readyTimeoutSeconds: 120,
});

/** Where this machine reaches the API. */
export const localUrl = ({ http: { host, port } }: Config): string =>
  `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;

const isOk = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(3_000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Up as soon as it answers at all: while PostgreSQL or Temporal restart, it is them it waits for. */
export const startApiProcess = (options: AppOptions): Promise<Service> =>
  startService({
    name: 'API',
    ...common('api', options),
    isReady: () => isOk(`${localUrl(options.config)}/health/live`),
  });

export const startWorkerProcess = (options: AppOptions): Promise<Service> => {
  const { address, namespace, taskQueue } = options.config.temporal;
  let startedAt = new Date();
  return startService({
    name: 'worker',
    ...common('worker', options),
    prepare: async () => {
      startedAt = new Date();
    },
    isReady: () => isPolled({ address, namespace, taskQueue }, startedAt),
  });
};

/** @throws StartFailure when the API is up, but not what it needs. */
export const waitUntilReady = async ({ config, signal }: AppOptions): Promise<void> => {
  const url = `${localUrl(config)}/health/ready`;
  for (const deadline = Date.now() + 60_000; !(await isOk(url)); await delay(100, undefined, { signal })) {
    if (Date.now() > deadline) throw new StartFailure(`${url} still does not answer 200: it says why.`);
  }
};
