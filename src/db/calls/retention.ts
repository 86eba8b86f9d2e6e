import { callTime } from './call.ts';
import type { Holding, Retention } from '../core/holding.ts';

const ofCalls = 'external_call_id = any(?::text[])';
const ofLiveCalls = 'assistant_call_id = any(?::text[])';

interface Past {
  externalCallId: string;
  assistantCallId: string | null;
}

// By our own clock too: a provider may say that a call began whenever. One that is not closed still has a workflow, one with
// waiting deliveries has something to say, and one with open work has a promise to keep.
const pastCalls = `
  select external_call_id as "externalCallId", assistant_call_id as "assistantCallId" from calls
  where tenant_id = ? and (${callTime}) < now() - make_interval(months => ?)
    and closed_at < now() - make_interval(months => ?) and not exists (
    select from webhook_deliveries delivery where delivery.tenant_id = calls.tenant_id
      and delivery.subject_kind = 'call' and delivery.subject_id = calls.external_call_id and delivery.status in ('pending', 'retrying'))
    and not exists (
    select from work_items item where item.tenant_id = calls.tenant_id
      and item.external_call_id = calls.external_call_id and item.status = 'open')
  order by (${callTime}) limit ? for update skip locked`;

const retention: Retention = {
  purge: async (em, { id, callRetentionMonths }, limit, eraseCalls) => {
    const calls = await em.execute<Past[]>(pastCalls, [id, callRetentionMonths, callRetentionMonths, limit]);
    const ids = calls.flatMap(({ externalCallId, assistantCallId }) =>
      assistantCallId === null ? [externalCallId] : [externalCallId, assistantCallId],
    );
    if (ids.length > 0) await eraseCalls(em, id, ids);
    return calls.length;
  },
};

export const callHoldings = {
  // Deleted with the call's end; what a lost report, or a word after it, leaves behind goes a day later.
  live_calls: { retention: { spent: `updated_at < now() - interval '1 day'` }, erasure: { ofCalls: ofLiveCalls } },
  calls: { retention, erasure: { ofCalls } },
  daily_metrics: { retention: { kept: 'sums, about no person' }, erasure: { none: 'sums, about no person' } },
} as const satisfies Record<string, Holding>;
