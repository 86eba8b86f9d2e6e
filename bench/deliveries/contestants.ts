import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchPostgres } from '../harness/postgres.ts';
import { runNode, startNode, type Child, type Environment } from '../harness/processes.ts';
import { productSecrets } from '../harness/secrets.ts';
import type { BenchTemporal } from '../harness/temporal.ts';
import type { Plan, Waiting } from './plan.ts';

export interface Arena {
  postgres: BenchPostgres;
  temporal: BenchTemporal;
  signal: AbortSignal;
}

export interface Contestant {
  name: string;
  title: string;
  /** Gets everything ready with empty stores, then begins to deliver. */
  start(arena: Arena, plan: Plan): Promise<AsyncDisposable>;
}

const database = 'bench_deliveries';
const login = { username: 'bench_deliveries_app', password: randomBytes(16).toString('hex') };
const secrets = productSecrets();

/** A fresh database that goes away with the round. */
const openDatabase = async ({ postgres }: Arena, resources: AsyncDisposableStack): Promise<void> => {
  await postgres.recreate(database);
  resources.defer(() => postgres.drop(database));
};

const environmentOf = ({ postgres }: Arena, others: Environment): Environment => ({
  ...secrets,
  DATABASE_URL: Object.assign(new URL(postgres.urlOf(database)), login).href,
  DATABASE_OWNER_URL: postgres.urlOf(database),
  DELIVERY_ALLOWED_HOSTS: '127.0.0.1',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'warn',
  ...others,
});

const script = (name: string): URL => new URL(name, import.meta.url);

const begin = (child: Child, plan: Plan): void => void child.process.send(plan);

/** The worker as in production, with everything waiting when it comes up. */
const startWorker =
  (kind: Waiting): Contestant['start'] =>
  async (arena, plan) => {
    await using resources = new AsyncDisposableStack();
    resources.defer(() => arena.postgres.dropRole(login.username));
    await openDatabase(arena, resources);
    const { address, namespace } = resources.use(await arena.temporal.openNamespace());
    const folder = await mkdtemp(join(tmpdir(), 'bench-bundles-'));
    resources.defer(() => rm(folder, { recursive: true, force: true }));
    const environment = environmentOf(arena, {
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: namespace,
      WORKFLOW_BUNDLE_DIR: folder,
      WORKER_VERSIONING: 'false',
    });
    await runNode(script('fill.ts'), environment, [JSON.stringify(plan), kind], arena.signal);
    // As autovacuum does all the time.
    await arena.postgres.query(database, 'analyze');
    resources.use(startNode(new URL('../../src/worker/main.ts', import.meta.url), environment, arena.signal));
    return resources.move();
  };

const ours = (name: Waiting, title: string): Contestant => ({
  name,
  title: `This project, ${title}`,
  start: startWorker(name),
});

const loop: Contestant = {
  name: 'loop',
  title: 'undici + one insert',
  start: async (arena, plan) => {
    await using resources = new AsyncDisposableStack();
    await openDatabase(arena, resources);
    await arena.postgres.query(
      database,
      'create table deliveries (id uuid primary key, status int, answer text, duration_ms float8)',
    );
    const environment = { DATABASE_URL: arena.postgres.urlOf(database) };
    begin(resources.use(startNode(script('loop.ts'), environment, arena.signal)), plan);
    return resources.move();
  },
};

export const contestants: Contestant[] = [
  ours('first', 'first attempts'),
  ours('retries', 'retries'),
  ours('recovery', 'a recovery'),
  loop,
];
