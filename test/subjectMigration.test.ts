import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../src/db/migrate.ts';
import { ormOptions } from '../src/db/options.ts';
import { systemEm, tenantEm } from '../src/db/core/tenancy.ts';
import { queueEvents } from '../src/db/deliveries/queue.ts';
import { OutboundEvent, WebhookDelivery, WebhookEvent } from '../src/db/entities.ts';
import { callSubject } from '../src/domain/subject.ts';
import { eventCatalogue } from '../src/contract/events/catalogue.ts';
import { claimLeftovers } from '../src/inbox/store.ts';
import { createOwnDatabase } from './support/database.ts';

const before = 'Migration20261128065222_retention';
const tenantId = randomUUID();
const [call, waiting, text] = ['CA-known', 'CA-waiting', 'SM-unheeded'];

let database: Awaited<ReturnType<typeof createOwnDatabase>>;
let owner: MikroORM;
let app: MikroORM;

/** Rows such as the version before wrote them. */
const formerRows = async (): Promise<void> => {
  const insert = (table: string, columns: string, ...rows: unknown[][]) =>
    Promise.all(
      rows.map((row) =>
        systemEm(app).execute(
          `insert into ${table} (id, tenant_id, ${columns}) values (gen_random_uuid(), ?, ${row.map(() => '?').join(', ')})`,
          [tenantId, ...row],
        ),
      ),
    );
  const webhook = 'provider, external_id, event_type, external_call_id, payload, events, received_at, relayed_at';
  const events = JSON.stringify([{ type: 'machine', source: 'twilio', at: '2026-11-20T15:20:00.000Z', legId: call }]);
  const at = new Date();
  await insert(
    'webhook_events',
    webhook,
    ['twilio', '1', 'voice.status', call, '{}', events, at, at],
    ['twilio', '2', 'voice.status', waiting, '{}', events, at, null],
    ['twilio', text, 'sms.inbound', null, '{}', '[]', at, at],
    // Of a week that has no partition.
    ['twilio', '3', 'voice.status', call, '{}', events, new Date('2020-01-01'), at],
  );
  const event = 'event_id, event_type, external_call_id, sequence, occurred_at, data';
  await insert(
    'outbound_events',
    event,
    [`${call}:call-started`, 'call.started', call, 1, at, '{}'],
    [`${call}:call-answered`, 'call.answered', call, 2, at, '{}'],
    ['usage:2026-01-14', 'usage.recorded', null, null, at, '{}'],
  );
  const delivery = 'endpoint_id, event_id, event_type, external_call_id, status';
  await insert('webhook_deliveries', delivery, [randomUUID(), `${call}:call-started`, 'call.started', call, 'dead']);
};

beforeAll(async () => {
  database = await createOwnDatabase();
  owner = await MikroORM.init({
    ...ormOptions(database.ownerUrl),
    migrations: { ...ormOptions('').migrations, snapshot: false },
  });
  app = await MikroORM.init(ormOptions(database.url));
  await owner.migrator.down({ to: before });
  await formerRows();
  await migrate({ database });
});
afterAll(async () => {
  await Promise.all([owner.close(), app.close()]);
  await database.drop();
});

test('what was about a call is about that call, and nothing is lost', async () => {
  const em = tenantEm(app, tenantId);
  const webhooks = await em.find(WebhookEvent, {}, { orderBy: { externalId: 'asc' } });
  expect(webhooks.map(({ subjectKind, subjectId }) => subjectId && [subjectKind, subjectId])).toEqual([
    ['call', call],
    ['call', waiting],
    ['call', call],
    null,
  ]);
  expect(await em.find(WebhookDelivery, {})).toMatchObject([{ subjectKind: 'call', subjectId: call, status: 'dead' }]);
  expect(await em.count(OutboundEvent, { subjectKind: 'call', subjectId: call })).toBe(2);
});

test('what waited is claimed for its call', async () => {
  expect(await claimLeftovers(app, 10)).toMatchObject([{ tenantId, subject: { kind: 'call', id: waiting } }]);
});

test("a call's next event goes on counting, and one that was stored is not stored again", async () => {
  const em = tenantEm(app, tenantId);
  const data = eventCatalogue['call.ended'].example;
  const happened = { subject: callSubject(call), timestamp: new Date().toISOString(), data };
  await em.transactional((within) =>
    queueEvents(within, tenantId, [
      { ...happened, eventId: `${call}:call-answered`, eventType: 'call.answered' },
      { ...happened, eventId: `${call}:call-ended`, eventType: 'call.ended' },
    ]),
  );
  const stored = await em.find(OutboundEvent, { subjectId: call }, { orderBy: { sequence: 'asc' } });
  expect(stored.map(({ eventType, sequence }) => [eventType, sequence])).toEqual([
    ['call.started', 1],
    ['call.answered', 2],
    ['call.ended', 3],
  ]);
});

test('a migration that was cut off runs again', async () => {
  await owner.em.execute("delete from mikro_orm_migrations where name like '%_subjects'");
  await migrate({ database });
  expect(await tenantEm(app, tenantId).count(WebhookEvent, { subjectId: call })).toBe(2);
});
