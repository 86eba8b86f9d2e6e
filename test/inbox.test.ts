import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { countWork } from '../src/api/health/backlog.ts';
import { WebhookEvent } from '../src/db/entities.ts';
import { ormOptions } from '../src/db/options.ts';
import { createSystemPool } from '../src/db/core/systemPool.ts';
import { systemEm } from '../src/db/core/tenancy.ts';
import { uuidV7 } from '../src/db/core/uuid.ts';
import { freePorts } from '../dev/ports.ts';
import type { CallObservation } from '../src/domain/calls/observation.ts';
import { callSubject } from '../src/domain/subject.ts';
import { callWorkflowId } from '../src/temporal/ids.ts';
import type { CallStarter } from '../src/temporal/start/calls.ts';
import { createInboxActivities } from '../src/activities/inbox.ts';
import type { Outbox } from '../src/outbox/index.ts';
import { Inbox, Leftovers, type WebhookEventRow } from '../src/inbox/index.ts';
import { Relay } from '../src/inbox/relay.ts';
import { claimLeftovers, insertWebhookEvents, stuckAttempts } from '../src/inbox/store.ts';
import { createOwnDatabase } from './support/database.ts';

let database: Awaited<ReturnType<typeof createOwnDatabase>>;
const tenantId = randomUUID();
const logger = pino({ level: 'silent' });
const never = new AbortController().signal;

let orm: MikroORM;
let databases: { orm: MikroORM; systemPool: Pool };
let up: CallStarter;
/** Its Temporal does not answer. */
let down: CallStarter;
const connections: Connection[] = [];

/** Nothing works off its task queue: what a call gets stays in its history. */
const contextAt = (address: string): CallStarter => {
  // Without the client's retries, which go on after the connection is closed.
  const connection = Connection.lazy({ address, interceptors: [] });
  connections.push(connection);
  const timing = { graceSeconds: 60, watchdogSeconds: 600, priceAfterSeconds: [60], longestSilenceSeconds: 86_400 };
  return { temporal: new Client({ connection }), taskQueue: `unattended-${randomUUID()}`, timing };
};

beforeAll(async () => {
  database = await createOwnDatabase();
  orm = await MikroORM.init(ormOptions(database.url, 8));
  databases = { orm, systemPool: createSystemPool(database.url, 3, 30_000) };
  const [closedPort = 0] = await freePorts(1);
  up = contextAt(inject('temporalAddress'));
  down = contextAt(`127.0.0.1:${closedPort}`);
});
afterAll(async () => {
  await Promise.all([orm.close(), databases.systemPool.end()]);
  await Promise.all(connections.map((connection) => connection.close()));
  await database.drop();
});

let second = 0;
/** Each says something at a moment of its own, by which it is known again. */
const rowFor = (externalCallId: string, more: Partial<WebhookEventRow> = {}): WebhookEventRow => {
  second += 1;
  const at = new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
  const events: CallObservation[] = [
    { source: 'twilio', at, type: 'leg', legId: 'CA1', role: 'person', status: 'ringing' },
  ];
  return {
    id: uuidV7(),
    tenantId,
    provider: 'twilio',
    externalId: randomUUID(),
    eventType: 'voice.status',
    subject: callSubject(externalCallId),
    payload: {},
    events,
    receivedAt: new Date().toISOString(),
    ...more,
  };
};
const momentOf = (row: WebhookEventRow): string => row.events[0]?.at ?? '';

/** The moments of all that the call's workflow has got, in order of arrival. */
const handedOver = async (externalCallId: string): Promise<string[]> => {
  const handle = up.temporal.workflow.getHandle(callWorkflowId({ tenantId, externalCallId }));
  const { events } = await handle.fetchHistory().catch(() => ({ events: [] }));
  const payloads = (events ?? []).flatMap(
    (event) => event.workflowExecutionSignaledEventAttributes?.input?.payloads ?? [],
  );
  return payloads.flatMap(
    ({ data }) =>
      Buffer.from(data ?? [])
        .toString()
        .match(/2026-01-01T00:[\d:]+\.000Z/g) ?? [],
  );
};

const stored = (externalCallId: string) =>
  systemEm(orm).find(WebhookEvent, { subjectId: externalCallId }, { orderBy: { receivedAt: 'asc', id: 'asc' } });

const endClaims = () => systemEm(orm).execute(`update webhook_events set claimed_until = now() - interval '1 second'`);
const newCall = () => `CA${randomUUID()}`;

test('two sweeps at the same time hand each event over once', async () => {
  const calls = Array.from({ length: 12 }, newCall);
  const rows = calls.flatMap((call) => Array.from({ length: 5 }, () => rowFor(call)));
  await insertWebhookEvents(databases.systemPool, rows);
  await endClaims();
  const sweeps = [
    new Leftovers(databases, up, logger),
    new Leftovers(databases, up, logger),
    new Leftovers(databases, up, logger),
  ];
  const counts = await Promise.all(sweeps.map((leftovers) => leftovers.sweep(never)));
  expect(counts.reduce((sum, count) => sum + count)).toBe(rows.length);
  const got = (await Promise.all(calls.map(handedOver))).flat();
  expect(got.toSorted()).toEqual(rows.map(momentOf));
  const marked = (await Promise.all(calls.map(stored))).flat().filter(({ relayedAt }) => relayedAt !== null);
  expect(marked).toHaveLength(rows.length);
});

test('what an insert has claimed, and what is being handed over, no sweep takes', async () => {
  const call = newCall();
  await insertWebhookEvents(databases.systemPool, [rowFor(call)]);
  expect(await new Leftovers(databases, up, logger).sweep(never)).toBe(0);
  await endClaims();
  expect(await claimLeftovers(orm, 10)).toMatchObject([{ subject: { kind: 'call', id: call }, attempts: 2 }]);
  expect(await claimLeftovers(orm, 10)).toEqual([]);
  expect(await handedOver(call)).toEqual([]);
});

test('a slow relay drops what another has claimed since, and renews what is still its own', async () => {
  const [lost, kept] = [newCall(), newCall()];
  const claims = await insertWebhookEvents(databases.systemPool, [rowFor(lost), rowFor(kept)]);
  await endClaims();
  await systemEm(orm).execute('update webhook_events set relay_attempts = 2 where subject_id = ?', [lost]);
  const relay = new Relay(orm, up, logger, { maxConcurrent: 8, maxWaiting: 10, isStorm: () => false });
  for (const claim of claims) relay.add({ ...claim, claimedAt: Number.NEGATIVE_INFINITY });
  await relay.drained();
  expect(await handedOver(lost)).toEqual([]);
  expect(await handedOver(kept)).toHaveLength(1);
});

test('a repeated webhook is handed over again only when its first copy is not on its way', async () => {
  const call = newCall();
  const row = rowFor(call);
  const repeated = () => insertWebhookEvents(databases.systemPool, [{ ...row, id: uuidV7() }]);
  expect(await insertWebhookEvents(databases.systemPool, [row])).toHaveLength(1);
  expect(await repeated()).toEqual([]);
  await endClaims();
  expect(await repeated()).toMatchObject([{ id: row.id, attempts: 2 }]);
  expect(await repeated()).toEqual([]);
});

test('one event that cannot be handed over does not keep the others of its call', async () => {
  const call = newCall();
  const legId = 'x'.repeat(3_000_000);
  const poison = rowFor(call, {
    events: [{ source: 'twilio', at: '', type: 'leg', legId, role: 'person', status: 'ringing' }],
  });
  const rows = [rowFor(call), rowFor(call), poison, rowFor(call)];
  await insertWebhookEvents(databases.systemPool, rows);
  const leftovers = new Leftovers(databases, up, logger);
  const theOne = async () => (await stored(call)).find(({ id }) => id === poison.id);
  const delays: number[] = [];
  for (let attempt = 2; attempt <= stuckAttempts; attempt += 1) {
    await endClaims();
    await leftovers.sweep(never);
    const { relayAttempts, relayError, relayedAt, claimedUntil } = (await theOne()) ?? {};
    expect({ relayAttempts, relayedAt }).toEqual({ relayAttempts: attempt, relayedAt: null });
    expect(relayError).toMatch(/size exceeds limit|larger than max/);
    delays.push((claimedUntil?.getTime() ?? 0) - Date.now());
  }
  expect((await handedOver(call)).toSorted()).toEqual(rows.filter((row) => row !== poison).map(momentOf));
  expect((await stored(call)).filter(({ relayedAt }) => relayedAt === null)).toHaveLength(1);
  // Later each time, and an alarm in the end.
  expect(delays).toEqual(delays.toSorted((a, b) => a - b));
  expect((await countWork(orm, 10_000)).inbox.stuck).toBe(1);

  const events = JSON.stringify(rowFor(call).events);
  await systemEm(orm).execute('update webhook_events set events = ? where id = ?', [events, poison.id]);
  await endClaims();
  await leftovers.sweep(never);
  expect(await theOne()).toMatchObject({ relayError: null, relayedAt: expect.any(Date) });
  expect(await handedOver(call)).toHaveLength(4);
});

test('events about a kind that has no workflow are kept, and raise the alarm of stuck ones', async () => {
  const [call, message] = [newCall(), `SM${randomUUID()}`];
  const aboutMessage = { ...rowFor(message), subject: { kind: 'message', id: message } } as unknown as WebhookEventRow;
  await insertWebhookEvents(databases.systemPool, [rowFor(call), aboutMessage]);
  for (let attempt = 2; attempt <= stuckAttempts; attempt += 1) {
    await endClaims();
    await new Leftovers(databases, up, logger).sweep(never);
  }
  expect(await handedOver(call)).toHaveLength(1);
  const relayError = 'no workflow takes events about a message';
  expect(await stored(message)).toMatchObject([{ relayedAt: null, relayError, relayAttempts: stuckAttempts }]);
  expect((await countWork(orm, 10_000)).inbox.stuck).toBe(1);
  await systemEm(orm).execute('delete from webhook_events where subject_id = ?', [message]);
});

test('a webhook that the version before gave to Temporal is written with its subject', async () => {
  const call = newCall();
  const { subject: _subject, ...row } = rowFor(call);
  const leftovers = new Leftovers(databases, up, logger);
  const { recordWebhookEvent } = createInboxActivities(leftovers, {} as Outbox);
  await recordWebhookEvent({ ...row, externalCallId: call });
  await leftovers.flush();
  expect(await stored(call)).toMatchObject([{ subjectKind: 'call', relayedAt: expect.any(Date) }]);
});

test('while Temporal is away an event is not counted as faulty, and goes as soon as it is back', async () => {
  const call = newCall();
  await insertWebhookEvents(databases.systemPool, [rowFor(call)]);
  await endClaims();
  await new Leftovers(databases, down, logger).sweep(never);
  expect(await stored(call)).toMatchObject([{ relayedAt: null, relayError: null }]);
  await endClaims();
  await new Leftovers(databases, up, logger).sweep(never);
  expect(await handedOver(call)).toHaveLength(1);
  expect(await stored(call)).toMatchObject([{ relayedAt: expect.any(Date) }]);
});

/** What becomes of one webhook that Temporal kept, and that its provider sent again because no answer came. */
const rescues: Record<string, (kept: WebhookEventRow, again: WebhookEventRow) => Promise<void>> = {
  'is written and not handed over; the repeat is': async (kept, again) => {
    await new Leftovers(databases, down, logger).write(kept);
    await endClaims();
    await accepted(up, again);
  },
  'is written and handed over, then repeated': async (kept, again) => {
    const leftovers = new Leftovers(databases, up, logger);
    await leftovers.write(kept);
    await leftovers.flush();
    await accepted(up, again);
  },
  'is written after its repeat was committed and not handed over': async (kept, again) => {
    await accepted(down, again);
    await endClaims();
    const leftovers = new Leftovers(databases, up, logger);
    await leftovers.write(kept);
    await leftovers.flush();
  },
  'is written after its repeat was handed over': async (kept, again) => {
    await accepted(up, again);
    const leftovers = new Leftovers(databases, up, logger);
    await leftovers.write(kept);
    await leftovers.flush();
  },
  'is written at the same time as its repeat': async (kept, again) => {
    const leftovers = new Leftovers(databases, up, logger);
    await Promise.all([leftovers.write(kept), accepted(up, again)]);
    await leftovers.flush();
  },
  'had been committed after all, and nothing more': async (kept) => {
    await insertWebhookEvents(databases.systemPool, [kept]);
    await endClaims();
    const leftovers = new Leftovers(databases, up, logger);
    await leftovers.write(kept);
    await leftovers.flush();
  },
};

const accepted = async (context: CallStarter, row: WebhookEventRow): Promise<void> => {
  const inbox = new Inbox(databases, context, logger, 60_000);
  await inbox.accept(row);
  await inbox.flush();
};

test.each(Object.keys(rescues))('a webhook kept by Temporal that %s is in its call once', async (interleaving) => {
  const call = newCall();
  const kept = rowFor(call);
  await rescues[interleaving]?.(kept, { ...kept, id: uuidV7() });
  expect(await handedOver(call)).toEqual([momentOf(kept)]);
  expect(await stored(call)).toMatchObject([{ relayedAt: expect.any(Date) }]);
});

test('one row that PostgreSQL refuses does not keep the others of its batch', async () => {
  const call = newCall();
  const inbox = new Inbox(databases, down, logger, 60_000);
  const refused = rowFor(call, { eventType: '\0' });
  const outcomes = await Promise.allSettled([rowFor(call), refused, rowFor(call)].map((row) => inbox.accept(row)));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await stored(call)).toHaveLength(2);
});
