import type { Holding } from '../core/holding.ts';

export const numberHoldings = {
  phone_numbers: {
    retention: { kept: 'released, never deleted: calls and events name them' },
    erasure: { none: 'numbers of the business' },
  },
} as const satisfies Record<string, Holding>;
