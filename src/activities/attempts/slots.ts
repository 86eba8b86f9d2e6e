import type { EntityManager } from '@mikro-orm/postgresql';
import type { WebhookEndpoint } from '../../db/entities/index.ts';
import { takeSlots } from '../../domain/pacing.ts';
import type { StoredDelivery } from './storedDelivery.ts';

// By PostgreSQL's clock, which all workers share.
const lockPace = `
  select (extract(epoch from greatest(paced_until - clock_timestamp(), '0')) * 1000)::float8 as "aheadMs"
  from webhook_endpoints where id = ? for update`;

const movePace = `
  update webhook_endpoints set paced_until = clock_timestamp() + ? * interval '1 millisecond' where id = ?`;

const keepSlots = `
  update webhook_deliveries delivery set slot_at = slot.at, next_attempt_at = slot.at
  from jsonb_to_recordset(?::jsonb) as slot (id uuid, at timestamptz)
  where delivery.id = slot.id and delivery.status in ('pending', 'retrying')`;

/**
 * A slot for each delivery, where the endpoint limits requests a second: whichever worker sends, they queue in one line.
 * Whoever has to wait longer than `patienceMs` keeps its slot in its row, and comes back then.
 * @param em within a transaction.
 * @returns when each may go, milliseconds since 1970; nothing where there is no limit.
 */
export const reserveSlots = async (
  em: EntityManager,
  { id, rateLimitPerSecond }: WebhookEndpoint,
  line: readonly Pick<StoredDelivery, 'id' | 'slotAt'>[],
  patienceMs: number,
): Promise<number[]> => {
  if (rateLimitPerSecond === null) return [];
  const newcomers = line.filter(({ slotAt }) => !slotAt);
  const [row] = newcomers.length > 0 ? await em.execute<{ aheadMs: number | null }[]>(lockPace, [id]) : [];
  const now = Date.now();
  const { waitsMs, aheadMs } = takeSlots(row?.aheadMs ?? 0, rateLimitPerSecond, newcomers.length);
  if (newcomers.length > 0) await em.execute(movePace, [aheadMs, id]);
  const moments = new Map(newcomers.map((delivery, index) => [delivery.id, now + (waitsMs[index] ?? 0)]));
  const late = [...moments].filter(([, moment]) => moment > now + patienceMs);
  if (late.length > 0) {
    const slots = late.map(([delivery, moment]) => ({ id: delivery, at: new Date(moment) }));
    await em.execute(keepSlots, [JSON.stringify(slots)]);
  }
  return line.map(({ id: delivery, slotAt }) => moments.get(delivery) ?? slotAt?.getTime() ?? now);
};
