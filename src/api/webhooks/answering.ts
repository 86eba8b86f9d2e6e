import { localMoment } from '../../contract/answering/clock.ts';
import type { TenantId } from '../../domain/ids.ts';
import type { Answering, ParsedWebhook } from '../../providers/provider.ts';
import type { Published } from '../access/publishedPlans.ts';
import type { TenantDirectory } from '../access/tenantDirectory.ts';

/** What of the directory an answer needs. */
type Plans = Pick<TenantDirectory, 'currentPlan' | 'planVersion' | 'overrideAt' | 'numbersOf'>;

const isUuid = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** A call goes on with the version that it began with, also where it began without any. */
const publishedFor = async (
  plans: Plans,
  tenantId: TenantId,
  called: string | undefined,
  place: ParsedWebhook['place'],
): Promise<Published | undefined> => {
  if (place && place.version === undefined) return undefined;
  const begun = place?.version !== undefined && isUuid(place.version);
  return (begun && (await plans.planVersion(tenantId, place.version!))) || plans.currentPlan(tenantId, called);
};

/**
 * How a call is answered at a moment. Without a query, unless the plan has changed so long ago during the call that it is not
 * remembered any more.
 * @returns undefined where the tenant has no plan: the default one holds.
 */
export const answeringAt = async (
  plans: Plans,
  tenantId: TenantId,
  called: string | undefined,
  place: ParsedWebhook['place'],
  at: Date,
): Promise<Answering | undefined> => {
  const published = await publishedFor(plans, tenantId, called, place);
  if (!published) return undefined;
  const override = plans.overrideAt(tenantId, at);
  return {
    version: published.id,
    plan: published.plan,
    moment: localMoment(published.plan, at),
    ...(override && { override }),
    ownNumbers: plans.numbersOf(tenantId),
  };
};
