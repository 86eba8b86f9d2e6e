import type { EntityManager } from '@mikro-orm/postgresql';
import type { TenantId } from '../domain/ids.ts';
import { localDay, metricNames, metricsOf, type Contribution } from '../domain/metrics.ts';
import type { Call } from './entities/index.ts';

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columns = metricNames.map(columnOf);

const upsert = `
  insert into daily_metrics as day (tenant_id, date, ${columns.join(', ')})
  values (?, ?, ${columns.map(() => '?').join(', ')})
  on conflict (tenant_id, date) do update set ${columns.map((name) => `${name} = day.${name} + excluded.${name}`).join(', ')}`;

export const contributionOf = (call: Call, timeZone: string): Contribution => ({
  day: localDay((call.startedAt ?? call.createdAt).toISOString(), timeZone),
  totals: metricsOf(call),
});

/**
 * Counts a closed call once: what it added before (`counted`) is taken back, even where it now belongs to another day.
 * Runs in the transaction that holds the call's row.
 */
export const countOnce = async (
  em: EntityManager,
  tenantId: TenantId,
  contribution: Contribution,
  counted: Contribution | undefined,
): Promise<void> => {
  const add = ({ day, totals }: Contribution, sign: 1 | -1) =>
    em.execute(upsert, [tenantId, day, ...metricNames.map((name) => sign * totals[name])]);
  if (counted) await add(counted, -1);
  await add(contribution, 1);
};
