import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DailyMetric, OutboundEvent, Tenant } from '../src/db/entities.ts';
import { systemEm, tenantEm } from '../src/db/core/tenancy.ts';
import { eventCatalogue } from '../src/contract/events/catalogue.ts';
import { deliveriesTo } from './support/outbox.ts';
import { addReceiver, type ReceivingEndpoint } from './support/receiver.ts';
import { startStack, until, type Stack } from './support/stack.ts';

let stack: Stack;
const endpoints: ReceivingEndpoint[] = [];
beforeAll(async () => void (stack = await startStack()));
afterAll(async () => {
  await stack.stop();
  for (const { receiver } of endpoints) await receiver.stop();
});

/** Where it is so late now. */
const zoneAt = (hour: number): string => {
  const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  return `Etc/GMT${ahead < 0 ? '+' : '-'}${Math.abs(ahead)}`;
};

/** A tenant at so late an hour, with an endpoint. */
const tenantAt = async (hour: number): Promise<ReceivingEndpoint & { timeZone: string }> => {
  const { id } = await stack.createTenant();
  const timeZone = zoneAt(hour);
  await systemEm(stack.app.orm).nativeUpdate(Tenant, { id }, { timeZone });
  const endpoint = await addReceiver(stack.app, id, { eventTypes: ['usage.recorded'] });
  endpoints.push(endpoint);
  return { ...endpoint, timeZone };
};

const daysAgo = (count: number, timeZone: string): string =>
  DateTime.now().setZone(timeZone).minus({ days: count }).toFormat('yyyy-MM-dd');

const calls = { totalCalls: 9, inboundCalls: 8, outboundCalls: 1, aiHandledCalls: 7, bookedCalls: 3, missedCalls: 1 };
const totals = { ...calls, transferredCalls: 2, voicemailCalls: 1, durationSeconds: 1_234, billedMinutes: 25 };
const busyDay = { ...totals, providerCostCents: 81.2525 };

const count = async (tenantId: string, date: string, day: Partial<DailyMetric> = busyDay): Promise<void> => {
  const em = tenantEm(stack.app.orm, tenantId);
  await em.persist(em.create(DailyMetric, { tenantId, date, ...day })).flush();
};

const report = (): Promise<number> =>
  stack.app.temporal.workflow.execute('usageWorkflow', {
    workflowId: `usage-${randomUUID()}`,
    taskQueue: stack.app.config.temporal.taskQueue,
  });

const reportedDays = async (tenantId: string): Promise<string[]> => {
  const events = await tenantEm(stack.app.orm, tenantId).find(OutboundEvent, { eventType: 'usage.recorded' });
  return events.map(({ eventId }) => eventId.replace('usage:', '')).toSorted();
};

test('a day is reported once it has been over for six hours where the business is', async () => {
  const early = await tenantAt(3);
  const late = await tenantAt(12);
  for (const { tenantId, timeZone } of [early, late])
    for (const ago of [0, 1, 2]) await count(tenantId, daysAgo(ago, timeZone));

  await stack.app.temporal.schedule.getHandle(`${stack.app.config.temporal.taskQueue}-usage`).trigger();
  const eventsAt = ({ receiver }: ReceivingEndpoint, many: number) =>
    until(`${many} days`, async () => {
      const events = receiver.taken().map(({ event }) => event);
      return events.length >= many && events.toSorted((a, b) => (a.eventId < b.eventId ? -1 : 1));
    });
  const [yesterday, dayBefore] = [daysAgo(1, late.timeZone), daysAgo(2, late.timeZone)];
  const event = (date: string) => ({
    eventId: `usage:${date}`,
    eventType: 'usage.recorded',
    timestamp: expect.any(String),
    data: { date, timeZone: late.timeZone, ...busyDay },
    signature: expect.any(String),
  });
  expect(await eventsAt(late, 2)).toEqual([event(dayBefore), event(yesterday)]);
  expect((await eventsAt(early, 1)).map(({ data }) => data['date'])).toEqual([daysAgo(2, early.timeZone)]);
  expect(await reportedDays(early.tenantId)).toEqual([daysAgo(2, early.timeZone)]);

  const { data } = late.receiver.taken()[0]?.event ?? {};
  expect(eventCatalogue['usage.recorded'].data.parse(data)).toEqual(data);
  for (const { receiver } of [early, late]) expect(receiver.unverified).toEqual([]);
});

test('however often it runs, a day is reported once', async () => {
  const { id, tenantId, timeZone } = await tenantAt(12);
  await count(tenantId, daysAgo(1, timeZone));
  await report();
  const sent = await deliveriesTo(stack.app, { id, tenantId });
  expect(sent).toHaveLength(1);
  // What is counted late does not change what was reported.
  await tenantEm(stack.app.orm, tenantId).nativeUpdate(DailyMetric, {}, { providerCostCents: 99 });
  await report();
  expect(await deliveriesTo(stack.app, { id, tenantId })).toHaveLength(1);
  expect(await reportedDays(tenantId)).toEqual([daysAgo(1, timeZone)]);
});

test('a day without calls is not reported', async () => {
  const { tenantId, timeZone } = await tenantAt(12);
  // Its only call turned out to belong to the day before.
  await count(tenantId, daysAgo(1, timeZone), { totalCalls: 0 });
  await count(tenantId, daysAgo(2, timeZone));
  await report();
  expect(await reportedDays(tenantId)).toEqual([daysAgo(2, timeZone)]);
});

test('after an outage the last seven days are reported', async () => {
  const { tenantId, timeZone } = await tenantAt(12);
  for (let ago = 0; ago < 12; ago += 1) await count(tenantId, daysAgo(ago, timeZone));
  await report();
  const week = [7, 6, 5, 4, 3, 2, 1].map((ago) => daysAgo(ago, timeZone));
  expect(await reportedDays(tenantId)).toEqual(week);
});

test('more tenants than a page has', async () => {
  const system = systemEm(stack.app.orm);
  const timeZone = zoneAt(12);
  const many = `usage-${randomUUID()}`;
  // Old, so that other tests do not come across them.
  await system.execute(
    `insert into tenants (id, slug, name, time_zone, created_at, updated_at)
     select gen_random_uuid(), ? || '-' || n, 'Plomberie', ?, '2000-01-01', '2000-01-01' from generate_series(1, 501) n`,
    [many, timeZone],
  );
  const ids = `select id from tenants where slug like '${many}-%'`;
  await system.execute(`insert into daily_metrics (tenant_id, date, total_calls) select id, ?, 1 from (${ids}) many`, [
    daysAgo(1, timeZone),
  ]);
  await report();
  const [told] = await system.execute(
    `select count(distinct tenant_id)::int as tenants, count(*)::int as events from outbound_events where tenant_id in (${ids})`,
  );
  for (const table of ['outbound_events', 'daily_metrics'])
    await system.execute(`delete from ${table} where tenant_id in (${ids})`);
  await system.execute(`delete from tenants where slug like '${many}-%'`);
  expect(told).toEqual({ tenants: 501, events: 501 });
});

test('the schedule comes every hour', async () => {
  const { taskQueue } = stack.app.config.temporal;
  const { spec, action } = await stack.app.temporal.schedule.getHandle(`${taskQueue}-usage`).describe();
  expect(spec.intervals).toEqual([expect.objectContaining({ every: 3_600_000 })]);
  expect(action).toMatchObject({ workflowType: 'usageWorkflow', priority: { priorityKey: 5 } });
});
