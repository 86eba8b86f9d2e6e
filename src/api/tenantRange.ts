import { raw, type EntityManager, type FilterQuery } from '@mikro-orm/postgresql';
import { Tenant } from '../db/entities/index.ts';
import type { TenantId } from '../domain/ids.ts';
import { needsTimeZone, toInstants, type Range } from './dateRange.ts';

/** Where clauses for a range on a moment. @param time SQL of ours. */
export const withinRange = async <Entity>(
  em: EntityManager,
  tenantId: TenantId,
  time: string,
  range: Range,
): Promise<FilterQuery<Entity>[]> => {
  const timeZone = needsTimeZone(range) ? (await em.findOneOrFail(Tenant, tenantId)).timeZone : 'UTC';
  const { from, before } = toInstants(range, timeZone);
  return [
    ...(from ? [{ [raw(`${time} >= ?`, [from])]: [] } as FilterQuery<Entity>] : []),
    ...(before ? [{ [raw(`${time} < ?`, [before])]: [] } as FilterQuery<Entity>] : []),
  ];
};
