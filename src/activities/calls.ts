import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { ApplicationFailure, Context } from '@temporalio/activity';
import type { AppContext } from '../context.ts';
import { Call, Tenant } from '../db/entities/index.ts';
import { contributionOf, countOnce } from '../db/dailyMetrics.ts';
import { queueDeliveries, type DeliveryRef } from '../db/deliveryQueue.ts';
import { tenantEm } from '../db/tenancy.ts';
import type { CallEvent } from '../domain/callEvent.ts';
import { joinFacts, type CallFacts } from '../domain/callFacts.ts';
import { describeCall, type CallSnapshot, type Witness } from '../domain/callSession.ts';
import { eventsOf } from '../domain/eventCatalogue.ts';
import type { CallKey, TenantId } from '../domain/ids.ts';
import { areEventsPast } from '../domain/retention.ts';
import type { Provider } from '../providers/provider.ts';
import { openIntegration } from './integrations.ts';

/** `settled`: over, nobody is expected to say more. `closed`: its cost is known too, its day may be counted. */
export type CallStage = 'live' | 'settled' | 'closed';

export interface SaveCallInput extends CallKey {
  facts: CallFacts;
  stage: CallStage;
}

export interface SavedCall {
  /** Deliveries whose first attempt is due; the workflow remembers which it has dispatched. */
  due: DeliveryRef[];
  /** The call had been closed before: this was a late word. */
  wasClosed: boolean;
}

export interface AskInput extends Witness {
  tenantId: TenantId;
}

const toDate = (iso: string | null): Date | null => (iso === null ? null : new Date(iso));

const columnsOf = (call: CallSnapshot) => ({
  ...call,
  startedAt: toDate(call.startedAt),
  answeredAt: toDate(call.answeredAt),
  endedAt: toDate(call.endedAt),
});

const lockCall = (em: EntityManager, { tenantId, externalCallId }: CallKey): Promise<Call | null> =>
  em.findOne(Call, { tenantId, externalCallId }, { lockMode: LockMode.PESSIMISTIC_WRITE });

export const createCallActivities = (ctx: AppContext) => {
  const ask = async ({ tenantId, provider, callId }: AskInput) => {
    const settings = await openIntegration(ctx, tenantId, provider);
    if (!settings)
      throw ApplicationFailure.nonRetryable(`${provider} is not configured for this tenant`, 'NotConfigured');
    const signal = Context.current().cancellationSignal;
    const vendor: Provider = ctx.providers[provider];
    const answer = await vendor.fetchCall(settings, callId, signal);
    if (!answer.found) throw ApplicationFailure.nonRetryable(`${provider} does not know the call`, 'UnknownCall');
    return answer;
  };

  return {
    /**
     * Joins what is known into the call's row, queues the events that follow, counts its day when it closes. Can run
     * any number of times: each run leaves the same rows.
     */
    async saveCall({ tenantId, externalCallId, facts, stage }: SaveCallInput): Promise<SavedCall> {
      return tenantEm(ctx.orm, tenantId).transactional(async (em) => {
        const existing = await lockCall(em, { tenantId, externalCallId });
        const wasClosed = Boolean(existing?.closedAt);
        const tenant = wasClosed || stage === 'closed' ? await em.findOneOrFail(Tenant, tenantId) : undefined;
        const timeZone = tenant?.timeZone;
        const counted = existing && wasClosed && timeZone ? contributionOf(existing, timeZone) : undefined;
        const known = joinFacts(existing?.facts ?? {}, facts);
        const snapshot = describeCall(externalCallId, known);
        const columns = { ...columnsOf(snapshot), facts: known };
        const call = existing ? em.assign(existing, columns) : em.create(Call, { tenantId, ...columns });
        if (stage === 'closed') call.closedAt ??= new Date();
        await em.persist(call).flush();
        if (timeZone) await countOnce(em, tenantId, contributionOf(call, timeZone), counted);
        if (tenant && call.closedAt && areEventsPast(call.closedAt, tenant.logRetentionDays))
          return { due: [], wasClosed };
        const settled = wasClosed || stage !== 'live';
        const events = eventsOf(snapshot, settled, call.createdAt.toISOString());
        return { due: await queueDeliveries(em, tenantId, externalCallId, events), wasClosed };
      });
    },

    /** What the provider's REST API says about the call. */
    async fetchCall(input: AskInput): Promise<CallEvent[]> {
      return (await ask(input)).events;
    },

    /** As `fetchCall`, but fails, to be retried, until the provider has put a price on the call. */
    async fetchPrice(input: AskInput): Promise<CallEvent[]> {
      const answer = await ask(input);
      if (!answer.priced)
        throw ApplicationFailure.retryable(`${input.provider} has not rated the call yet`, 'NotRated');
      return answer.events;
    },
  };
};
