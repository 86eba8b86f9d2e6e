import type { MikroORM } from '@mikro-orm/postgresql';
import { Context } from '@temporalio/activity';
import type { AppContext } from '../context.ts';
import { queueEvents } from '../db/deliveries/queue.ts';
import { DailyMetric, Tenant } from '../db/entities.ts';
import { systemEm, tenantEm } from '../db/core/tenancy.ts';
import type { NewEvent } from '../contract/events/catalogue.ts';
import { UsageData } from '../contract/events/account.ts';
import type { TenantId } from '../domain/ids.ts';
import { localDay } from '../contract/tenants/days.ts';
import type { Outbox } from '../outbox/index.ts';

/** A call may last beyond midnight, and its price comes later still. */
const patienceMs = 6 * 3_600_000;

/** Tenants; each is some index lookups. */
const pageSize = 500;

interface UnreportedDays {
  tenantId: TenantId;
  timeZone: string;
  dates: string[];
}

// After an outage a week is reported, and no more. The limit makes PostgreSQL look each tenant up in the primary key, where
// it would read the whole table for all of them.
const unreportedDays = `
  select tenant.id as "tenantId", tenant."timeZone", jsonb_agg(day.date order by day.date) as dates
  from jsonb_to_recordset(?::jsonb) as tenant (id uuid, "timeZone" text, today date)
  cross join lateral (
    select date from daily_metrics
    where tenant_id = tenant.id and date < tenant.today and date >= tenant.today - 7 and total_calls > 0 limit 7) day
  where not exists (
    select from outbound_events event
    where event.tenant_id = tenant.id and event.event_id = 'usage:' || to_char(day.date, 'YYYY-MM-DD'))
  group by tenant.id, tenant."timeZone" order by tenant.id`;

const findUnreported = async (orm: MikroORM, tenants: Pick<Tenant, 'id' | 'timeZone'>[]): Promise<UnreportedDays[]> => {
  const moment = new Date(Date.now() - patienceMs).toISOString();
  const asked = tenants.map(({ id, timeZone }) => ({ id, timeZone, today: localDay(moment, timeZone) }));
  // SYSTEM: days end for all tenants.
  return systemEm(orm).execute<UnreportedDays[]>(unreportedDays, [JSON.stringify(asked)]);
};

const usageEvent = (day: DailyMetric, timeZone: string): NewEvent => ({
  eventId: `usage:${day.date}`,
  eventType: 'usage.recorded',
  subject: null,
  timestamp: new Date().toISOString(),
  // Takes from the row what the event lists.
  data: UsageData.parse(Object.assign({ timeZone }, day)),
});

export const createUsageActivities = ({ orm, logger }: AppContext, { wakeEndpoints }: Outbox) => {
  const report = async ({ tenantId, timeZone, dates }: UnreportedDays): Promise<void> => {
    const due = await tenantEm(orm, tenantId).transactional(async (em) => {
      const days = await em.find(DailyMetric, { date: { $in: dates } }, { orderBy: { date: 'asc' } });
      const events = days.map((day) => usageEvent(day, timeZone));
      return queueEvents(em, tenantId, events);
    });
    await wakeEndpoints(tenantId, due);
  };

  return {
    /**
     * Each tenant's days that are over and not reported yet. Can be cut off anywhere. @returns how many there were.
     * @throws Error at its end where a tenant's could not be reported; the others' are.
     */
    async reportUsage(): Promise<number> {
      const { heartbeat, cancellationSignal } = Context.current();
      const failed: TenantId[] = [];
      let reported = 0;
      let tenants: Pick<Tenant, 'id' | 'timeZone'>[] = [];
      do {
        const after = tenants.at(-1)?.id;
        // SYSTEM: days end for all tenants.
        tenants = await systemEm(orm).find(Tenant, after === undefined ? {} : { id: { $gt: after } }, {
          fields: ['timeZone'],
          orderBy: { id: 'asc' },
          limit: pageSize,
        });
        for (const days of await findUnreported(orm, tenants)) {
          cancellationSignal.throwIfAborted();
          try {
            await report(days);
            reported += days.dates.length;
          } catch (error) {
            logger.warn({ err: error, tenantId: days.tenantId }, 'the usage of a tenant could not be reported');
            failed.push(days.tenantId);
          }
          heartbeat(reported);
        }
        heartbeat(reported);
      } while (tenants.length === pageSize);
      if (failed.length > 0) throw new Error(`the usage of ${failed.length} tenants could not be reported`);
      return reported;
    },
  };
};
