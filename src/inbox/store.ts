import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import type { CallObservation } from '../domain/calls/observation.ts';
import type { TenantId } from '../domain/ids.ts';
import type { Subject, SubjectKind } from '../domain/subject.ts';
import { momentArray, textArray, uuidArray } from '../db/core/binaryArrays.ts';
import { systemEm } from '../db/core/tenancy.ts';
import { repeatedAcrossWeeks } from './weekBoundary.ts';
import type { WebhookEventRow } from './webhookEventRow.ts';

/** An acknowledged webhook whose events the workflow of its subject should have. */
export interface WaitingEvent {
  id: string;
  tenantId: TenantId;
  subject: Subject;
  events: CallObservation[];
}

/** A waiting event that only its claimant hands over, for as long as the claim lasts. */
export interface ClaimedEvent extends WaitingEvent {
  /** Counts the claims on the event: with a greater number in the row, another process has it. */
  attempts: number;
  /** By our own clock (`performance.now()`), taken before PostgreSQL began the claim: it lasts at least `claimSeconds` from then. */
  claimedAt: number;
}

/** How soon the sweep takes what a dead process had claimed; longer than one handover takes. */
export const claimSeconds = 10;

/** So many failed handovers make an event stuck: an alarm, and a place in the dashboard. It is tried again all the same. */
export const stuckAttempts = 5;

/** Later each time. An event that fails by its own fault must not keep the sweep busy. */
const retryDelaySeconds = { first: 5, longest: 300 };

const claimEnd = `now() + interval '${claimSeconds} seconds'`;

const isClaimable = `relayed_at is null and subject_id is not null and (claimed_until is null or claimed_until < now())`;

const claimed = `event.id, event.tenant_id as "tenantId", event.subject_kind as "subjectKind", event.subject_id as "subjectId",
  event.events, event.relay_attempts as attempts`;

// Prepared once on each connection, with its values beside it: they are parsed once, as what they are. Rows with events are
// claimed by their insert: the process that wrote them hands them over. Each partition has its own unique index: `on conflict` cannot
// name columns.
const insertRows = `
  insert into webhook_events
    (id, tenant_id, provider, external_id, event_type, subject_kind, subject_id, payload, events, received_at,
      relayed_at, claimed_until, relay_attempts)
  select id, tenant_id, provider, external_id, event_type, subject_kind, subject_id, payload, events, received_at,
    case when not waits then received_at end, case when waits then ${claimEnd} end, waits::int
  from (
    select *, events::text <> '[]' and subject_id is not null as waits
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::json[], $9::json[],
        $10::timestamptz[])
      as row (id, tenant_id, provider, external_id, event_type, subject_kind, subject_id, payload, events, received_at)
  ) as row
  on conflict do nothing`;

// A row that is locked is being claimed or marked by another.
const claimRepeated = `
  update webhook_events event set claimed_until = ${claimEnd}, relay_attempts = relay_attempts + 1
  where id = any(array(
    select event.id from webhook_events event
    join unnest($1::uuid[], $2::text[], $3::text[]) as row (tenant_id, provider, external_id)
      on event.tenant_id = row.tenant_id and event.provider = row.provider and event.external_id = row.external_id
    where ${isClaimable} for update of event skip locked))
  returning ${claimed}`;

interface ClaimRow extends Omit<ClaimedEvent, 'claimedAt' | 'subject'> {
  subjectKind: SubjectKind;
  subjectId: string;
}

const toClaim = ({ subjectKind, subjectId, ...row }: ClaimRow, claimedAt: number): ClaimedEvent => ({
  ...row,
  subject: { kind: subjectKind, id: subjectId },
  claimedAt,
});

const columnsOf = (rows: WebhookEventRow[]): unknown[] => [
  uuidArray(rows.map(({ id }) => id)),
  uuidArray(rows.map(({ tenantId }) => tenantId)),
  textArray(rows.map(({ provider }) => provider)),
  textArray(rows.map(({ externalId }) => externalId)),
  textArray(rows.map(({ eventType }) => eventType)),
  textArray(rows.map(({ subject }) => subject?.kind ?? null)),
  textArray(rows.map(({ subject }) => subject?.id ?? null)),
  textArray(
    rows.map(({ payload }) => JSON.stringify(payload)),
    'json',
  ),
  textArray(
    rows.map(({ events }) => JSON.stringify(events)),
    'json',
  ),
  momentArray(rows.map(({ receivedAt }) => receivedAt)),
];

const keysOf = (rows: WebhookEventRow[]): Buffer[] => [
  uuidArray(rows.map(({ tenantId }) => tenantId)),
  textArray(rows.map(({ provider }) => provider)),
  textArray(rows.map(({ externalId }) => externalId)),
];

// By their keys, which have an index: ids have none across the weeks.
const findNew = `
  select event.id from webhook_events event
  join unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[]) as row (tenant_id, provider, external_id, id)
    on event.tenant_id = row.tenant_id and event.provider = row.provider and event.external_id = row.external_id
      and event.id = row.id`;

/** Ids are ours, and new: a row that has one was committed by this call. */
const newIds = async (pool: Pool, rows: WebhookEventRow[]): Promise<Set<string>> => {
  const ids = uuidArray(rows.map(({ id }) => id));
  const found = await pool.query<{ id: string }>(findNew, [...keysOf(rows), ids]);
  return new Set(found.rows.map(({ id }) => id));
};

const claimAgain = async (pool: Pool, repeated: WebhookEventRow[], claimedAt: number): Promise<ClaimedEvent[]> => {
  if (repeated.length === 0) return [];
  const { rows } = await pool.query<ClaimRow>(claimRepeated, keysOf(repeated));
  return rows.map((row) => toClaim(row, claimedAt));
};

/**
 * Commits the rows in one round trip; what was there already stays as it is.
 * @param pool SYSTEM: one statement commits the webhooks of many tenants; each row's tenant was proven by its signature.
 * @returns what the caller has claimed and must hand over: the events of new rows, and of repeated ones that wait and
 * that no other process is handing over.
 */
export const insertWebhookEvents = async (pool: Pool, rows: WebhookEventRow[]): Promise<ClaimedEvent[]> => {
  const claimedAt = performance.now();
  const known = await repeatedAcrossWeeks(pool, rows);
  const unknown = known.size === 0 ? rows : rows.filter(({ id }) => !known.has(id));
  const { rowCount } = await pool.query({
    name: 'insert-webhook-events',
    text: insertRows,
    values: columnsOf(unknown),
  });
  const fresh = rowCount === rows.length ? undefined : await newIds(pool, unknown);
  const claims: ClaimedEvent[] = [];
  for (const { id, tenantId, subject, events } of rows) {
    if (subject !== null && events.length > 0 && (fresh?.has(id) ?? true))
      claims.push({ id, tenantId, subject, events, attempts: 1, claimedAt });
  }
  if (!fresh) return claims;
  const repeated = rows.filter(({ id }) => !fresh.has(id));
  return [...claims, ...(await claimAgain(pool, repeated, claimedAt))];
};

/** Claims the oldest waiting events that no living process is handing over. */
export const claimLeftovers = async (orm: MikroORM, limit: number): Promise<ClaimedEvent[]> => {
  const claimedAt = performance.now();
  // SYSTEM: the sweep works for all tenants.
  const claims = await systemEm(orm).execute<ClaimRow[]>(
    `update webhook_events event set claimed_until = ${claimEnd}, relay_attempts = relay_attempts + 1
     where id = any(array(
       select id from webhook_events where ${isClaimable} order by received_at limit ? for update skip locked))
     returning ${claimed}`,
    [limit],
  );
  return claims.map((row) => toClaim(row, claimedAt));
};

/** Claims anew what is about to run out. @returns those that are still the caller's. */
export const renewClaims = async (orm: MikroORM, events: readonly ClaimedEvent[]): Promise<ClaimedEvent[]> => {
  const claimedAt = performance.now();
  // SYSTEM: a relay works for all tenants.
  const renewed = await systemEm(orm).execute<{ id: string }[]>(
    `update webhook_events event set claimed_until = ${claimEnd}
     from jsonb_to_recordset(?::jsonb) as claim(id uuid, attempts int)
     where event.id = claim.id and event.relay_attempts = claim.attempts and event.relayed_at is null
     returning event.id`,
    [JSON.stringify(events.map(({ id, attempts }) => ({ id, attempts })))],
  );
  const ours = new Set(renewed.map(({ id }) => id));
  return events.filter(({ id }) => ours.has(id)).map((event) => ({ ...event, claimedAt }));
};

/** Only for what its workflow has certainly got: what is marked is never looked at again. */
export const markRelayed = async (orm: MikroORM, ids: readonly string[]): Promise<void> => {
  // SYSTEM: a relay works for all tenants.
  await systemEm(orm).execute(
    `update webhook_events set relayed_at = now(), claimed_until = null, relay_error = null
     where id = any(?::uuid[]) and relayed_at is null`,
    [`{${ids.join(',')}}`],
  );
};

/** The event's own handover failed: it is tried again, later each time. */
export const noteRelayFailure = async (orm: MikroORM, id: string, reason: string): Promise<void> => {
  const { first, longest } = retryDelaySeconds;
  // SYSTEM: a relay works for all tenants.
  await systemEm(orm).execute(
    `update webhook_events set relay_error = ?,
       claimed_until = now() + make_interval(secs => least(?, ? * 2 ^ least(greatest(relay_attempts - 1, 0), 10)))
     where id = ? and relayed_at is null`,
    [reason, longest, first, id],
  );
};

const isStuck = `relay_error is not null and relay_attempts >= ${stuckAttempts}`;

/** How much waits, for how long, and how much of it fails again and again. */
export const inboxCounts = `
  select count(*)::int as waiting, extract(epoch from now() - min(received_at))::float8 as "oldestSeconds",
    (count(*) filter (where ${isStuck}))::int as stuck
  from webhook_events where relayed_at is null`;

/** Whether other processes take webhooks in faster than they could relay them. Looks at the index of waiting ones only. */
export const isStorming = async (orm: MikroORM, perSecond: number): Promise<boolean> => {
  // SYSTEM: the load of all tenants.
  const [row] = await systemEm(orm).execute<{ storm: boolean }[]>(
    `select count(*) > ? as storm from (
       select from webhook_events where relayed_at is null and received_at > now() - interval '1 second' limit ?
     ) as recent`,
    [perSecond, perSecond + 1],
  );
  return row?.storm ?? false;
};
