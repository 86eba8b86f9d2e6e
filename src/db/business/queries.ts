import type { EntityManager } from '@mikro-orm/postgresql';
import { usualCallbacks, type BusinessInfo, type CallbackPolicy } from '../../domain/business/businessInfo.ts';
import type { TenantId } from '../../domain/ids.ts';
import { User } from '../people/user.ts';
import { Tenant } from '../tenants/tenant.ts';
import { BusinessProfile } from './businessProfile.ts';

export interface BusinessSettings extends BusinessInfo {
  callbacks: CallbackPolicy;
  assigneeId: string | null;
}

const unsaid: BusinessSettings = {
  address: null,
  area: null,
  services: [],
  paymentMethods: [],
  callbacks: usualCallbacks,
  assigneeId: null,
};

/** As the tenant has said, or as long as it has not. @param em the tenant's own. */
export const businessSettingsOf = async (em: EntityManager): Promise<BusinessSettings> =>
  (await em.findOne(BusinessProfile, {})) ?? unsaid;

export interface Business {
  name: string;
  timeZone: string;
  settings: BusinessSettings;
}

/** @param em the tenant's own. */
export const findBusiness = async (em: EntityManager, tenantId: TenantId): Promise<Business> => {
  const { name, timeZone } = await em.findOneOrFail(Tenant, tenantId);
  return { name, timeZone, settings: await businessSettingsOf(em) };
};

/** Who gets new work items; null where none of them can sign in. @param em the tenant's own. */
export const assigneeOf = async (em: EntityManager, { assigneeId }: BusinessSettings): Promise<string | null> => {
  const users = await em.find(User, { deactivatedAt: null, $or: [{ id: assigneeId }, { role: 'owner' }] });
  const found = users.find(({ id }) => id === assigneeId) ?? users.find(({ role }) => role === 'owner');
  return found?.id ?? null;
};
