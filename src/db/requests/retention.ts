import type { Holding } from '../core/holding.ts';

/** What keeps requests apart. */
export const requestHoldings = {
  idempotency_keys: { retention: { spent: 'expires_at < now()' }, erasure: { none: 'gone within a day' } },
  rate_limits: {
    retention: { spent: 'expire < extract(epoch from now()) * 1000' },
    erasure: { none: 'counters without names' },
  },
} as const satisfies Record<string, Holding>;
