import { isWaiting } from './webhookDelivery.ts';
import { aboutCallsAndTheirWork, type Holding, type Retention } from '../core/holding.ts';

const deliveries: Retention = {
  purge: async (em, { id, logRetentionDays }, limit) => {
    const { affectedRows } = await em.execute<{ affectedRows: number }>(
      `delete from webhook_deliveries where tenant_id = ? and id = any(array(
         select id from webhook_deliveries
         where tenant_id = ? and created_at < now() - make_interval(days => ?) and not ${isWaiting}
         order by created_at limit ? for update skip locked))`,
      [id, id, logRetentionDays, limit],
      'run',
    );
    return affectedRows;
  },
};

// An event is needed for as long as a delivery of it is kept: it may be asked for again.
const events: Retention = {
  purge: async (em, { id, logRetentionDays }, limit) => {
    const { affectedRows } = await em.execute<{ affectedRows: number }>(
      `delete from outbound_events where tenant_id = ? and id = any(array(
         select id from outbound_events event
         where tenant_id = ? and created_at < now() - make_interval(days => ?) and not exists (
           select from webhook_deliveries delivery where delivery.tenant_id = ? and delivery.event_id = event.event_id)
         order by created_at limit ? for update skip locked))`,
      [id, id, logRetentionDays, id, limit],
      'run',
    );
    return affectedRows;
  },
};

// One that still goes on is kept, however old.
const recoveryParts: Retention = {
  purge: async (em, { id, logRetentionDays }, limit) => {
    const { affectedRows } = await em.execute<{ affectedRows: number }>(
      `delete from webhook_recovery_parts where ctid = any(array(
         select part.ctid from webhook_recovery_parts part join webhook_recoveries recovery on recovery.id = part.recovery_id
         where recovery.tenant_id = ? and recovery.started_at < now() - make_interval(days => ?) and part.ended_at is not null
         limit ? for update of part skip locked))`,
      [id, logRetentionDays, limit],
      'run',
    );
    return affectedRows;
  },
};

const recoveries: Retention = {
  purge: async (em, { id, logRetentionDays }, limit) => {
    const { affectedRows } = await em.execute<{ affectedRows: number }>(
      `delete from webhook_recoveries where id = any(array(
         select id from webhook_recoveries recovery
         where tenant_id = ? and started_at < now() - make_interval(days => ?)
           and not exists (select from webhook_recovery_parts where recovery_id = recovery.id)
         order by started_at limit ? for update skip locked))`,
      [id, logRetentionDays, limit],
      'run',
    );
    return affectedRows;
  },
};

/** Events on their way out. In this order: an attempt's log is found by its delivery. */
export const deliveryHoldings = {
  webhook_endpoints: { retention: { kept: 'settings' }, erasure: { none: 'settings' } },
  webhook_logs: {
    retention: { weekly: 'true' },
    erasure: { ofCalls: `delivery_id in (select id from webhook_deliveries where ${aboutCallsAndTheirWork})` },
  },
  webhook_deliveries: { retention: deliveries, erasure: { ofCalls: aboutCallsAndTheirWork } },
  webhook_recovery_parts: { retention: recoveryParts, erasure: { none: 'about endpoints' } },
  webhook_recoveries: { retention: recoveries, erasure: { none: 'about endpoints' } },
  outbound_events: { retention: events, erasure: { ofCalls: aboutCallsAndTheirWork } },
} as const satisfies Record<string, Holding>;
