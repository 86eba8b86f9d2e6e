import { defineEntity, p } from '@mikro-orm/postgresql';
import { systemRole } from '../core/tenancy.ts';

const RateLimitSchema = defineEntity({
  name: 'RateLimit',
  tableName: 'rate_limits',
  rowLevelSecurity: 'force',
  policies: [{ name: 'system', roles: [systemRole], using: 'true', check: 'true' }],
  properties: {
    key: p.string().length(255).primary(),
    points: p.integer().default(0),
    /** Milliseconds since 1970. */
    expire: p.bigint('number').strictNullable(),
  },
});

/** What rate-limiter-flexible counts, in the columns that it asks for. No tenant's: it counts before it knows whose. */
export class RateLimit extends RateLimitSchema.class {}
RateLimitSchema.setClass(RateLimit);
