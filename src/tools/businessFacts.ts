import type { EntityManager } from '@mikro-orm/postgresql';
import { findBusiness } from '../db/business/queries.ts';
import { businessTopics, type BusinessFacts, type BusinessTopic } from '../domain/business/businessInfo.ts';
import type { TenantId } from '../domain/ids.ts';

/**
 * What an assistant may state: nothing that the business has not said.
 * @param topic all of them where the caller asks for none in particular.
 * @param hours as they are said; null where the business has published no answering plan.
 */
export const readBusinessFacts = async (
  em: EntityManager,
  tenantId: TenantId,
  topic: BusinessTopic | undefined,
  hours: BusinessFacts['hours'],
): Promise<BusinessFacts> => {
  const business = await findBusiness(em, tenantId);
  const { address, area, services, paymentMethods } = business.settings;
  return {
    name: business.name,
    hours,
    address,
    area,
    services,
    paymentMethods,
    topics: topic === undefined ? [...businessTopics] : [topic],
  };
};
