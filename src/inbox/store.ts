import type { MikroORM } from '@mikro-orm/postgresql';
import type { CallEvent } from '../domain/callEvent.ts';
import type { CallKey } from '../domain/ids.ts';
import { systemEm } from '../db/tenancy.ts';
import { repeatedAcrossWeeks } from './weekBoundary.ts';
import type { WebhookEventRow } from './webhookEventRow.ts';

/** More than that a second is a storm: Temporal on two cores finishes some tens of calls, of about six events each. */
export const stormPerSecond = 500;

/** An acknowledged event that the call's workflow should have. */
export interface WaitingEvent extends CallKey {
  id: string;
  events: CallEvent[];
}

// Each partition has its own unique index: `on conflict` cannot name columns.
const insertRows = `
  insert into webhook_events
    (id, tenant_id, provider, external_id, event_type, external_call_id, payload, events, received_at, relayed_at)
  select id, "tenantId", provider, "externalId", "eventType", "externalCallId", payload, events, "receivedAt",
    case when events::text = '[]' then "receivedAt" end
  from json_to_recordset(?::json) as row(
    id uuid, "tenantId" uuid, provider text, "externalId" text, "eventType" text, "externalCallId" text,
    payload json, events json, "receivedAt" timestamptz)
  on conflict do nothing
  returning id`;

const findWaiting = `
  select event.id, event.tenant_id as "tenantId", event.external_call_id as "externalCallId", event.events
  from webhook_events event
  join jsonb_to_recordset(?::jsonb) as row("tenantId" uuid, provider text, "externalId" text)
    on event.tenant_id = row."tenantId" and event.provider = row.provider and event.external_id = row."externalId"
  where event.relayed_at is null and event.external_call_id is not null`;

/**
 * Commits the rows; what was there already stays as it is.
 * @returns the rows' events that still have to reach their calls: those of new rows, and of repeated ones whose first
 * copy has not been relayed yet.
 */
export const insertWebhookEvents = (orm: MikroORM, rows: WebhookEventRow[]): Promise<WaitingEvent[]> =>
  // SYSTEM: one statement commits the webhooks of many tenants; each row's tenant was proven by its signature.
  systemEm(orm).transactional(async (em) => {
    const known = await repeatedAcrossWeeks(em, rows);
    const unknown = rows.filter(({ id }) => !known.has(id));
    const inserted = new Set(
      (await em.execute<{ id: string }[]>(insertRows, [JSON.stringify(unknown)])).map(({ id }) => id),
    );
    const fresh = rows.flatMap(({ id, tenantId, externalCallId, events }) =>
      inserted.has(id) && externalCallId !== null && events.length > 0
        ? [{ id, tenantId, externalCallId, events }]
        : [],
    );
    const repeated = rows.filter(({ id }) => !inserted.has(id));
    if (repeated.length === 0) return fresh;
    const keys = repeated.map(({ tenantId, provider, externalId }) => ({ tenantId, provider, externalId }));
    return [...fresh, ...(await em.execute<WaitingEvent[]>(findWaiting, [JSON.stringify(keys)]))];
  });

export const markRelayed = async (orm: MikroORM, ids: string[]): Promise<void> => {
  // SYSTEM: a relay works for all tenants.
  await systemEm(orm).execute(
    'update webhook_events set relayed_at = now() where id = any(?::uuid[]) and relayed_at is null',
    [`{${ids.join(',')}}`],
  );
};

export interface Leftover extends WaitingEvent {
  /** As PostgreSQL writes it, with microseconds: where the next page begins. */
  receivedAt: string;
}

/** Waiting events that no living relay seems to care for, oldest first, one page after another. */
export const findLeftovers = (
  orm: MikroORM,
  { olderThanSeconds, after, limit }: { olderThanSeconds: number; after?: Leftover | undefined; limit: number },
): Promise<Leftover[]> =>
  // SYSTEM: the sweep works for all tenants.
  systemEm(orm).execute<Leftover[]>(
    `select id, tenant_id as "tenantId", external_call_id as "externalCallId", events, received_at::text as "receivedAt"
     from webhook_events
     where relayed_at is null and external_call_id is not null and received_at < now() - make_interval(secs => ?)
       and (received_at, id) > (?::timestamptz, ?::uuid)
     order by received_at, id limit ?`,
    [olderThanSeconds, after?.receivedAt ?? '-infinity', after?.id ?? '00000000-0000-0000-0000-000000000000', limit],
  );

/** Whether other processes take webhooks in faster than they could relay them. Looks at the index of waiting ones only. */
export const isStorming = async (orm: MikroORM): Promise<boolean> => {
  // SYSTEM: the load of all tenants.
  const [row] = await systemEm(orm).execute<{ storm: boolean }[]>(
    `select count(*) > ? as storm from (
       select from webhook_events where relayed_at is null and received_at > now() - interval '1 second' limit ?
     ) as recent`,
    [stormPerSecond, stormPerSecond + 1],
  );
  return row?.storm ?? false;
};
