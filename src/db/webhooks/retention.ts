import type { Holding } from '../core/holding.ts';

/** What providers sent. */
export const webhookHoldings = {
  webhook_events: {
    // What was acknowledged and not handed over is a promise, however old.
    retention: { weekly: 'relayed_at is not null' },
    erasure: { ofCalls: 'external_call_id = any(?::text[]) and relayed_at is not null' },
  },
} as const satisfies Record<string, Holding>;
