import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../../dev/progress.ts';
import { findTemporalCli } from '../../dev/temporal-cli.ts';
import { startTemporal } from '../../dev/temporal.ts';
import { registerNamespace, type Namespace } from './namespace.ts';
import type { BenchPostgres } from './postgres.ts';
import { freePort } from './processes.ts';
import { prepareTemporalOnPostgres } from './temporalOnPostgres.ts';

export const temporalUsage = `TEMPORAL_ADDRESS   else a throw-away server on PostgreSQL, which Go builds once
  TEMPORAL_SERVER    \`dev\`: a throw-away dev server instead, with one shard and SQLite`;

/** Where each round gets a namespace with nothing in it. */
export interface BenchTemporal extends AsyncDisposable {
  /** For the first line of the output. */
  description: string;
  openNamespace(): Promise<Namespace>;
}

/** @param env says which server. */
export function openTemporal(env: NodeJS.ProcessEnv, postgres: BenchPostgres, log: Log): BenchTemporal {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_SERVER: server } = env;
  const nothing = async () => undefined;
  if (address !== undefined)
    return {
      description: `Temporal at ${address}`,
      openNamespace: () => addNamespace(address),
      [Symbol.asyncDispose]: nothing,
    };
  if (server === 'dev')
    return {
      description: "Temporal's dev server (one shard, SQLite)",
      openNamespace: () => startDevServer(log),
      [Symbol.asyncDispose]: nothing,
    };
  // When it is first needed: some contestants do without.
  let preparing: ReturnType<typeof prepareTemporalOnPostgres> | undefined;
  return {
    description: 'Temporal 1.29 on PostgreSQL (512 shards)',
    openNamespace: async () => (await (preparing ??= prepareTemporalOnPostgres(postgres, log))).start(),
    [Symbol.asyncDispose]: async () => (await preparing?.catch(() => undefined))?.[Symbol.asyncDispose](),
  };
}

// It stays: a server that deletes a namespace's workflows would do so in the next contestant's time.
async function addNamespace(address: string): Promise<Namespace> {
  const namespace = `bench-${randomBytes(6).toString('hex')}`;
  await registerNamespace(address, namespace);
  return { address, namespace, [Symbol.asyncDispose]: async () => undefined };
}

async function startDevServer(log: Log): Promise<Namespace> {
  const executable = await findTemporalCli({ env: process.env, log });
  const folder = await mkdtemp(join(tmpdir(), 'bench-temporal-'));
  const server = await startTemporal({
    executable,
    dbFile: join(folder, 'temporal.db'),
    port: await freePort(),
    log,
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
