import type { EntityManager } from '@mikro-orm/postgresql';
import type { WebhookEndpoint } from '../db/entities/index.ts';
import { takeSlots } from '../domain/pacing.ts';
import type { StoredDelivery } from './storedDelivery.ts';

// By PostgreSQL's clock, which all workers share.
const lockPace = `
  select (extract(epoch from greatest(paced_until - clock_timestamp(), '0')) * 1000)::float8 as "aheadMs"
  from webhook_endpoints where id = ? for update`;

const movePace = `
  update webhook_endpoints set paced_until = clock_timestamp() + ? * interval '1 millisecond' where id = ?`;

// In the order of ids, as settling locks them.
const keepSlots = `
  with slot as (
    select * from jsonb_to_recordset(?::jsonb) as slot (id uuid, at timestamptz)
  ), locked as (
    select delivery.id from webhook_deliveries delivery join slot on slot.id = delivery.id
    where delivery.status in ('pending', 'retrying') order by delivery.id for update of delivery
  )
  update webhook_deliveries delivery set slot_at = slot.at, next_attempt_at = slot.at
  from slot join locked using (id) where delivery.id = slot.id`;

/** A slot that passed longer ago was missed: all who missed theirs must not go at once. Timers may be late by seconds. */
const graceMs = 30_000;

/**
 * A slot for each delivery, where the endpoint limits requests a second: whichever worker sends, they queue in one line.
 * Each keeps its slot in its row until it is attempted.
 * @param em within a transaction.
 * @returns when each may go, milliseconds since 1970; nothing where there is no limit.
 */
export const reserveSlots = async (
  em: EntityManager,
  { id, rateLimitPerSecond }: WebhookEndpoint,
  line: readonly Pick<StoredDelivery, 'id' | 'slotAt'>[],
): Promise<number[]> => {
  if (rateLimitPerSecond === null) return [];
  const isKept = ({ slotAt }: Pick<StoredDelivery, 'slotAt'>) => slotAt && slotAt.getTime() > Date.now() - graceMs;
  const kept = new Map(line.filter(isKept).map((delivery) => [delivery.id, delivery.slotAt?.getTime() ?? 0]));
  const newcomers = line.filter((delivery) => !kept.has(delivery.id));
  if (newcomers.length > 0) {
    const [row] = await em.execute<{ aheadMs: number | null }[]>(lockPace, [id]);
    const now = Date.now();
    const { waitsMs, aheadMs } = takeSlots(row?.aheadMs ?? 0, rateLimitPerSecond, newcomers.length);
    const slots = newcomers.map((delivery, index) => ({ id: delivery.id, at: new Date(now + (waitsMs[index] ?? 0)) }));
    await em.execute(movePace, [aheadMs, id]);
    await em.execute(keepSlots, [JSON.stringify(slots)]);
    for (const slot of slots) kept.set(slot.id, slot.at.getTime());
  }
  return line.map((delivery) => kept.get(delivery.id) ?? 0);
};
