import type { EntityManager } from '@mikro-orm/postgresql';
import { keptLines, type SpokenLine } from '../../domain/calls/live.ts';
import type { TenantId } from '../../domain/ids.ts';
import { seal, unseal, type KeyRing } from '../core/sealing.ts';
import { LiveCall } from './liveCall.ts';

/** What was heard of one call since the last time it was written down. */
export interface LiveCallNews {
  tenantId: TenantId;
  assistantCallId: string;
  controlUrl?: string;
  lines: SpokenLine[];
}

const contextOf = (tenantId: TenantId, assistantCallId: string): string => `${tenantId}/control/${assistantCallId}`;

// In lax mode a path forgives indices below zero.
const insertNews = `
  insert into live_calls (tenant_id, assistant_call_id, sealed_control, lines, updated_at)
  select tenant_id, assistant_call_id, sealed_control, lines, now()
  from jsonb_to_recordset(?::jsonb) as news (tenant_id uuid, assistant_call_id text, sealed_control text, lines jsonb)
  on conflict (tenant_id, assistant_call_id) do update set
    sealed_control = coalesce(excluded.sealed_control, live_calls.sealed_control),
    lines = jsonb_path_query_array(live_calls.lines || excluded.lines, '$[last - ${keptLines - 1} to last]'),
    updated_at = excluded.updated_at`;

/** Adds what was heard of calls, each call once. @param em of all tenants, each of which its row names. */
export const noteLiveCalls = async (em: EntityManager, keys: KeyRing, news: readonly LiveCallNews[]): Promise<void> => {
  const rows = news.map(({ tenantId, assistantCallId, controlUrl, lines }) => ({
    tenant_id: tenantId,
    assistant_call_id: assistantCallId,
    sealed_control: controlUrl === undefined ? null : seal(keys, controlUrl, contextOf(tenantId, assistantCallId)),
    lines: lines.slice(-keptLines),
  }));
  await em.execute(insertNews, [JSON.stringify(rows)]);
};

/** Where the call takes commands; undefined where its assistant has not said. @param em the tenant's own. */
export const openControl = async (
  em: EntityManager,
  keys: KeyRing,
  tenantId: TenantId,
  assistantCallId: string,
): Promise<string | undefined> => {
  const live = await em.findOne(LiveCall, { assistantCallId });
  return live?.sealedControl ? unseal(keys, live.sealedControl, contextOf(tenantId, assistantCallId)) : undefined;
};

/** The call is over, and its report says more. @param em the tenant's own. */
export const forgetLiveCall = (em: EntityManager, assistantCallId: string): Promise<number> =>
  em.nativeDelete(LiveCall, { assistantCallId });
