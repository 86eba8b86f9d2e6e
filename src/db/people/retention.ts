import type { Holding } from '../core/holding.ts';

const none = 'about people who sign in, or settings';

/** Tenants, their users, and what signing in leaves behind. */
export const accountHoldings = {
  tenants: { retention: { kept: 'as long as they are tenants' }, erasure: { none } },
  users: { retention: { kept: 'deactivated, never deleted: the audit log names them' }, erasure: { none } },
  api_keys: { retention: { kept: 'revoked, never deleted: the audit log names them' }, erasure: { none } },
  integrations: { retention: { kept: 'settings' }, erasure: { none } },
  webhook_endpoints: { retention: { kept: 'settings' }, erasure: { none } },
  audit_events: { retention: { kept: 'nothing of the audit log is ever removed' }, erasure: { none } },
  idempotency_keys: { retention: { spent: 'expires_at < now()' }, erasure: { none: 'gone within a day' } },
  // For the question who was signed in lately.
  sessions: { retention: { spent: `least(expires_at, revoked_at) < now() - interval '30 days'` }, erasure: { none } },
  // No session lives longer, and a used token has to be known for as long as its session lives.
  refresh_tokens: { retention: { spent: `created_at < now() - interval '30 days'` }, erasure: { none } },
  user_tokens: { retention: { spent: `least(expires_at, used_at) < now() - interval '7 days'` }, erasure: { none } },
  rate_limits: { retention: { spent: 'expire < extract(epoch from now()) * 1000' }, erasure: { none } },
} as const satisfies Record<string, Holding>;
