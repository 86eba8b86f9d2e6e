import type { Holding } from '../core/holding.ts';

/** Who did what. */
export const auditHoldings = {
  audit_events: {
    retention: { kept: 'nothing of the audit log is ever removed' },
    erasure: { none: 'about people who sign in' },
  },
} as const satisfies Record<string, Holding>;
