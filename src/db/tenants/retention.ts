import type { Holding } from '../core/holding.ts';

/** Tenants and their settings. */
export const tenantHoldings = {
  tenants: { retention: { kept: 'as long as they are tenants' }, erasure: { none: 'settings' } },
  integrations: { retention: { kept: 'settings' }, erasure: { none: 'settings' } },
} as const satisfies Record<string, Holding>;
