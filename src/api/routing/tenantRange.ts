import { raw, type EntityManager, type FilterQuery } from '@mikro-orm/postgresql';
import { Tenant } from '../../db/entities.ts';
import type { TenantId } from '../../domain/ids.ts';
import { needsTimeZone, toInstants, type Range } from './dateRange.ts';

export const timeZoneOf = async (em: EntityManager, tenantId: TenantId): Promise<string> =>
  (await em.findOneOrFail(Tenant, tenantId)).timeZone;

/** Where clauses for a range on a moment. @param time SQL of ours. */
export const withinRange = async <Entity>(
  em: EntityManager,
  tenantId: TenantId,
  time: string,
  range: Range,
): Promise<FilterQuery<Entity>[]> => {
  const { from, before } = toInstants(range, needsTimeZone(range) ? await timeZoneOf(em, tenantId) : 'UTC');
  return [
    ...(from ? [{ [raw(`${time} >= ?`, [from])]: [] } as FilterQuery<Entity>] : []),
    ...(before ? [{ [raw(`${time} < ?`, [before])]: [] } as FilterQuery<Entity>] : []),
  ];
};
