import type { EntityManager } from '@mikro-orm/postgresql';
import { Context } from '@temporalio/activity';
import type { AppContext } from '../context.ts';
import { forgetLiveCall } from '../db/calls/liveCalls.ts';
import { insertCall, readCallToSave, updateCall } from '../db/calls/savedCall.ts';
import { contributionOf, countOnce } from '../db/usage/dailyMetrics.ts';
import { queueEvents } from '../db/deliveries/queue.ts';
import { tenantEm } from '../db/core/tenancy.ts';
import { factsOf, joinFacts, type CallFacts } from '../domain/calls/facts.ts';
import { describeCall } from '../domain/calls/session.ts';
import { eventsOf } from '../contract/events/catalogue.ts';
import type { CallKey } from '../domain/ids.ts';
import { areEventsPast } from '../domain/tenants/retention.ts';
import type { Outbox } from '../outbox/index.ts';
import { Adoption } from './adoption.ts';
import { withoutValues } from './withoutValues.ts';

/** `settled`: over, no provider is expected to say more. `closed`: its cost is known too, its day may be counted. */
export type CallStage = 'live' | 'settled' | 'closed';

export interface SaveCallInput extends CallKey {
  /** What the workflow knows: without what is said of people. */
  facts: CallFacts;
  /** Stored events that say it all; absent: all that are stored of the call. */
  eventIds?: string[];
  stage: CallStage;
  /** While one of the events is not stored yet, the call is saved as live. */
  patient?: boolean;
}

export interface SavedCall {
  /** Calls that are pinned to a workflow code which starts deliveries itself have none to start. */
  due: [];
  /** The call had been closed before: this was a late word. */
  wasClosed: boolean;
  /** Ids of events that are not stored: their workflow heard of them before PostgreSQL did, or they were deleted. */
  missing: string[];
}

/** A local activity keeps its workflow from answering: it gives up before its second is over. */
const shortWait = { statement_timeout: '800ms', lock_timeout: '600ms' };
const longWait = { statement_timeout: '8s', lock_timeout: '8s' };

interface Saved extends Omit<SavedCall, 'due'> {
  /** Endpoints that have something to deliver. */
  due: string[];
}

const save = async (em: EntityManager, input: SaveCallInput): Promise<Saved> => {
  const { tenantId, externalCallId, eventIds } = input;
  const { call, stored, tenant } = await readCallToSave(em, input, eventIds);
  const storedIds = new Set(stored.map(({ id }) => id));
  const missing = (eventIds ?? []).filter((id) => !storedIds.has(id));
  const stage = input.patient && missing.length > 0 ? 'live' : input.stage;
  const wasClosed = call !== null && call.closedAt !== null;
  const isCounted = wasClosed || stage === 'closed';

  const facts = stored
    .flatMap(({ events }) => events.map(factsOf))
    .reduce(joinFacts, joinFacts(call?.facts ?? {}, input.facts));
  const snapshot = describeCall(externalCallId, facts);
  const createdAt = call?.createdAt ?? new Date();
  const closedAt = call?.closedAt ?? (stage === 'closed' ? new Date() : null);
  const startedAt = snapshot.startedAt === null ? null : new Date(snapshot.startedAt);
  const before = call?.counted ?? (call && wasClosed ? contributionOf(call, tenant.timeZone) : undefined);
  const counted = isCounted ? contributionOf({ ...snapshot, startedAt, createdAt }, tenant.timeZone) : before;
  const values = { ...snapshot, facts, counted: counted ?? null, closedAt };
  await (call ? updateCall(em, call.id, values) : insertCall(em, input, values, createdAt));
  if (counted && isCounted) await countOnce(em, tenantId, counted, before);
  if (stage !== 'live' && snapshot.assistantCallId !== null) await forgetLiveCall(em, snapshot.assistantCallId);
  if (isCounted && closedAt && areEventsPast(closedAt, tenant.logRetentionDays)) return { due: [], wasClosed, missing };
  const events = eventsOf(snapshot, wasClosed || stage !== 'live', createdAt.toISOString());
  return { due: await queueEvents(em, tenantId, events), wasClosed, missing };
};

export const createCallActivities = ({ orm, logger }: AppContext, { wakeEndpoints }: Outbox) => {
  // A local activity whose second is over goes on, and the one that its workflow asks for then is the same save.
  const saves = new Adoption<Saved>();
  return {
    /**
     * Joins what is known into the call's row, queues the events that follow, counts its day when it closes. Can run
     * any number of times: each run leaves the same rows.
     */
    async saveCall(input: SaveCallInput): Promise<SavedCall> {
      const { tenantId } = input;
      const { info, cancellationSignal } = Context.current();
      const wait = info.isLocal ? shortWait : longWait;
      let saved: Saved;
      try {
        saved = await saves.run(JSON.stringify(input), cancellationSignal, () =>
          tenantEm(orm, tenantId, wait).transactional((em) => save(em, input)),
        );
      } catch (error) {
        throw withoutValues(error, 'the call was not saved');
      }
      // The call does not wait for it, and the sweep does what this cannot.
      void wakeEndpoints(tenantId, saved.due).catch((error: unknown) =>
        logger.warn({ err: error, tenantId }, 'endpoints were left to the sweep'),
      );
      return { ...saved, due: [] };
    },
  };
};
