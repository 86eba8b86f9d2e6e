import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import type { CallEvent } from '../domain/callEvent.ts';
import type { CallSession, Witness } from '../domain/callSession.ts';
import type { TenantId } from '../domain/ids.ts';
import { isCarrier } from '../domain/providers.ts';
import { vendorPrice, vendorQuestion } from './policies.ts';

const ask = async (tenantId: TenantId, { provider, callId }: Witness): Promise<CallEvent[]> => {
  const { fetchCall } = proxyActivities<Activities>({ ...vendorQuestion, summary: `Ask ${provider} about the call` });
  try {
    return await fetchCall({ tenantId, provider, callId });
  } catch {
    // The error stands in the history; silence is answered by the watchdog's next round.
    return [];
  }
};

/** What the providers' REST APIs know of a call that fell silent. Empty when none of them answers. */
export const askProviders = async (tenantId: TenantId, witnesses: Witness[]): Promise<CallEvent[]> =>
  (await Promise.all(witnesses.map((witness) => ask(tenantId, witness)))).flat();

/** The carrier's price, once it has one; empty when it never comes. */
export const askForPrice = async (tenantId: TenantId, session: CallSession): Promise<CallEvent[]> => {
  const carrier = session.witnesses().find(({ provider }) => isCarrier(provider));
  // Carriers never put a price on a call that nobody answered.
  const unrated = session.snapshot().status === 'completed' && !session.facts.costs?.[carrier?.provider ?? 'vapi'];
  if (!carrier || !unrated) return [];
  const { fetchPrice } = proxyActivities<Activities>({
    ...vendorPrice,
    summary: `Ask ${carrier.provider} for the price`,
  });
  try {
    return await fetchPrice({ tenantId, ...carrier });
  } catch {
    // Unpriced calls stay visible as such: `provider_cost_cents` holds what is known.
    return [];
  }
};
