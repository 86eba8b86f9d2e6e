import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client, Connection } from '@temporalio/client';
import { readConfig, type Config } from '../../src/config.ts';
import { migrate } from '../../src/db/migrate.ts';
import { ormOptions } from '../../src/db/options.ts';
import { isPolled } from '../../dev/temporal.ts';
import type { BenchPostgres } from './postgres.ts';
import { freePort, startNode, until, untilServing, type Child, type Environment } from './processes.ts';
import { productSecrets } from './secrets.ts';
import type { BenchTemporal } from './temporal.ts';
import { addTenants, type BenchTenant } from './tenants.ts';
import { startTwilioStub } from './twilio.ts';

export interface ProductArena {
  postgres: BenchPostgres;
  temporal: BenchTemporal;
  /** Ends the children when the bench is interrupted. */
  signal: AbortSignal;
}

interface ProductPlan {
  /** Of its databases and its login. */
  name: string;
  tenants: readonly BenchTenant[];
  /** Over what all benches have. */
  environment?: Environment;
}

/** The product as in production: API with its relay, worker and Temporal. Ends, and leaves nothing behind. */
export interface Product extends AsyncDisposable {
  port: number;
  api: Child;
  worker: Child;
  orm: MikroORM;
  temporal: Client;
  /** One SQL query by the owner, who sees all tenants. */
  query: <Row extends object>(sql: string) => Promise<Row[]>;
}

export interface PreparedProduct extends AsyncDisposable {
  config: Config;
  /** In the order of the plan. */
  tenants: { id: string; endpointId: string }[];
  /** With empty stores but for the tenants: no round sees the backlog of another. */
  start(): Promise<Product>;
}

const taskQueue = 'calls';
const startSeconds = 60;
const secrets = productSecrets();

/** Once: a migrated database with its tenants, to be copied for each round, and a folder for the workflows' bundle. */
export async function prepareProduct(arena: ProductArena, plan: ProductPlan): Promise<PreparedProduct> {
  const { postgres } = arena;
  const template = `bench_${plan.name}_template`;
  const login = { username: `bench_${plan.name}_app`, password: randomBytes(16).toString('hex') };
  const bundleDir = join(tmpdir(), `bench-bundles-${randomBytes(8).toString('hex')}`);
  const environmentOf = (database: string): Environment => ({
    ...secrets,
    DATABASE_URL: Object.assign(new URL(postgres.urlOf(database)), login).href,
    DATABASE_OWNER_URL: postgres.urlOf(database),
    TEMPORAL_TASK_QUEUE: taskQueue,
    WORKFLOW_BUNDLE_DIR: bundleDir,
    HOST: '127.0.0.1',
    DELIVERY_ALLOWED_HOSTS: '127.0.0.1',
    // The peers log nothing either.
    LOG_LEVEL: 'warn',
    ...plan.environment,
  });

  await using resources = new AsyncDisposableStack();
  resources.defer(() => postgres.dropRole(login.username));
  resources.defer(() => postgres.drop(template));
  resources.defer(() => rm(bundleDir, { recursive: true, force: true }));
  await postgres.recreate(template);
  const config = readConfig({ ...environmentOf(template), TEMPORAL_ADDRESS: 'not needed' });
  await migrate(config);
  const tenants = await addTenants(config, plan.tenants);
  const owned = resources.move();
  return {
    config,
    tenants,
    start: async () => {
      const database = `bench_${plan.name}`;
      await using round = new AsyncDisposableStack();
      await postgres.recreate(database, template);
      round.defer(() => postgres.drop(database));
      const product = round.use(await startParts(arena, environmentOf(database)));
      const query: Product['query'] = (sql) => postgres.query(database, sql);
      const kept = round.move();
      return { ...product, query, [Symbol.asyncDispose]: () => kept.disposeAsync() };
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function startParts(
  { temporal, signal }: ProductArena,
  base: Environment,
): Promise<Omit<Product, 'query'> & AsyncDisposable> {
  await using resources = new AsyncDisposableStack();
  const { address, namespace } = resources.use(await temporal.openNamespace());
  const twilio = resources.use(await startTwilioStub());
  const port = await freePort();
  const environment: Environment = {
    ...base,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    TWILIO_API_URL: twilio.url,
    PORT: String(port),
  };

  const since = new Date();
  const worker = resources.use(startNode(new URL('../../src/worker/main.ts', import.meta.url), environment, signal));
  await until('the worker to poll', startSeconds, () => isPolled({ address, namespace, taskQueue }, since), signal);
  const api = resources.use(startNode(new URL('../../src/api/main.ts', import.meta.url), environment, signal));
  await untilServing(api, `http://127.0.0.1:${port}/health/ready`, startSeconds, signal);

  const orm = resources.use(await MikroORM.init(ormOptions(environment['DATABASE_URL'] ?? '')));
  const connection = resources.adopt(await Connection.connect({ address }), (open) => open.close());
  const owned = resources.move();
  return {
    port,
    api,
    worker,
    orm,
    temporal: new Client({ connection, namespace }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
