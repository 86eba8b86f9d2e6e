import { dirname, join, resolve } from 'node:path';
import { Connection, isGrpcServiceError } from '@temporalio/client';
import { StartFailure } from './failure.ts';
import type { Log } from './progress.ts';
import { type Service, startService } from './supervisor.ts';

type SearchAttributes = Record<string, 'Text' | 'Keyword' | 'Int' | 'Double' | 'Bool' | 'Datetime' | 'KeywordList'>;

export interface TemporalOptions {
  /** @see findTemporalCli */
  executable: string;
  /** SQLite file. Logs and process records go to `logs/` and `run/` beside it. */
  dbFile: string;
  port: number;
  /** Without one the web UI is off. */
  uiPort?: number;
  /** For a new database file; the worker adds what an older one lacks. */
  searchAttributes?: SearchAttributes;
  /** Besides fair task queues. */
  dynamicConfig?: Record<string, boolean | number>;
  /** Where the web UI has payloads decrypted. */
  uiCodecEndpoint?: string;
  log: Log;
  signal?: AbortSignal;
}

export interface Temporal extends Service {
  address: string;
  uiUrl: string | undefined;
}

const host = '127.0.0.1';

/** Fair task queues: a tenant's few tasks are not kept waiting behind another's many. */
const fairQueues = { 'matching.enableFairness': true, 'matching.useNewMatcher': true };

/** Reconnects eagerly: the server is on this machine and about to come. */
const connectTo = (address: string): Connection =>
  Connection.lazy({
    address,
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 50, 'grpc.max_reconnect_backoff_ms': 250 },
  });

/** @returns undefined when the server gives no answer. */
const ask = async <T>(connection: Connection, question: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await connection.withDeadline(Date.now() + 2_000, question);
  } catch (error) {
    if (isGrpcServiceError(error)) return undefined;
    throw error;
  }
};

/** @throws StartFailure when an existing server does not answer. */
export const assertServing = async (address: string, namespace: string): Promise<void> => {
  const connection = connectTo(address);
  try {
    const answer = await ask(connection, () => connection.workflowService.describeNamespace({ namespace }));
    if (!answer) throw new StartFailure(`Temporal at ${address} does not answer, or has no namespace ${namespace}.`);
  } finally {
    await connection.close();
  }
};

/** Whether a worker has asked for this queue's workflow tasks since then. */
export const isPolled = async (
  { address, namespace, taskQueue }: { address: string; namespace: string; taskQueue: string },
  since: Date,
): Promise<boolean> => {
  const connection = connectTo(address);
  try {
    const queue = await ask(connection, () =>
      connection.workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name: taskQueue },
      }),
    );
    const askedAt = (queue?.pollers ?? []).map(
      ({ lastAccessTime: at }) => Number(at?.seconds) + (at?.nanos ?? 0) / 1e9,
    );
    return askedAt.some((seconds) => seconds >= since.getTime() / 1000);
  } finally {
    await connection.close();
  }
};

const lastComplaint = (output: string): string => {
  const line =
    output.split('\n').findLast((text) => text.includes('level=ERROR')) ??
    output.split('\n').at(-1) ??
    'it gave no reason';
  return (/msg="((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? line).replaceAll('\\"', '"');
};

/** A Temporal server of its own, on the loopback interface. @throws StartFailure, one sentence. */
export const startTemporal = async (options: TemporalOptions): Promise<Temporal> => {
  const { executable, port, uiPort, searchAttributes = {}, uiCodecEndpoint, log, signal } = options;
  const dynamicConfig = { ...fairQueues, ...options.dynamicConfig };
  const dbFile = resolve(options.dbFile);
  const home = dirname(dbFile);
  const address = `${host}:${port}`;
  const connection = connectTo(address);
  const logFile = join(home, 'logs', 'temporal.log');
  const args = [
    'server',
    'start-dev',
    '--log-level=error',
    `--ip=${host}`,
    `--port=${port}`,
    `--db-filename=${dbFile}`,
    ...(uiPort === undefined ? ['--headless'] : [`--ui-port=${uiPort}`]),
    ...(uiCodecEndpoint ? [`--ui-codec-endpoint=${uiCodecEndpoint}`] : []),
    ...Object.entries(searchAttributes).map(([name, type]) => `--search-attribute=${name}=${type}`),
    ...Object.entries(dynamicConfig).map(([key, value]) => `--dynamic-config-value=${key}=${value}`),
  ];
  const service = await startService({
    name: 'Temporal',
    command: executable,
    args,
    logFile,
    runDir: join(home, 'run'),
    log,
    signal,
    isReady: async () => {
      const namespace = { namespace: 'default' };
      return (await ask(connection, () => connection.workflowService.describeNamespace(namespace))) !== undefined;
    },
    diagnose: (output) =>
      output.includes('address already in use')
        ? `Temporal cannot listen on port ${port}${uiPort === undefined ? '' : ` or ${uiPort}`}: another program has it.`
        : `Temporal did not start with its database ${dbFile}: ${lastComplaint(output)} (delete the file to begin with an empty one; ${logFile} has the rest).`,
  }).catch(async (error: unknown) => {
    await connection.close();
    throw error;
  });
  return {
    ...service,
    address,
    uiUrl: uiPort === undefined ? undefined : `http://localhost:${uiPort}`,
    stop: async () => {
      await service.stop();
      await connection.close();
    },
  };
};
