import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MikroORM } from '@mikro-orm/postgresql';
import { WebhookEvent } from '../../src/db/entities.ts';
import { ormOptions } from '../../src/db/options.ts';
import { systemEm } from '../../src/db/core/tenancy.ts';
import { isPolled } from '../../dev/temporal.ts';
import { freePort, runNode, startNode, until, untilServing, type Environment } from '../harness/processes.ts';
import { productSecrets } from '../harness/secrets.ts';
import { openNamespace } from '../harness/temporal.ts';
import { startTwilioStub } from '../harness/twilio.ts';
import type { Arena, Contestant, Running } from './contestant.ts';

const database = 'bench_ack_ours';
const template = 'bench_ack_ours_template';
const taskQueue = 'calls';
const startSeconds = 60;
const rescueSeconds = 60;

const login = { username: 'bench_ack_app', password: randomBytes(16).toString('hex') };
const bundleDir = join(tmpdir(), `bench-bundles-${randomBytes(8).toString('hex')}`);
const secrets = productSecrets();

/** The product as in production: API with its relay, worker and Temporal, all of them working while it is measured. */
export const ours: Contestant = { name: 'ours', title: 'This project', checks: true, prepare, start };

/** Once: a migrated database with one tenant, to be copied for each round, and the workflows' bundle. */
async function prepare(arena: Arena): Promise<AsyncDisposable> {
  const { postgres, subscription, signal } = arena;
  await using resources = new AsyncDisposableStack();
  resources.defer(() => postgres.dropRole(login.username));
  resources.defer(() => postgres.drop(template));
  resources.defer(() => rm(bundleDir, { recursive: true, force: true }));
  await postgres.recreate(template);
  const environment = { ...environmentOf(arena, template), TEMPORAL_ADDRESS: 'not needed' };
  await runNode(new URL('ours/prepare.ts', import.meta.url), environment, [JSON.stringify(subscription)], signal);
  return resources.move();
}

async function start(arena: Arena): Promise<Running> {
  const { postgres, signal } = arena;
  await using resources = new AsyncDisposableStack();
  await postgres.recreate(database, template);
  resources.defer(() => postgres.drop(database));
  const { address, namespace } = resources.use(await openNamespace(arena.temporalAddress, arena.log));
  const twilio = resources.use(await startTwilioStub());
  const port = await freePort();
  const environment = {
    ...environmentOf(arena, database),
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    TWILIO_API_URL: twilio.url,
    PORT: String(port),
  };

  const since = new Date();
  resources.use(startNode(new URL('../../src/worker/main.ts', import.meta.url), environment, signal));
  await until('the worker to poll', startSeconds, () => isPolled({ address, namespace, taskQueue }, since), signal);
  const api = resources.use(startNode(new URL('../../src/api/main.ts', import.meta.url), environment, signal));
  await untilServing(api, `http://127.0.0.1:${port}/health/ready`, startSeconds, signal);

  const orm = resources.use(await MikroORM.init(ormOptions(loginUrl(postgres.urlOf(database)))));
  const owned = resources.move();
  return {
    port,
    pid: api.process.pid,
    countStored: (expected) => countStored(orm, expected),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** What PostgreSQL did not take in time was kept by Temporal, and comes as soon as a workflow gets to it. */
async function countStored(orm: MikroORM, expected: number): Promise<number> {
  const deadline = Date.now() + rescueSeconds * 1000;
  for (;;) {
    // SYSTEM: what is counted is the server's, not a tenant's.
    const count = await systemEm(orm).transactional((em) => em.count(WebhookEvent));
    if (count >= expected || Date.now() > deadline) return count;
    await delay(500);
  }
}

function environmentOf({ postgres, subscription }: Arena, name: string): Environment {
  return {
    ...secrets,
    DATABASE_URL: loginUrl(postgres.urlOf(name)),
    DATABASE_OWNER_URL: postgres.urlOf(name),
    TEMPORAL_TASK_QUEUE: taskQueue,
    WORKFLOW_BUNDLE_DIR: bundleDir,
    HOST: '127.0.0.1',
    PUBLIC_URL: subscription.publicUrl,
    // The peers log nothing either.
    LOG_LEVEL: 'warn',
  };
}

const loginUrl = (url: string) => Object.assign(new URL(url), login).href;
