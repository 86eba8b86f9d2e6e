import type { Holding } from '../core/holding.ts';

export const assistantHoldings = {
  assistants: { retention: { kept: 'settings' }, erasure: { none: 'settings' } },
} as const satisfies Record<string, Holding>;
