import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Call, WebhookEvent } from '../src/db/entities.ts';
import { migrate } from '../src/db/migrate.ts';
import { tenantEm } from '../src/db/core/tenancy.ts';
import { createDatabase } from '../dev/database.ts';
import { freePorts } from '../dev/ports.ts';
import { startPostgres } from '../dev/postgres.ts';
import type { Service } from '../dev/supervisor.ts';
import { startService } from '../dev/supervisor.ts';
import { findTemporalCli } from '../dev/temporal-cli.ts';
import { startTemporal } from '../dev/temporal.ts';
import { searchAttributeTypes } from '../src/temporal/searchAttributes.ts';
import { sharedBundle } from './support/bundle.ts';
import { jwtPrivateKey } from './support/keys.ts';
import { completedCall, twilioForm, twilioFormUntilTaken } from './support/send.ts';
import { publicUrl, startStack, until, type Stack } from './support/stack.ts';

const home = resolve('.data/test', `faults-${randomUUID()}`);
const log = () => undefined;
const running: Record<string, Service> = {};
let stack: Stack;
let baseUrl: string;

/** Each in a process of its own, started again when it dies, as `npm start` or an orchestrator does. */
beforeAll(async () => {
  const [postgresPort = 0, temporalPort = 0, apiPort = 0] = await freePorts(3);
  const executable = await findTemporalCli({ env: process.env, log });
  const [postgres, temporal] = await Promise.all([
    // What a killed process wrote is safe with the operating system; only a power cut takes it.
    startPostgres({ dataDir: `${home}/postgres`, port: postgresPort, log, settings: { fsync: 'off' } }),
    startTemporal({
      executable,
      dbFile: `${home}/temporal.db`,
      port: temporalPort,
      log,
      searchAttributes: searchAttributeTypes,
    }),
  ]);
  await createDatabase(postgres.ownerUrl);
  await migrate({ database: postgres });
  const environment = {
    DATABASE_URL: postgres.url,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_TASK_QUEUE: 'faults',
    WORKFLOW_BUNDLE_DIR: `${home}/bundles`,
    WORKFLOW_BUNDLE: await sharedBundle(),
    LOG_LEVEL: 'fatal',
  };
  // Its own API and worker serve another queue: here it lends the outside world, the tenant and its eyes.
  stack = await startStack({ ...environment, TEMPORAL_TASK_QUEUE: 'faults-unused', WORKER_VERSIONING: 'false' });
  const { standins, app } = stack;
  const env = {
    ...process.env,
    ...environment,
    HOST: '127.0.0.1',
    PORT: String(apiPort),
    PUBLIC_URL: publicUrl,
    ENCRYPTION_KEYS: app.config.encryptionKeys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(','),
    JWT_PRIVATE_KEY: jwtPrivateKey,
    TWILIO_API_URL: standins.twilioUrl,
    SIGNALWIRE_API_URL: standins.signalwireUrl,
    VAPI_API_URL: standins.vapiUrl,
    DELIVERY_ALLOWED_HOSTS: '127.0.0.1',
    CALL_GRACE_SECONDS: '2',
    CALL_WATCHDOG_SECONDS: '5',
    SWEEP_INTERVAL_SECONDS: '2',
  };
  baseUrl = `http://127.0.0.1:${apiPort}`;
  const answers = async () =>
    fetch(`${baseUrl}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
  const start = (name: string, isReady: () => Promise<boolean> | boolean) =>
    startService({
      name,
      command: process.execPath,
      args: [`src/${name}/main.ts`],
      env,
      logFile: `${home}/logs/${name}.log`,
      runDir: `${home}/run`,
      log,
      isReady,
    });
  Object.assign(running, {
    postgres,
    temporal,
    api: await start('api', answers),
    worker: await start('worker', () => true),
  });
});
afterAll(async () => {
  await Promise.all([running['api']?.stop(), running['worker']?.stop()]);
  await stack.stop();
  await Promise.all([running['postgres']?.stop(), running['temporal']?.stop()]);
});

const send = (fields: Record<string, string>) =>
  twilioFormUntilTaken(baseUrl, `/webhooks/twilio/${stack.tenant.slug}`, fields);

test.each(['api', 'worker', 'temporal', 'postgres'])(
  'a call ends right although %s is killed in the middle of it',
  async (name) => {
    const sid = `CA${randomUUID()}`;
    const live = { ...completedCall(sid), CallStatus: 'in-progress', CallDuration: '', Duration: '' };
    await send({ ...live, CallStatus: 'ringing' });
    await send(live);
    const pid = running[name]?.pid();
    expect(pid).toBeGreaterThan(0);
    process.kill(pid ?? 0, 'SIGKILL');
    await send(completedCall(sid));

    const call = await until('the call to close', async () => {
      const found = await stack.findCall(sid).catch(() => null);
      return found?.closedAt ? found : null;
    });
    expect(call).toMatchObject({ status: 'completed', outcome: 'COMPLETED', durationSeconds: 18 });
    const deliveries = await until('deliveries', async () => {
      const found = await stack.deliveries(sid).catch(() => []);
      return found.length >= 3 && found.every(({ status }) => status === 'delivered') ? found : null;
    });
    const received = stack.standins.n8n
      .deliveries()
      .filter(({ id }) => deliveries.some((delivery) => delivery.id === id));
    expect(new Set(received.map(({ eventId }) => eventId))).toEqual(new Set(deliveries.map(({ eventId }) => eventId)));
    expect(
      await until('all webhooks', async () => {
        const found = await stack.webhookEvents(sid).catch(() => []);
        return found.length === 3 ? found : null;
      }),
    ).toHaveLength(3);
  },
);

interface Acknowledged {
  sid: string;
  status: string;
}

/** Sends a few webhooks of many calls at once, as they come to a busy API. @returns those that were acknowledged; nothing is sent twice. */
const sendMany = async (calls: number): Promise<Acknowledged[]> => {
  const sent = Array.from({ length: calls }, () => `CA${randomUUID()}`).flatMap((sid) =>
    ['ringing', 'in-progress', 'completed'].map(async (status) => {
      const live = { CallStatus: status, ...(status !== 'completed' && { CallDuration: '', Duration: '' }) };
      const fields = { ...completedCall(sid), ...live };
      const answer = await twilioForm(baseUrl, `/webhooks/twilio/${stack.tenant.slug}`, fields).catch(() => undefined);
      return answer && answer.status < 300 ? [{ sid, status }] : [];
    }),
  );
  return (await Promise.all(sent)).flat();
};

const tenantsOwn = () => tenantEm(stack.app.orm, stack.tenant.id);

/** Each is stored, marked, and in its call. */
const accountFor = async (acknowledged: Acknowledged[]): Promise<void> => {
  const externalCallId = { $in: acknowledged.map(({ sid }) => sid) };
  await until('each acknowledged webhook', async () => {
    const events = await tenantsOwn()
      .find(WebhookEvent, { subjectId: externalCallId })
      .catch(() => []);
    const calls = await tenantsOwn()
      .find(Call, { externalCallId })
      .catch(() => []);
    const relayed = new Set(
      events.flatMap((event) => (event.relayedAt ? [`${event.subjectId} ${String(event.payload['CallStatus'])}`] : [])),
    );
    const known = new Map(calls.map((call) => [call.externalCallId, call]));
    return acknowledged.every(({ sid, status }) => {
      const call = known.get(sid);
      if (!call || !relayed.has(`${sid} ${status}`)) return false;
      if (status === 'completed') return call.status === 'completed' && call.durationSeconds === 18 && call.closedAt;
      return status === 'ringing' || call.answeredAt !== null;
    });
  });
};

const kill = (name: string, signal: NodeJS.Signals = 'SIGKILL'): void => {
  const pid = running[name]?.pid() ?? 0;
  expect(pid).toBeGreaterThan(0);
  process.kill(pid, signal);
};

const countEvents = () => tenantsOwn().count(WebhookEvent);

const answersAgain = () =>
  until('the API', () =>
    fetch(`${baseUrl}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );

test.each(['api', 'worker', 'temporal', 'postgres'])(
  'each webhook that was acknowledged while %s was killed is stored and in its call',
  async (name) => {
    await answersAgain();
    const before = await sendMany(4);
    const total = await countEvents();
    const during = sendMany(12);
    // Some are committed, some are not, and hardly any has been handed over.
    await until('the first of them', async () => (await countEvents()) > total);
    kill(name);
    const acknowledged = [...before, ...(await during)];
    expect(acknowledged.length).toBeGreaterThanOrEqual(before.length);
    await answersAgain();
    acknowledged.push(...(await sendMany(4)));
    expect(acknowledged.length).toBeGreaterThanOrEqual(24);
    await accountFor(acknowledged);
  },
);

test('each webhook that an API left behind is in its call, although the worker dies while it sweeps', async () => {
  await answersAgain();
  kill('temporal', 'SIGSTOP');
  const acknowledged = await sendMany(20);
  // With the API that took them they are left to the sweep.
  kill('api');
  kill('temporal', 'SIGCONT');
  expect(acknowledged.length).toBeGreaterThan(0);
  const subjectId = { $in: acknowledged.map(({ sid }) => sid) };
  await until('the sweep to begin', () => tenantsOwn().count(WebhookEvent, { subjectId, relayAttempts: { $gt: 1 } }));
  kill('worker');
  await accountFor(acknowledged);
});
