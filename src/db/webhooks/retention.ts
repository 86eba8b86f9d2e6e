import { aboutCalls, type Holding } from '../core/holding.ts';

/** What providers sent. */
export const webhookHoldings = {
  webhook_events: {
    // What was acknowledged and not handed over is a promise, however old.
    retention: { weekly: 'relayed_at is not null' },
    erasure: { ofCalls: `${aboutCalls} and relayed_at is not null` },
  },
} as const satisfies Record<string, Holding>;
