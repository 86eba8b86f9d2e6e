import type { MikroORM } from '@mikro-orm/postgresql';
import type { CallEvent } from '../domain/callEvent.ts';
import type { CallKey } from '../domain/ids.ts';
import { systemEm } from '../db/tenancy.ts';
import { repeatedAcrossWeeks } from './weekBoundary.ts';
import type { WebhookEventRow } from './webhookEventRow.ts';

/** An acknowledged event that the call's workflow should have. */
export interface WaitingEvent extends CallKey {
  id: string;
  events: CallEvent[];
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

const isClaimable = `relayed_at is null and external_call_id is not null and (claimed_until is null or claimed_until < now())`;

const claimed = `event.id, event.tenant_id as "tenantId", event.external_call_id as "externalCallId", event.events,
  event.relay_attempts as attempts`;

// Rows with events are claimed by their insert: whoever wrote them hands them over.
// Each partition has its own unique index: `on conflict` cannot name columns.
const insertRows = `
  insert into webhook_events
    (id, tenant_id, provider, external_id, event_type, external_call_id, payload, events, received_at, relayed_at,
      claimed_until, relay_attempts)
  select id, "tenantId", provider, "externalId", "eventType", "externalCallId", payload, events, "receivedAt",
    case when not waits then "receivedAt" end, case when waits then ${claimEnd} end, waits::int
  from (
    select *, events::text <> '[]' and "externalCallId" is not null as waits
    from json_to_recordset(?::json) as row(
      id uuid, "tenantId" uuid, provider text, "externalId" text, "eventType" text, "externalCallId" text,
      payload json, events json, "receivedAt" timestamptz)
  ) as row
  on conflict do nothing
  returning id`;

// A row that is locked is being claimed or marked by another.
const claimRepeated = `
  update webhook_events event set claimed_until = ${claimEnd}, relay_attempts = relay_attempts + 1
  where id = any(array(
    select event.id from webhook_events event
    join jsonb_to_recordset(?::jsonb) as row("tenantId" uuid, provider text, "externalId" text)
      on event.tenant_id = row."tenantId" and event.provider = row.provider and event.external_id = row."externalId"
    where ${isClaimable} for update of event skip locked))
  returning ${claimed}`;

type Claim = Omit<ClaimedEvent, 'claimedAt'>;

/**
 * Commits the rows; what was there already stays as it is.
 * @returns what the caller has claimed and must hand over: the events of new rows, and of repeated ones that wait and
 * that no other process is handing over.
 */
export const insertWebhookEvents = (orm: MikroORM, rows: WebhookEventRow[]): Promise<ClaimedEvent[]> => {
  const claimedAt = performance.now();
  // SYSTEM: one statement commits the webhooks of many tenants; each row's tenant was proven by its signature.
  return systemEm(orm).transactional(async (em) => {
    const known = await repeatedAcrossWeeks(em, rows);
    const unknown = rows.filter(({ id }) => !known.has(id));
    const inserted = new Set(
      (await em.execute<{ id: string }[]>(insertRows, [JSON.stringify(unknown)])).map(({ id }) => id),
    );
    const fresh = rows.flatMap(({ id, tenantId, externalCallId, events }) =>
      inserted.has(id) && externalCallId !== null && events.length > 0
        ? [{ id, tenantId, externalCallId, events, attempts: 1, claimedAt }]
        : [],
    );
    const repeated = rows.filter(({ id }) => !inserted.has(id));
    if (repeated.length === 0) return fresh;
    const keys = repeated.map(({ tenantId, provider, externalId }) => ({ tenantId, provider, externalId }));
    const again = await em.execute<Claim[]>(claimRepeated, [JSON.stringify(keys)]);
    return [...fresh, ...again.map((event) => ({ ...event, claimedAt }))];
  });
};

/** Claims the oldest waiting events that no living process is handing over. */
export const claimLeftovers = async (orm: MikroORM, limit: number): Promise<ClaimedEvent[]> => {
  const claimedAt = performance.now();
  // SYSTEM: the sweep works for all tenants.
  const claims = await systemEm(orm).execute<Claim[]>(
    `update webhook_events event set claimed_until = ${claimEnd}, relay_attempts = relay_attempts + 1
     where id = any(array(
       select id from webhook_events where ${isClaimable} order by received_at limit ? for update skip locked))
     returning ${claimed}`,
    [limit],
  );
  return claims.map((event) => ({ ...event, claimedAt }));
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
