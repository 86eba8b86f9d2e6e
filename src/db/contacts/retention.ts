import type { Holding } from '../core/holding.ts';

/** What a tenant wrote down about its customers. */
export const contactHoldings = {
  contacts: {
    retention: { kept: 'until the tenant edits or deletes them' },
    // A contact belongs to a number, not to a call: it outlives the calls that led to it.
    erasure: { none: 'about a number, not about a call: deleted with the contact' },
  },
} as const satisfies Record<string, Holding>;
