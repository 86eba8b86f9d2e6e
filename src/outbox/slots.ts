import type { EntityManager } from '@mikro-orm/postgresql';
import type { WebhookEndpoint } from '../db/entities.ts';
import { takeSlots } from '../domain/deliveries/pacing.ts';

// By PostgreSQL's clock, which all workers share.
const lockPace = `
  select (extract(epoch from greatest(paced_until - clock_timestamp(), '0')) * 1000)::float8 as "aheadMs"
  from webhook_endpoints where id = ? for update`;

const movePace = `
  update webhook_endpoints set paced_until = clock_timestamp() + ? * interval '1 millisecond' where id = ?`;

/**
 * Rate-limit slots, where the endpoint limits requests a second: all workers together never use one twice.
 * @param em within a transaction.
 * @returns for each request when it may go, milliseconds since 1970; nothing for an endpoint without a limit.
 */
export const reserveSlots = async (
  em: EntityManager,
  { id, rateLimitPerSecond }: Pick<WebhookEndpoint, 'id' | 'rateLimitPerSecond'>,
  count: number,
): Promise<number[]> => {
  if (rateLimitPerSecond === null || count === 0) return [];
  const [row] = await em.execute<{ aheadMs: number | null }[]>(lockPace, [id]);
  const now = Date.now();
  const { waitsMs, aheadMs } = takeSlots(row?.aheadMs ?? 0, rateLimitPerSecond, count);
  await em.execute(movePace, [aheadMs, id]);
  return waitsMs.map((waitMs) => now + waitMs);
};
