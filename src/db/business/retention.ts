import type { Holding } from '../core/holding.ts';

/** What a tenant says of itself. */
export const businessHoldings = {
  business_info: { retention: { kept: 'settings' }, erasure: { none: 'about the business' } },
} as const satisfies Record<string, Holding>;
