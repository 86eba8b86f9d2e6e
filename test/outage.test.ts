import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../src/db/migrate.ts';
import { systemEm } from '../src/db/core/tenancy.ts';
import { createDatabase } from '../dev/database.ts';
import { freePorts } from '../dev/ports.ts';
import { startPostgres, type Postgres } from '../dev/postgres.ts';
import { findTemporalCli } from '../dev/temporal-cli.ts';
import { startTemporal, type Temporal } from '../dev/temporal.ts';
import { completedCall, twilioForm } from './support/send.ts';
import { startStack, until, type Stack } from './support/stack.ts';

const home = resolve('.data/test', `outage-${randomUUID()}`);
const log = () => undefined;
let postgres: Postgres;
let temporal: Temporal;
let stack: Stack;
let ports: number[];

const startDatabase = () => startPostgres({ dataDir: `${home}/postgres`, port: ports[0] ?? 0, log });
const startTemporalServer = async () => {
  const executable = await findTemporalCli({ env: process.env, log });
  return startTemporal({ executable, dbFile: `${home}/temporal.db`, port: ports[1] ?? 0, log });
};

beforeAll(async () => {
  ports = await freePorts(2);
  [postgres, temporal] = await Promise.all([startDatabase(), startTemporalServer()]);
  await createDatabase(postgres.ownerUrl);
  await migrate({ database: postgres });
  stack = await startStack({
    DATABASE_URL: postgres.url,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    TEMPORAL_ADDRESS: temporal.address,
    COMMIT_PATIENCE_MS: '400',
    LOG_LEVEL: 'fatal',
  });
});
// Each part ends in bounded time: not quite a minute for all of them.
afterAll(async () => {
  await stack.stop();
  await Promise.all([postgres.stop(), temporal.stop()]);
});

const send = (fields: Record<string, string>) =>
  twilioForm(stack.baseUrl, `/webhooks/twilio/${stack.tenant.slug}`, fields);
const live = (sid: string) => ({ ...completedCall(sid), CallStatus: 'in-progress', CallDuration: '', Duration: '' });
const newSid = () => `CA${randomUUID()}`;

test('while PostgreSQL is down, webhooks are acknowledged, and written later', async () => {
  const sid = newSid();
  await send(live(sid));
  await until('the call', () => stack.findCall(sid));
  await postgres.stop();
  expect((await send(completedCall(sid))).status).toBeLessThan(300);
  expect((await send(completedCall(sid))).status).toBeLessThan(300);
  postgres = await startDatabase();

  expect(await stack.closedCall(sid)).toMatchObject({ status: 'completed', durationSeconds: 18 });
  const events = await until('both webhooks', async () => {
    const found = await stack.webhookEvents(sid);
    return found.length === 2 ? found : null;
  });
  expect(events.every(({ relayedAt }) => relayedAt !== null)).toBe(true);
});

test('while Temporal is down, webhooks are acknowledged, and relayed later', async () => {
  const sid = newSid();
  await temporal.stop();
  expect((await send(live(sid))).status).toBeLessThan(300);
  expect((await send(completedCall(sid))).status).toBeLessThan(300);
  expect(await stack.webhookEvents(sid)).toHaveLength(2);
  temporal = await startTemporalServer();
  expect(await stack.closedCall(sid)).toMatchObject({ status: 'completed', durationSeconds: 18 });
});

/** Webhooks of PostgreSQL's that wait for a lock. */
const waitingInserts = async (): Promise<number> => {
  const [row] = await systemEm(stack.app.orm).execute<{ n: number }[]>(
    `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into webhook_events%'`,
  );
  return row?.n ?? 0;
};

test('while PostgreSQL hangs, callers are answered all the same, after a few without asking it first', async () => {
  const sids = Array.from({ length: 20 }, newSid);
  const answers: number[] = [];
  await systemEm(stack.app.orm).transactional(async (em) => {
    await em.execute('lock table webhook_events in access exclusive mode');
    // Each answer comes while the lock is held, or this never ends.
    for (const sid of sids) {
      const askedAt = performance.now();
      expect((await send(completedCall(sid))).status).toBeLessThan(300);
      answers.push(performance.now() - askedAt);
    }
    // Those that found out, one or two that ask now and then; not all.
    expect(await waitingInserts()).toBeLessThanOrEqual(2);
  });
  // The patience with PostgreSQL is 400 ms, for the first three: the rest do not wait for it.
  const patient = answers.filter((milliseconds) => milliseconds >= 400);
  expect(patient.length).toBeLessThan(sids.length / 2);

  for (const sid of sids) {
    expect(await stack.closedCall(sid)).toMatchObject({ status: 'completed', durationSeconds: 18 });
    const events = await until('the mark', async () => {
      const found = await stack.webhookEvents(sid);
      return found.length > 0 && found.every(({ relayedAt }) => relayedAt !== null) && found;
    });
    expect(events).toHaveLength(1);
  }
  // And PostgreSQL is trusted again.
  const sid = newSid();
  await until('a commit', async () => {
    await send({ ...completedCall(sid), SequenceNumber: randomUUID() });
    return (await stack.webhookEvents(sid)).length > 0;
  });
});

test('while both are down, the provider is asked to try again', async () => {
  const sid = newSid();
  await Promise.all([postgres.stop(), temporal.stop()]);
  const askedAt = Date.now();
  const refused = await send(completedCall(sid));
  // In 2 s, and SignalWire hangs up after 5 s: a busy machine has the difference.
  expect(Date.now() - askedAt).toBeLessThan(5_000);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(JSON.parse(refused.text)).toMatchObject({ code: 'service.unavailable' });

  [postgres, temporal] = await Promise.all([startDatabase(), startTemporalServer()]);
  const accepted = await until('an acknowledgement', async () => {
    const answer = await send(completedCall(sid));
    return answer.status < 300 ? answer : null;
  });
  expect(accepted.status).toBeLessThan(300);
  expect(await stack.closedCall(sid)).toMatchObject({ status: 'completed', durationSeconds: 18 });
});
