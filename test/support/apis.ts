import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorker } from '../../src/worker/worker.ts';
import { sharedBundle } from './bundle.ts';
import { createOwnDatabase } from './database.ts';
import { startTestApi, type TestApi } from './http.ts';
import './quiet.ts';

/** With a worker of its own, which delivers to this machine. */
export const startDeliveringApi = async (): Promise<TestApi> => {
  const database = await createOwnDatabase();
  const api = await startTestApi({
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
    TEMPORAL_TASK_QUEUE: `test-${randomUUID()}`,
    WORKER_VERSIONING: 'false',
    WORKFLOW_BUNDLE_DIR: await mkdtemp(join(tmpdir(), 'receptionist-bundles-')),
    WORKFLOW_BUNDLE: await sharedBundle(),
    DELIVERY_ALLOWED_HOSTS: '127.0.0.1',
  });
  const worker = await startWorker(api.app);
  const stop = async () => {
    await worker.stop();
    await api.stop();
    await database.drop();
  };
  return { ...api, stop };
};

/** With a PostgreSQL and a Temporal that accept connections and never answer. */
export const startWaitingApi = async (): Promise<TestApi> => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  const address = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const started = await startTestApi({
    DATABASE_URL: `postgresql://user:pass@${address}/gone`,
    TEMPORAL_ADDRESS: address,
  });
  const stop = async () => {
    silent.close();
    await started.api.stop();
  };
  return { ...started, stop };
};
