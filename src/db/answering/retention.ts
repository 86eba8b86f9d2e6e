import type { Holding } from '../core/holding.ts';

const none = 'how the business answers, about no caller';

/** How calls are answered, and the exceptions to it. */
export const answeringHoldings = {
  answering_plans: { retention: { kept: 'settings' }, erasure: { none } },
  answering_versions: {
    retention: { kept: 'calls name the version that answered them, and any can be published anew' },
    erasure: { none },
  },
  // For the question why calls went where they went lately.
  answering_overrides: {
    retention: { spent: `least(until, ended_at) < now() - interval '90 days'` },
    erasure: { none },
  },
} as const satisfies Record<string, Holding>;
