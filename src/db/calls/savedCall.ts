import type { EntityManager } from '@mikro-orm/postgresql';
import type { CallObservation } from '../../domain/calls/observation.ts';
import type { CallFacts } from '../../domain/calls/facts.ts';
import type { CallSnapshot } from '../../domain/calls/session.ts';
import type { CallKey } from '../../domain/ids.ts';
import type { Contribution, CountedCall } from '../../domain/usage/metrics.ts';
import { uuidV7 } from '../core/uuid.ts';

/** A call's row, as far as a save looks at it. */
interface SavedCallRow extends CountedCall {
  id: string;
  facts: CallFacts;
  counted: Contribution | null;
  startedAt: Date | null;
  createdAt: Date;
  closedAt: Date | null;
}

/** What a save of a call begins with. */
interface CallToSave {
  /** Null where this is its first save. Locked until the transaction ends. */
  call: SavedCallRow | null;
  stored: { id: string; events: CallObservation[] }[];
  tenant: { timeZone: string; logRetentionDays: number };
}

/** What a save writes: all that is known of the call. */
interface CallValues extends CallSnapshot {
  facts: CallFacts;
  counted: Contribution | null;
  closedAt: Date | null;
}

// By hand, as all of a save: it is much of what a call costs its worker, entities cost more than the rest of it together, and
// each statement is a round trip. Events are looked up by their call, which has an index: ids have none across the weeks.
const read = (events: string): string => `
  with call as (
    select id, facts, counted, direction, ai_handled as "aiHandled", outcome_type as outcome, duration_seconds as "durationSeconds",
      billed_minutes as "billedMinutes", provider_cost_cents as "providerCostCents", started_at as "startedAt",
      created_at as "createdAt", closed_at as "closedAt"
    from calls where tenant_id = ? and external_call_id = ? for update
  )
  select (select to_json(call) from call) as call,
    (select coalesce(json_agg(json_build_object('id', id, 'events', events)), '[]') from webhook_events
      where tenant_id = ? and subject_kind = 'call' and subject_id = ? ${events}) as stored,
    (select json_build_object('timeZone', time_zone, 'logRetentionDays', log_retention_days) from tenants where id = ?) as tenant`;

const readAll = read('');
const readSome = read('and id in (?)');

/** As JSON has it. */
interface CallRow extends Omit<SavedCallRow, 'startedAt' | 'createdAt' | 'closedAt'> {
  startedAt: string | null;
  createdAt: string;
  closedAt: string | null;
}

interface ReadRow extends Pick<CallToSave, 'stored'> {
  call: CallRow | null;
  tenant: CallToSave['tenant'] | null;
}

const toDate = (text: string | null): Date | null => (text === null ? null : new Date(text));

const toSavedCall = ({ startedAt, createdAt, closedAt, ...call }: CallRow): SavedCallRow => ({
  ...call,
  startedAt: toDate(startedAt),
  createdAt: new Date(createdAt),
  closedAt: toDate(closedAt),
});

/**
 * Locks the call's row, and reads it with what is stored about the call.
 * @param eventIds of stored webhook events; undefined: all that are stored of the call.
 * @param em within a transaction.
 */
export const readCallToSave = async (
  em: EntityManager,
  { tenantId, externalCallId }: CallKey,
  eventIds: readonly string[] | undefined,
): Promise<CallToSave> => {
  const some = eventIds && [eventIds.length > 0 ? eventIds : null];
  const values = [tenantId, externalCallId, tenantId, externalCallId, ...(some ?? []), tenantId];
  const [{ call, stored, tenant }] = await em.execute<[ReadRow]>(some ? readSome : readAll, values);
  if (!tenant) throw new Error('the tenant of a call is gone');
  return { call: call && toSavedCall(call), stored, tenant };
};

const columns: Record<keyof CallValues, string> = {
  externalCallId: 'external_call_id',
  provider: 'provider',
  direction: 'direction',
  from: 'from_number',
  to: 'to_number',
  status: 'status',
  outcome: 'outcome_type',
  outcomeReason: 'outcome_reason',
  aiHandled: 'ai_handled',
  startedAt: 'started_at',
  answeredAt: 'answered_at',
  endedAt: 'ended_at',
  durationSeconds: 'duration_seconds',
  billedMinutes: 'billed_minutes',
  providerCostCents: 'provider_cost_cents',
  transcript: 'transcript',
  summary: 'summary',
  structuredData: 'structured_data',
  endedReason: 'ended_reason',
  assistantCallId: 'assistant_call_id',
  recordings: 'recordings',
  facts: 'facts',
  counted: 'counted',
  closedAt: 'closed_at',
};

const names = Object.values(columns);
const namesOf = (table: string): string => names.map((name) => `${table}.${name}`).join(', ');

const insert = `
  insert into calls (id, tenant_id, created_at, updated_at, ${names.join(', ')})
  select ?, ?, ?, now(), ${namesOf('given')} from jsonb_populate_record(null::calls, ?::jsonb) given`;

// What has not changed keeps its time of change.
const update = `
  update calls call set updated_at = now(), ${names.map((name) => `${name} = given.${name}`).join(', ')}
  from jsonb_populate_record(null::calls, ?::jsonb) given
  where call.id = ? and (${namesOf('call')}) is distinct from (${namesOf('given')})`;

const rowOf = (values: CallValues): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(columns).map(([key, name]) => [name, values[key as keyof CallValues]])),
  );

/** @throws Error where another save has made the row meanwhile: this one has not seen what it says. */
export const insertCall = async (
  em: EntityManager,
  { tenantId }: CallKey,
  values: CallValues,
  createdAt: Date,
): Promise<void> => {
  await em.execute(insert, [uuidV7(), tenantId, createdAt.toISOString(), rowOf(values)]);
};

/** @param id of a row that this transaction has locked. */
export const updateCall = async (em: EntityManager, id: string, values: CallValues): Promise<void> => {
  await em.execute(update, [rowOf(values), id]);
};
