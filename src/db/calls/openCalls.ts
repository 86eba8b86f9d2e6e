import type { EntityManager } from '@mikro-orm/postgresql';
import type { CallFacts } from '../../domain/calls/facts.ts';
import { liveStatuses, type SpokenLine } from '../../domain/calls/live.ts';
import type { CallDirection, CallStatus } from '../../domain/calls/observation.ts';
import type { TenantId } from '../../domain/ids.ts';
import type { CallProvider } from '../../domain/providers.ts';

/** The condition of `calls_open`, a partial index. */
export const isOpenSql = `status in (${liveStatuses.map((status) => `'${status}'`).join(', ')})`;

/** A call that goes on. */
export interface OpenCall {
  id: string;
  externalCallId: string;
  provider: CallProvider;
  direction: CallDirection;
  status: CallStatus;
  from: string | null;
  to: string | null;
  /** ISO 8601, as PostgreSQL writes it. */
  since: string;
  answeredAt: string | null;
  legs: CallFacts['legs'] | null;
  assistantStatus: CallFacts['assistantStatus'] | null;
  contactId: string | null;
  contactName: string | null;
  lines: SpokenLine[] | null;
}

/** No tenant has more at once: the newest are shown. */
export const maxOpenCalls = 200;

const findOpen = `
  select call.id, call.external_call_id as "externalCallId", call.provider, call.direction, call.status,
    call.from_number as "from", call.to_number as "to",
    to_json(case when call.started_at is null then call.created_at else call.started_at end) as since,
    to_json(call.answered_at) as "answeredAt",
    call.facts -> 'legs' as legs, call.facts -> 'assistantStatus' as "assistantStatus",
    contact.id as "contactId", contact.name as "contactName", live.lines
  from calls call
  left join live_calls live on live.tenant_id = call.tenant_id and live.assistant_call_id = call.assistant_call_id
  left join contacts contact on contact.tenant_id = call.tenant_id
    and contact.number = case call.direction when 'INBOUND' then call.from_number else call.to_number end
  where call.tenant_id = ? and call.${isOpenSql}
  order by call.created_at desc limit ${maxOpenCalls}`;

/** The tenant's calls that go on, newest first: one query. @param em the tenant's own. */
export const findOpenCalls = (em: EntityManager, tenantId: TenantId): Promise<OpenCall[]> =>
  em.execute<OpenCall[]>(findOpen, [tenantId]);
