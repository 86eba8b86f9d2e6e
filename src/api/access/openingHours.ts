import { openingHours } from '../../domain/answering/openingHours.ts';
import type { TenantId } from '../../domain/ids.ts';
import type { Bilingual } from '../../words/bilingual.ts';
import { openingHoursInWords } from '../../words/hours.ts';
import type { TenantDirectory } from './tenantDirectory.ts';

/** The hours of the plan that answers all of a tenant's numbers, in words; null where it has published none. */
export const openingHoursOf = (
  directory: Pick<TenantDirectory, 'currentPlan'>,
  tenantId: TenantId,
): Bilingual | null => {
  const published = directory.currentPlan(tenantId, undefined);
  return published ? openingHoursInWords(openingHours(published.plan)) : null;
};
