import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { freePorts } from '../../dev/ports.ts';
import type { Log } from '../../dev/progress.ts';
import { startService } from '../../dev/supervisor.ts';
import { assertServing } from '../../dev/temporal.ts';
import { registerSearchAttributes } from '../../src/worker/server.ts';
import type { BenchPostgres } from './postgres.ts';
import { until } from './processes.ts';
import { registerNamespace, type Namespace } from './namespace.ts';
import { findTemporalPrograms, type TemporalPrograms } from './temporalPrograms.ts';

interface Context {
  programs: TemporalPrograms;
  postgres: BenchPostgres;
  log: Log;
}

interface Databases {
  store: string;
  visibility: string;
}

const template: Databases = { store: 'bench_temporal_template', visibility: 'bench_temporal_visibility_template' };
const databases: Databases = { store: 'bench_temporal', visibility: 'bench_temporal_visibility' };
const namespace = 'default';

/** As in docker-compose.yml. */
const dynamicConfig = { 'matching.useNewMatcher': true, 'matching.enableFairness': true };
const shards = 512;

/**
 * Temporal as in production: on PostgreSQL, here the bench's own, with all its services in one process.
 * @returns starts one with nothing in it but its namespace and our search attributes.
 */
export async function prepareTemporalOnPostgres(
  postgres: BenchPostgres,
  log: Log,
): Promise<AsyncDisposable & { start(): Promise<Namespace> }> {
  const context = { programs: await findTemporalPrograms({ env: process.env, log }), postgres, log };
  await using resources = new AsyncDisposableStack();
  resources.defer(() => dropAll(postgres, template));
  await createSchema(context);
  await fillTemplate(context);
  const owned = resources.move();
  return {
    start: () => startCopy(context),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function startCopy(context: Context): Promise<Namespace> {
  const { postgres } = context;
  await using resources = new AsyncDisposableStack();
  resources.defer(() => dropAll(postgres, databases));
  for (const store of ['store', 'visibility'] as const) {
    await postgres.recreate(databases[store], template[store]);
    await postgres.query(databases[store], 'update schema_version set db_name = current_database()');
  }
  const { address } = resources.use(await startServer(context, databases, namespace));
  const owned = resources.move();
  return { address, namespace, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

async function dropAll(postgres: BenchPostgres, { store, visibility }: Databases): Promise<void> {
  await postgres.drop(store);
  await postgres.drop(visibility);
}

async function createSchema({ programs, postgres }: Context): Promise<void> {
  const { hostname, port, username, password } = new URL(postgres.urlOf(''));
  const env = {
    SQL_PLUGIN: 'postgres12',
    SQL_HOST: hostname,
    SQL_PORT: port,
    SQL_USER: decodeURIComponent(username),
    SQL_PASSWORD: decodeURIComponent(password),
  };
  for (const [name, schema] of [
    [template.store, 'temporal'],
    [template.visibility, 'visibility'],
  ] as const) {
    await postgres.recreate(name);
    const run = (...args: string[]) => promisify(execFile)(programs.schemaTool, ['--db', name, ...args], { env });
    await run('setup-schema', '-v', '0.0');
    await run('update-schema', '--schema-name', `postgresql/v12/${schema}`);
  }
  // The system's free ports are mostly above what a smallint holds.
  await postgres.query(template.store, 'alter table cluster_membership alter column rpc_port type integer');
}

/** What each copy begins with; a namespace that is registered later takes seconds to be known everywhere. */
async function fillTemplate(context: Context): Promise<void> {
  await using running = await startServer(context, template, 'temporal-system');
  await registerNamespace(running.address, namespace);
  const connection = await Connection.connect({ address: running.address });
  try {
    const client = new Client({ connection, namespace });
    const isRegistered = () =>
      registerSearchAttributes(client).then(
        () => true,
        () => false,
      );
    await until('the namespace to take search attributes', 30, isRegistered);
  } finally {
    await connection.close();
  }
  await running[Symbol.asyncDispose]();
  // A copy would look for the services that wrote it.
  await context.postgres.query(template.store, 'delete from cluster_membership');
}

async function startServer(
  { programs, postgres, log }: Context,
  stores: Databases,
  awaited: string,
): Promise<AsyncDisposable & { address: string }> {
  await using resources = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), 'bench-temporal-'));
  resources.defer(() => rm(home, { recursive: true, force: true }));
  const { address, config } = await configure(postgres, stores, join(home, 'dynamic.yaml'));
  await mkdir(join(home, 'config'));
  // JSON is YAML, too.
  await writeFile(join(home, 'config', 'bench.yaml'), JSON.stringify(config), { mode: 0o600 });
  const dynamic = Object.entries(dynamicConfig).map(([key, value]) => [key, [{ value }]]);
  await writeFile(join(home, 'dynamic.yaml'), JSON.stringify(Object.fromEntries(dynamic)));
  const service = await startService({
    name: 'Temporal',
    command: programs.server,
    args: ['--root', home, '--env', 'bench', '--allow-no-auth', 'start'],
    logFile: join(home, 'temporal.log'),
    runDir: join(home, 'run'),
    log,
    // What follows is a stack.
    diagnose: (output) => `Temporal on PostgreSQL did not start: ${output.split('\n').at(-1)?.slice(0, 400)}`,
    isReady: () =>
      assertServing(address, awaited).then(
        () => true,
        () => false,
      ),
  });
  resources.defer(() => service.stop());
  const owned = resources.move();
  return { address, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** The defaults of the published image but for its shards, of which it has four. */
async function configure(postgres: BenchPostgres, { store, visibility }: Databases, dynamicConfigFile: string) {
  const { host, username, password } = new URL(postgres.urlOf(''));
  const sql = (databaseName: string, maxConns: number) => ({
    sql: {
      pluginName: 'postgres12',
      databaseName,
      connectAddr: host,
      connectProtocol: 'tcp',
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      maxConns,
      maxIdleConns: maxConns,
      maxConnLifetime: '1h',
    },
  });
  const names = ['frontend', 'matching', 'history', 'worker'] as const;
  const ports = await freePorts(names.length * 2);
  const services = names.map((name, index) => {
    const [grpcPort, membershipPort] = [ports[index * 2], ports[index * 2 + 1]];
    return [name, { rpc: { grpcPort, membershipPort, bindOnLocalHost: true } }] as const;
  });
  const address = `127.0.0.1:${ports[0]}`;
  const cluster = { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: address };
  const config = {
    log: { stdout: true, level: 'error' },
    persistence: {
      numHistoryShards: shards,
      defaultStore: 'store',
      visibilityStore: 'visibility',
      datastores: { store: sql(store, 20), visibility: sql(visibility, 10) },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: Object.fromEntries(services),
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: { active: cluster },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    dynamicConfigClient: { filepath: dynamicConfigFile, pollInterval: '1m' },
  };
  return { address, config };
}
