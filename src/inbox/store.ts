import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import type { CallEvent } from '../domain/callEvent.ts';
import type { CallKey } from '../domain/ids.ts';
import { textArray, uuidArray } from '../db/binaryArrays.ts';
import { systemEm } from '../db/tenancy.ts';
import type { WebhookEventRow } from './webhookEventRow.ts';

/** More than that a second is a storm: Temporal on two cores finishes some tens of calls, of about six events each. */
export const stormPerSecond = 500;

/** An acknowledged event that the call's workflow should have. */
export interface WaitingEvent extends CallKey {
  id: string;
  events: CallEvent[];
}

// Prepared once on each connection, with its values beside it: they are parsed once, as what they are.
const insertRows = `
  insert into webhook_events
    (id, tenant_id, provider, external_id, event_type, external_call_id, payload, events, received_at, relayed_at)
  select id, tenant_id, provider, external_id, event_type, external_call_id, payload, events, received_at::timestamptz,
    case when events::text = '[]' then received_at::timestamptz end
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::json[], $8::json[], $9::text[])
    as row (id, tenant_id, provider, external_id, event_type, external_call_id, payload, events, received_at)
  on conflict (tenant_id, provider, external_id) do nothing`;

const findWaiting = `
  select event.id, event.tenant_id as "tenantId", event.external_call_id as "externalCallId", event.events
  from webhook_events event
  join unnest($1::uuid[], $2::text[], $3::text[]) as row (tenant_id, provider, external_id)
    on event.tenant_id = row.tenant_id and event.provider = row.provider and event.external_id = row.external_id
  where event.relayed_at is null and event.external_call_id is not null`;

const columnsOf = (rows: WebhookEventRow[]): unknown[] => [
  uuidArray(rows.map(({ id }) => id)),
  uuidArray(rows.map(({ tenantId }) => tenantId)),
  textArray(rows.map(({ provider }) => provider)),
  textArray(rows.map(({ externalId }) => externalId)),
  textArray(rows.map(({ eventType }) => eventType)),
  textArray(rows.map(({ externalCallId }) => externalCallId)),
  textArray(
    rows.map(({ payload }) => JSON.stringify(payload)),
    'json',
  ),
  textArray(
    rows.map(({ events }) => JSON.stringify(events)),
    'json',
  ),
  textArray(rows.map(({ receivedAt }) => receivedAt)),
];

/** Ids are ours, and new: a row that has one was committed by this call. */
const newIds = async (pool: Pool, rows: WebhookEventRow[]): Promise<Set<string>> => {
  const ids = uuidArray(rows.map(({ id }) => id));
  const found = await pool.query<{ id: string }>('select id from webhook_events where id = any($1::uuid[])', [ids]);
  return new Set(found.rows.map(({ id }) => id));
};

const waitingOf = async (pool: Pool, repeated: WebhookEventRow[]): Promise<WaitingEvent[]> => {
  if (repeated.length === 0) return [];
  const keys = [
    uuidArray(repeated.map(({ tenantId }) => tenantId)),
    textArray(repeated.map(({ provider }) => provider)),
    textArray(repeated.map(({ externalId }) => externalId)),
  ];
  return (await pool.query<WaitingEvent>(findWaiting, keys)).rows;
};

/**
 * Commits the rows in one round trip; what was there already stays as it is.
 * @param pool SYSTEM: one statement commits the webhooks of many tenants; each row's tenant was proven by its signature.
 * @returns the rows' events that still have to reach their calls: those of new rows, and of repeated ones whose first
 * copy has not been relayed yet.
 */
export const insertWebhookEvents = async (pool: Pool, rows: WebhookEventRow[]): Promise<WaitingEvent[]> => {
  const { rowCount } = await pool.query({ name: 'insert-webhook-events', text: insertRows, values: columnsOf(rows) });
  const fresh = rowCount === rows.length ? undefined : await newIds(pool, rows);
  const waiting: WaitingEvent[] = [];
  for (const { id, tenantId, externalCallId, events } of rows) {
    if (externalCallId !== null && events.length > 0 && (fresh?.has(id) ?? true))
      waiting.push({ id, tenantId, externalCallId, events });
  }
  if (!fresh) return waiting;
  return [
    ...waiting,
    ...(await waitingOf(
      pool,
      rows.filter(({ id }) => !fresh.has(id)),
    )),
  ];
};

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
