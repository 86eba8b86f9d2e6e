import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import type { Log } from '../../dev/progress.ts';
import { findTemporalCli } from '../../dev/temporal-cli.ts';
import { startTemporal } from '../../dev/temporal.ts';
import { freePort } from './processes.ts';

export interface Namespace extends AsyncDisposable {
  address: string;
  namespace: string;
}

/** A namespace with nothing in it: a new one at `address`, else the default one of a throw-away dev server. */
export async function openNamespace(address: string | undefined, log: Log): Promise<Namespace> {
  return address === undefined ? startOwn(log) : registerNamespace(address);
}

// It stays: a server that deletes a namespace's workflows would do so in the next contestant's time.
async function registerNamespace(address: string): Promise<Namespace> {
  const namespace = `bench-${randomBytes(6).toString('hex')}`;
  const connection = await Connection.connect({ address });
  try {
    const workflowExecutionRetentionPeriod = msToTs('1 day');
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  } finally {
    await connection.close();
  }
  return { address, namespace, [Symbol.asyncDispose]: async () => undefined };
}

async function startOwn(log: Log): Promise<Namespace> {
  const executable = await findTemporalCli({ env: process.env, log });
  const folder = await mkdtemp(join(tmpdir(), 'bench-temporal-'));
  const server = await startTemporal({
    executable,
    dbFile: join(folder, 'temporal.db'),
    port: await freePort(),
    log: () => undefined,
  });
  return {
    address: server.address,
    namespace: 'default',
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
