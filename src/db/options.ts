import { defineConfig, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import {
  ApiKey,
  AuditEvent,
  BusinessProfile,
  Call,
  Contact,
  DailyMetric,
  IdempotencyKey,
  Integration,
  LiveCall,
  OutboundEvent,
  PhoneNumber,
  PlanVersion,
  RateLimit,
  RefreshToken,
  Session,
  StoredOverride,
  StoredPlan,
  Tenant,
  ToolCall,
  TenantAssistant,
  User,
  UserToken,
  WebhookDelivery,
  WebhookEndpoint,
  WebhookEvent,
  WebhookLog,
  WebhookRecovery,
  WebhookRecoveryPart,
  WorkItem,
} from './entities.ts';
import { reclaimLostConnections, type ConnectionPool } from './core/lostConnections.ts';

const ormEntities = [
  Tenant,
  User,
  Session,
  RefreshToken,
  UserToken,
  ApiKey,
  AuditEvent,
  Integration,
  TenantAssistant,
  PhoneNumber,
  BusinessProfile,
  StoredPlan,
  PlanVersion,
  StoredOverride,
  Call,
  LiveCall,
  Contact,
  ToolCall,
  WorkItem,
  WebhookEvent,
  WebhookEndpoint,
  OutboundEvent,
  WebhookDelivery,
  WebhookLog,
  WebhookRecovery,
  WebhookRecoveryPart,
  DailyMetric,
  IdempotencyKey,
  RateLimit,
];

/**
 * Options of the ORM, for the app (its own role) as for migrations (the owner).
 * @param maxHeldMs how long a connection may be in use, without a break. Migrations take the time they need.
 */
export const ormOptions = (url: string, poolSize = 4, maxHeldMs?: number): Options =>
  defineConfig({
    clientUrl: url,
    entities: ormEntities,
    extensions: [Migrator],
    pool: { min: 0, max: poolSize },
    // A server that accepts but does not answer must not hold a request for ever. So long one waits for its turn, too: on a busy
    // machine that is seconds, and what gives up then comes back and finds the queue longer.
    driverOptions: {
      connectionTimeoutMillis: 10_000,
      onPoolCreated: (pool: ConnectionPool) => reclaimLostConnections(pool, maxHeldMs),
    },
    // Variables of the session live and die with a transaction: a pooled connection never carries a tenant over.
    sessionContext: 'transaction',
    forceUtcTimezone: true,
    migrations: {
      silent: true,
      path: 'migrations',
      pathTs: 'migrations',
      snapshotName: 'snapshot',
      emit: 'ts',
      // Each commits by itself: locks are held for one, and where one has to wait those before it are done.
      allOrNothing: false,
    },
    discovery: { warnWhenNoEntities: true },
  });
