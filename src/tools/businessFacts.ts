import type { EntityManager } from '@mikro-orm/postgresql';
import { findBusiness, type Business } from '../db/business/queries.ts';
import { businessTopics, type BusinessFacts, type BusinessTopic } from '../domain/business/businessInfo.ts';
import type { TenantId } from '../domain/ids.ts';

/** Says when a business is open; null where it has not said. */
export type DescribeHours = (business: Business) => { fr: string; en: string } | null;

/**
 * What an assistant may state: nothing that the business has not said.
 * @param topic all of them where the caller asks for none in particular.
 */
export const readBusinessFacts = async (
  em: EntityManager,
  tenantId: TenantId,
  topic: BusinessTopic | undefined,
  describeHours: DescribeHours,
): Promise<BusinessFacts> => {
  const business = await findBusiness(em, tenantId);
  const { address, area, services, paymentMethods } = business.settings;
  return {
    name: business.name,
    hours: describeHours(business),
    address,
    area,
    services,
    paymentMethods,
    topics: topic === undefined ? [...businessTopics] : [topic],
  };
};
