import { setTimeout as delay } from 'node:timers/promises';
import { systemEm } from '../../src/db/core/tenancy.ts';
import type { PlayedCall } from './load.ts';
import type { Product } from './product.ts';

/** What became of the calls of which anything was acknowledged. */
export interface Account {
  calls: number;
  /** Acknowledged, each of them. */
  webhooks: number;
  /** Different events that the receiver took. */
  deliveries: number;
  /** Events that the receiver took more than once. */
  repeated: number;
  /** From the last webhook until nothing was left to do; undefined where something was. */
  settledSeconds: number | undefined;
  /** One sentence for each call that is not right. */
  faults: string[];
}

interface Known {
  callSid: string;
  status: string | null;
  closed: boolean;
  stored: number;
  waiting: number;
  undelivered: number;
  eventIds: string[];
}

// One row for each call that was asked for, whatever there is of it.
const query = `
  select asked.sid as "callSid", call.status, call.closed_at is not null as closed,
    (select count(*)::int from webhook_events where tenant_id = ? and subject_id = asked.sid and event_type <> 'rest.call') as stored,
    (select count(*)::int from webhook_events
      where tenant_id = ? and subject_id = asked.sid and relayed_at is null) as waiting,
    (select count(*)::int from webhook_deliveries
      where tenant_id = ? and subject_id = asked.sid and status <> 'delivered') as undelivered,
    (select coalesce(jsonb_agg(event_id), '[]') from outbound_events
      where tenant_id = ? and subject_id = asked.sid) as "eventIds"
  from jsonb_array_elements_text(?::jsonb) as asked (sid)
  left join calls call on call.tenant_id = ? and call.external_call_id = asked.sid`;

const look = ({ orm, tenantId: id }: Product, sids: string[]): Promise<Known[]> =>
  // SYSTEM: what is looked at is the whole server's.
  systemEm(orm).transactional((em) => em.execute<Known[]>(query, [id, id, id, id, JSON.stringify(sids), id]));

const faultOf = (
  { report, acknowledged }: PlayedCall,
  known: Known,
  received: Map<string, number>,
): string | undefined => {
  const missing = known.eventIds.filter((id) => !received.has(id));
  const problems = [
    known.stored < acknowledged && `${known.stored} of ${acknowledged} webhooks stored`,
    known.waiting > 0 && `${known.waiting} not relayed`,
    !known.closed && 'not closed',
    known.status !== report.expected['status'] && `status ${known.status}, not ${report.expected['status']}`,
    known.eventIds.length < 2 && `${known.eventIds.length} events`,
    missing.length > 0 && `${missing.length} events never received`,
    known.undelivered > 0 && `${known.undelivered} not delivered`,
  ].filter(Boolean);
  return problems.length === 0 ? undefined : `${report.callSid} (${report.scenario}): ${problems.join(', ')}`;
};

/** Waits until every call is right, at most so long, and reports what is not. */
export async function account(product: Product, played: PlayedCall[], settleSeconds: number): Promise<Account> {
  const known = played.filter(({ acknowledged }) => acknowledged > 0);
  const sids = known.map(({ report }) => report.callSid);
  const lastAt = Math.max(...known.map(({ endedAt }) => endedAt));
  for (;;) {
    const received = new Map<string, number>();
    for (const { eventId, id } of product.standins.n8n.deliveries())
      if (eventId) received.set(eventId, (received.get(eventId) ?? 0) + (id ? 1 : 0));
    const rows = await look(product, sids).catch(() => undefined);
    const bySid = new Map(rows?.map((row) => [row.callSid, row]));
    const faults = known.flatMap((call) => {
      const row = bySid.get(call.report.callSid);
      return row ? (faultOf(call, row, received) ?? []) : ['PostgreSQL does not answer'];
    });
    const afterMs = Date.now() - lastAt;
    if (faults.length > 0 && afterMs < settleSeconds * 1000) {
      await delay(250);
      continue;
    }
    const eventIds = [...bySid.values()].flatMap((row) => row.eventIds);
    return {
      calls: known.length,
      webhooks: known.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
      deliveries: eventIds.filter((id) => received.has(id)).length,
      repeated: eventIds.filter((id) => (received.get(id) ?? 0) > 1).length,
      settledSeconds: faults.length === 0 ? afterMs / 1000 : undefined,
      faults,
    };
  }
}
