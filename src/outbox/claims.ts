import type { EntityManager } from '@mikro-orm/postgresql';
import { attemptSentence, type AttemptError } from '../domain/deliveries/attemptErrors.ts';
import { isWaiting, type WebhookDelivery } from '../db/entities.ts';
import type { StoredEvent } from '../contract/events/wireEvent.ts';

type Columns =
  | 'id'
  | 'tenantId'
  | 'endpointId'
  | 'subjectKind'
  | 'subjectId'
  | 'attempts'
  | 'attemptsInSchedule'
  | 'nextAttemptAt'
  | 'createdAt';

/** A claimed delivery with its event, as far as an attempt needs them; the event is null once it is not kept any more. */
export interface ClaimedDelivery extends Pick<WebhookDelivery, Columns> {
  event: StoredEvent | null;
}

interface Row extends Pick<WebhookDelivery, Exclude<Columns, 'nextAttemptAt' | 'createdAt'>> {
  /** Milliseconds since 1970. */
  nextAttemptMs: number | null;
  createdMs: number;
  eventId: string;
  eventType: string;
  occurredMs: number | null;
  sequence: number | null;
  data: string | null;
}

/** Renewed every five seconds: where a worker has died, another one sends what it had after that. */
export const claimSeconds = 20;

const millisecondsOf = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

// By hand: this is read for each attempt, and entities cost more than the rest of it together.
const columns = `
  delivery.id, delivery.tenant_id as "tenantId", delivery.endpoint_id as "endpointId",
  delivery.subject_kind as "subjectKind", delivery.subject_id as "subjectId",
  delivery.attempts, delivery.attempts_in_schedule as "attemptsInSchedule",
  ${millisecondsOf('delivery.next_attempt_at')} as "nextAttemptMs", ${millisecondsOf('delivery.created_at')} as "createdMs",
  delivery.event_id as "eventId", delivery.event_type as "eventType", ${millisecondsOf('event.occurred_at')} as "occurredMs",
  event.sequence, event.data`;

const withEvent = `
  left join outbound_events event on event.tenant_id = delivery.tenant_id and event.event_id = delivery.event_id`;

const dueAt = 'coalesce(next_attempt_at, created_at)';

const isUnclaimed = '(claimed_until is null or claimed_until < now())';

/** A person asked for it: it goes out even where its endpoint rests. */
const isAskedFor = `status = 'pending' and next_attempt_at is not null and recovery_id is null`;

// What another sender is claiming at the moment is not waited for.
const claim = (condition: string): string => `
  with due as (
    select id from webhook_deliveries
    where endpoint_id = ? and ${isWaiting} and ${dueAt} <= now() and ${isUnclaimed} and ${condition}
    order by ${dueAt}, id limit ? for update skip locked
  ), delivery as (
    update webhook_deliveries claimed set claimed_until = now() + interval '${claimSeconds} seconds'
    from due where claimed.id = due.id returning claimed.*
  )
  select ${columns} from delivery ${withEvent}
  order by coalesce(delivery.next_attempt_at, delivery.created_at), event.sequence, delivery.id`;

const toDate = (milliseconds: number | null): Date | null => (milliseconds === null ? null : new Date(milliseconds));

const toClaimed = ({ nextAttemptMs, createdMs, eventId, eventType, occurredMs, sequence, data, ...row }: Row) => ({
  ...row,
  nextAttemptAt: toDate(nextAttemptMs),
  createdAt: new Date(createdMs),
  event:
    data === null || occurredMs === null
      ? null
      : { eventId, eventType, occurredAt: new Date(occurredMs), sequence, data },
});

/**
 * Takes what is due, oldest first, for one sender alone.
 * @param only what people have asked for, or everything.
 * @param em within a transaction, as for all below.
 */
export const claimDue = async (
  em: EntityManager,
  endpointId: string,
  limit: number,
  only: 'asked for' | 'all' = 'all',
): Promise<ClaimedDelivery[]> => {
  const rows = await em.execute<Row[]>(claim(only === 'all' ? 'true' : isAskedFor), [endpointId, limit]);
  return rows.map(toClaimed);
};

/** Deliveries that are claimed already, in the order of their events. */
export const readClaimed = async (em: EntityManager, ids: readonly string[]): Promise<ClaimedDelivery[]> => {
  if (ids.length === 0) return [];
  const rows = await em.execute<Row[]>(
    // The ids come typed: a cast is not leakproof, and under row level security PostgreSQL would not use the index.
    `select ${columns} from jsonb_to_recordset(?::jsonb) as asked (id uuid, place int)
     join webhook_deliveries delivery on delivery.id = asked.id ${withEvent} order by asked.place`,
    [JSON.stringify(ids.map((id, place) => ({ id, place })))],
  );
  return rows.map(toClaimed);
};

const change = (set: string): string => `
  with given as (select id from jsonb_to_recordset(?::jsonb) as given (id uuid)), locked as (
    select delivery.id from webhook_deliveries delivery join given using (id)
    where delivery.${isWaiting} and claimed_until is not null order by delivery.id for update of delivery
  )
  update webhook_deliveries delivery set ${set} from locked where delivery.id = locked.id`;

const changeAll = async (
  em: EntityManager,
  ids: readonly string[],
  set: string,
  values: readonly unknown[] = [],
): Promise<void> => {
  if (ids.length > 0) await em.execute(change(set), [JSON.stringify(ids.map((id) => ({ id }))), ...values]);
};

/** For as long as its sender lives. */
export const renewClaims = (em: EntityManager, ids: readonly string[]): Promise<void> =>
  changeAll(em, ids, `claimed_until = now() + interval '${claimSeconds} seconds'`);

/** What was not attempted after all. */
export const releaseClaims = (em: EntityManager, ids: readonly string[]): Promise<void> =>
  changeAll(em, ids, 'claimed_until = null');

/** Nothing of it will be sent: what waits for an endpoint that is gone, or an event that is. */
export const putAside = async (
  em: EntityManager,
  which: { endpointId: string } | { ids: readonly string[] },
  status: 'held' | 'dead',
  error: AttemptError | null,
): Promise<void> => {
  const why = error ? 'last_error = ?, last_error_code = ?, last_error_params = ?::jsonb,' : '';
  const set = `status = ?, ${why} next_attempt_at = null, claimed_until = null`;
  const values = [status, ...(error ? [attemptSentence(error), error.code, JSON.stringify(error.params)] : [])];
  if ('ids' in which) return changeAll(em, which.ids, set, values);
  // What is being sent at the moment is put aside by its own answer.
  await em.execute(
    `with locked as (
       select id from webhook_deliveries where endpoint_id = ? and ${isWaiting} and ${isUnclaimed} order by id for update
     )
     update webhook_deliveries delivery set ${set} from locked where delivery.id = locked.id`,
    [which.endpointId, ...values],
  );
};

const nextLook = `
  select ${millisecondsOf('resting_until - now()')} as "restsMs", coalesce(disabled_at is not null, true) as "isDisabled",
    (select ${millisecondsOf(`min(greatest(${dueAt}, claimed_until)) - now()`)} from webhook_deliveries
     where endpoint_id = asked.id and ${isWaiting}) as "dueMs",
    exists (select from webhook_deliveries where endpoint_id = asked.id and ${isAskedFor} and ${isUnclaimed}) as "isAskedFor",
    exists (select from webhook_recovery_parts part join webhook_recoveries recovery on recovery.id = part.recovery_id
      where part.endpoint_id = asked.id and ended_at is null and queued_all_at is null and canceled_at is null)
      as "isRecovering"
  from (select ?::uuid as id) asked left join webhook_endpoints endpoint on endpoint.id = asked.id`;

interface NextLook {
  restsMs: number | null;
  isDisabled: boolean;
  dueMs: number | null;
  isAskedFor: boolean;
  isRecovering: boolean;
}

/** @returns in how many milliseconds there is something to do; null where there is nothing. */
export const nextLookInMs = async (em: EntityManager, endpointId: string): Promise<number | null> => {
  const [row] = await em.execute<[NextLook]>(nextLook, [endpointId]);
  if (row.isAskedFor && !row.isDisabled) return 0;
  const restsMs = row.isDisabled ? 0 : Math.max(0, row.restsMs ?? 0);
  const dueMs = row.isRecovering ? 0 : row.dueMs;
  // While it rests, those who queue something rely on a look afterwards.
  if (dueMs === null) return restsMs > 0 ? restsMs : null;
  return Math.max(0, dueMs, restsMs);
};
