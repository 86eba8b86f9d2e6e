import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Tenant } from '../src/db/entities.ts';
import { ormOptions } from '../src/db/options.ts';
import { createPartitions, listPartitions } from '../src/db/privacy/partitions.ts';
import { holdings } from '../src/db/privacy/registry.ts';
import { systemEm, tenantEm } from '../src/db/core/tenancy.ts';
import { insertWebhookEvents } from '../src/inbox/index.ts';
import { aboutCall, recordsOf } from './support/records.ts';
import { startStack, type Stack } from './support/stack.ts';

let stack: Stack;
let owner: MikroORM;
beforeAll(async () => {
  stack = await startStack();
  owner = await MikroORM.init(ormOptions(stack.app.config.database.ownerUrl));
});
afterAll(async () => {
  await owner.close();
  await stack.stop();
});

const ago = (days: number): Date => new Date(Date.now() - days * 86_400_000);

const purge = async (): Promise<void> => {
  const { taskQueue } = stack.app.config.temporal;
  const workflowId = `retention-${randomUUID()}`;
  await stack.app.temporal.workflow.execute('retentionWorkflow', { taskQueue, workflowId });
};

const idsIn = async (table: string, tenantId: string): Promise<string[]> =>
  (await tenantEm(stack.app.orm, tenantId).execute<{ id: string }[]>(`select id from ${table}`)).map(({ id }) => id);

const keep = async (tenantId: string, settings: Partial<Tenant>) => {
  await tenantEm(stack.app.orm, tenantId).nativeUpdate(Tenant, { id: tenantId }, settings);
};

test('every table says what becomes of its rows', async () => {
  const rows = await systemEm(stack.app.orm).execute<{ name: string }[]>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and relname <> 'mikro_orm_migrations' order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(holdings).toSorted());
});

test('webhooks and attempts go by week, each tenant by its own retention, and waiting ones never', async () => {
  const [brief, long] = [await stack.createTenant(), await stack.createTenant()];
  await keep(brief.id, { logRetentionDays: 30 });
  await keep(long.id, { logRetentionDays: 120 });
  const [ours, theirs] = [recordsOf(stack.app, brief.id), recordsOf(stack.app, long.id)];
  await ours.event({ receivedAt: ago(50), relayedAt: ago(50) });
  const waiting = await ours.event({ receivedAt: ago(200), relayedAt: null });
  const young = await ours.event({ receivedAt: ago(20), relayedAt: ago(20) });
  await ours.attempt(randomUUID(), 1, { attemptedAt: ago(50) });
  const theirKept = await theirs.event({ receivedAt: ago(50), relayedAt: ago(50) });
  await theirs.event({ receivedAt: ago(200), relayedAt: ago(200) });
  await theirs.event({ receivedAt: ago(300), relayedAt: ago(300) });
  // They came to the default partition, and get their own.
  await createPartitions(systemEm(stack.app.orm));
  const before = await listPartitions(systemEm(stack.app.orm));
  expect(before.some(({ to }) => to < ago(290))).toBe(true);
  await purge();
  expect((await idsIn('webhook_events', brief.id)).toSorted()).toEqual([waiting.id, young.id].toSorted());
  expect(await idsIn('webhook_logs', brief.id)).toEqual([]);
  expect(await idsIn('webhook_events', long.id)).toEqual([theirKept.id]);
  const after = await listPartitions(systemEm(stack.app.orm));
  expect(after.some(({ to }) => to < ago(290))).toBe(false);
  expect(after.some(({ from, to }) => from <= waiting.receivedAt && to > waiting.receivedAt)).toBe(true);
});

test('deliveries, their events, and calls with all of theirs go by the tenant’s retention', async () => {
  const tenant = await stack.createTenant();
  const records = recordsOf(stack.app, tenant.id);
  const old = { createdAt: ago(91) };
  await records.outboundEvent({ ...old, eventId: 'delivered' });
  await records.delivery({ ...old, eventId: 'delivered', status: 'delivered' });
  await records.delivery({ ...old, eventId: 'dead', status: 'dead' });
  const waitingEvent = await records.outboundEvent({ ...old, eventId: 'waiting' });
  const nextAttemptAt = new Date(Date.now() + 3_600_000);
  const waiting = await records.delivery({ ...old, eventId: 'waiting', status: 'retrying', nextAttemptAt });
  const young = await records.delivery({ createdAt: ago(89), status: 'dead' });

  const past = await records.call({ startedAt: ago(400), createdAt: ago(400), closedAt: ago(400) });
  const { externalCallId } = past;
  await records.event({ ...aboutCall(externalCallId) });
  const delivery = await records.delivery({ ...aboutCall(externalCallId), status: 'delivered' });
  await records.attempt(delivery.id, 1);
  await records.outboundEvent({ ...aboutCall(externalCallId) });
  const open = await records.call({ startedAt: ago(400), createdAt: ago(400), closedAt: null });
  const misdated = await records.call({ startedAt: ago(4_000), closedAt: ago(1) });
  const recent = await records.call({ startedAt: ago(300), createdAt: ago(300), closedAt: ago(300) });

  await purge();
  expect((await idsIn('webhook_deliveries', tenant.id)).toSorted()).toEqual([waiting.id, young.id].toSorted());
  expect(await idsIn('outbound_events', tenant.id)).toEqual([waitingEvent.id]);
  expect((await idsIn('calls', tenant.id)).toSorted()).toEqual([open.id, misdated.id, recent.id].toSorted());
  expect(await idsIn('webhook_events', tenant.id)).toEqual([]);
  expect(await idsIn('webhook_logs', tenant.id)).toEqual([]);
});

test('a partition is reached through its table only', async () => {
  for (const em of [tenantEm(stack.app.orm, stack.tenant.id), systemEm(stack.app.orm)])
    await expect(em.execute('select from webhook_partitions.webhook_events_default')).rejects.toThrow(
      'permission denied',
    );
  await expect(tenantEm(stack.app.orm, stack.tenant.id).execute('select create_webhook_partitions(1)')).rejects.toThrow(
    'permission denied',
  );
  const [{ name } = { name: '' }] = (await listPartitions(systemEm(stack.app.orm))).toReversed();
  await expect(systemEm(stack.app.orm).execute('select drop_webhook_partition(?)', [name])).rejects.toThrow('younger');
  const [row] = await owner.em.execute<{ open: number }[]>(
    `select count(*)::int as open from pg_class where relnamespace = 'webhook_partitions'::regnamespace and relkind = 'r'
       and relname <> 'keys' and not relrowsecurity`,
  );
  expect(row).toEqual({ open: 0 });
});

test('a webhook repeated across a Monday is stored once, and relayed if the first copy was not', async () => {
  const row = (receivedAt: string) => ({
    id: randomUUID(),
    tenantId: stack.tenant.id,
    provider: 'twilio' as const,
    externalId: 'repeated',
    eventType: 'voice.status',
    subject: { kind: 'call' as const, id: 'CAboundary' },
    payload: {},
    events: [{ type: 'transcript', text: 'x' }] as never,
    receivedAt,
  });
  const first = row('2026-11-29T23:59:59.000Z');
  const insert = async (given: ReturnType<typeof row>) =>
    (await insertWebhookEvents(stack.app.systemPool, [given])).map(({ id }) => id);
  expect(await insert(first)).toEqual([first.id]);
  // It is on its way; then the process that took it is gone.
  expect(await insert(row('2026-11-30T00:00:00.500Z'))).toEqual([]);
  const endClaim = () =>
    tenantEm(stack.app.orm, stack.tenant.id).execute(
      `update webhook_events set claimed_until = now() - interval '1 second' where id = ?`,
      [first.id],
    );
  await endClaim();
  expect(await insert(row('2026-11-30T00:00:01.000Z'))).toEqual([first.id]);
  await endClaim();
  expect(await insert(row('2026-11-29T23:59:59.500Z'))).toEqual([first.id]);
  expect(await stack.webhookEvents('CAboundary')).toHaveLength(1);
});
