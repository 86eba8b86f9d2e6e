import type { EntityManager } from '@mikro-orm/postgresql';
import type { TenantId } from '../../domain/ids.ts';
import { localDay } from '../../contract/tenants/days.ts';
import { metricNames, metricsOf, type Contribution, type CountedCall } from '../../domain/usage/metrics.ts';

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columns = metricNames.map(columnOf);

// A call that was counted before it was kept with what may be missing from the day that is guessed for it.
const takeBack = `
  update daily_metrics set ${columns.map((name) => `${name} = greatest(${name} - ?, 0)`).join(', ')}
  where tenant_id = ? and date = ?`;

const upsert = `
  insert into daily_metrics as day (tenant_id, date, ${columns.join(', ')})
  values (?, ?, ${columns.map(() => '?').join(', ')})
  on conflict (tenant_id, date) do update set ${columns.map((name) => `${name} = day.${name} + excluded.${name}`).join(', ')}`;

export const contributionOf = (
  call: CountedCall & { startedAt: Date | null; createdAt: Date },
  timeZone: string,
): Contribution => ({
  day: localDay((call.startedAt ?? call.createdAt).toISOString(), timeZone),
  totals: metricsOf(call),
});

const isSame = (one: Contribution, other: Contribution): boolean =>
  one.day === other.day && metricNames.every((name) => one.totals[name] === other.totals[name]);

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
  if (counted && isSame(counted, contribution)) return;
  const valuesOf = ({ totals }: Contribution): number[] => metricNames.map((name) => totals[name]);
  if (counted) await em.execute(takeBack, [...valuesOf(counted), tenantId, counted.day]);
  await em.execute(upsert, [tenantId, contribution.day, ...valuesOf(contribution)]);
};
