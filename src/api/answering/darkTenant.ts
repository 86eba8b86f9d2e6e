import type { EntityManager } from '@mikro-orm/postgresql';
import { PhoneNumber, PlanVersion, StoredPlan, Tenant } from '../../db/entities.ts';
import type { DarkTenant } from './darkFiles.ts';

/** @param em across tenants. @returns undefined where no tenant has the slug. */
export const readDarkTenant = async (em: EntityManager, slug: string): Promise<DarkTenant | undefined> => {
  const tenant = await em.findOne(Tenant, { slug });
  if (!tenant) return undefined;
  const tenantId = tenant.id;
  const numbers = await em.find(PhoneNumber, { tenantId, status: { $ne: 'released' } }, { orderBy: { id: 'asc' } });
  const plans = await em.find(StoredPlan, { tenantId, currentVersion: { $ne: null } }, { exclude: ['draft'] });
  const current = plans.map(({ id, currentVersion }) => ({ planId: id, version: currentVersion ?? 0 }));
  const versions = current.length === 0 ? [] : await em.find(PlanVersion, { tenantId, $or: current });
  const publishedFor = (number: string) => {
    const stored = plans.find((plan) => plan.number === number) ?? plans.find((plan) => plan.number === null);
    return versions.find(({ planId }) => planId === stored?.id);
  };
  return {
    slug,
    name: tenant.name,
    numbers: numbers.map(({ number, carrier }) => ({ number, carrier, published: publishedFor(number) })),
  };
};
