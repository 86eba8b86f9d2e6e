import type { Holding } from '../core/holding.ts';

const none = 'about people who sign in';

/** Users, and what signing in leaves behind. */
export const peopleHoldings = {
  users: { retention: { kept: 'deactivated, never deleted: the audit log names them' }, erasure: { none } },
  api_keys: { retention: { kept: 'revoked, never deleted: the audit log names them' }, erasure: { none } },
  // For the question who was signed in lately.
  sessions: { retention: { spent: `least(expires_at, revoked_at) < now() - interval '30 days'` }, erasure: { none } },
  // No session lives longer, and a used token has to be known for as long as its session lives.
  refresh_tokens: { retention: { spent: `created_at < now() - interval '30 days'` }, erasure: { none } },
  user_tokens: { retention: { spent: `least(expires_at, used_at) < now() - interval '7 days'` }, erasure: { none } },
} as const satisfies Record<string, Holding>;
