import type { EntityManager } from '@mikro-orm/postgresql';
import { callTime } from './call.ts';
import { deliveryHoldings } from '../deliveries/retention.ts';
import type { Erasure, Holding, Retention } from '../core/holding.ts';
import { webhookHoldings } from '../webhooks/retention.ts';

const ofCalls = 'external_call_id = any(?::text[])';

const ofLiveCalls = 'assistant_call_id = any(?::text[])';

const arrayLiteral = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;

/**
 * Deletes calls with everything that was kept about them.
 * @param em the tenant's own, in a transaction.
 * @param callIds as carriers and assistants call them.
 */
const eraseCalls = async (em: EntityManager, tenantId: string, callIds: readonly string[]): Promise<void> => {
  const tables: Record<string, { erasure: Erasure }> = {
    ...deliveryHoldings,
    ...webhookHoldings,
    live_calls: { erasure: { ofCalls: ofLiveCalls } },
    calls: { erasure: { ofCalls } },
  };
  for (const [table, { erasure }] of Object.entries(tables)) {
    if ('none' in erasure) continue;
    await em.execute(`delete from ${table} where tenant_id = ? and ${erasure.ofCalls}`, [
      tenantId,
      arrayLiteral(callIds),
    ]);
  }
};

interface Past {
  externalCallId: string;
  assistantCallId: string | null;
}

// By our own clock too: a provider may say that a call began whenever. One that is not closed still has a workflow, and one
// with waiting deliveries has something to say.
const pastCalls = `
  select external_call_id as "externalCallId", assistant_call_id as "assistantCallId" from calls
  where tenant_id = ? and (${callTime}) < now() - make_interval(months => ?)
    and closed_at < now() - make_interval(months => ?) and not exists (
    select from webhook_deliveries delivery where delivery.tenant_id = calls.tenant_id
      and delivery.subject_kind = 'call' and delivery.subject_id = calls.external_call_id and delivery.status in ('pending', 'retrying'))
  order by (${callTime}) limit ? for update skip locked`;

const retention: Retention = {
  purge: async (em, { id, callRetentionMonths }, limit) => {
    const calls = await em.execute<Past[]>(pastCalls, [id, callRetentionMonths, callRetentionMonths, limit]);
    const ids = calls.flatMap(({ externalCallId, assistantCallId }) =>
      assistantCallId === null ? [externalCallId] : [externalCallId, assistantCallId],
    );
    if (ids.length > 0) await eraseCalls(em, id, ids);
    return calls.length;
  },
};

export const callHoldings = {
  calls: { retention, erasure: { ofCalls } },
  // Deleted with the call's end; what a lost report, or a word after it, leaves behind goes a day later.
  live_calls: { retention: { spent: `updated_at < now() - interval '1 day'` }, erasure: { ofCalls: ofLiveCalls } },
  daily_metrics: { retention: { kept: 'sums, about no person' }, erasure: { none: 'sums, about no person' } },
} as const satisfies Record<string, Holding>;
