import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantScoped } from '../core/tenancy.ts';

const WebhookRecoveryPartSchema = defineEntity({
  name: 'WebhookRecoveryPart',
  tableName: 'webhook_recovery_parts',
  ...tenantScoped,
  indexes: [
    {
      name: 'webhook_recovery_parts_running',
      expression: `create index webhook_recovery_parts_running on webhook_recovery_parts (endpoint_id) where ended_at is null`,
    },
  ],
  properties: {
    recoveryId: p.uuid().primary(),
    endpointId: p.uuid().primary(),
    tenantId: p.uuid(),
    /** Events found when it began; null until they are counted. */
    total: p.integer().strictNullable(),
    lookedAt: p.integer().default(0),
    queued: p.integer().default(0),
    /** The event it has come to; `createdAt` as PostgreSQL writes it, with microseconds. */
    after: p.json<{ createdAt: string; sequence: number; id: string }>().strictNullable(),
    /** When it had looked at all of them. */
    queuedAllAt: p.datetime().strictNullable(),
    /** When each of them had been attempted, or it was canceled; both counts are final then. */
    endedAt: p.datetime().strictNullable(),
    delivered: p.integer().default(0),
    failed: p.integer().default(0),
  },
});

/** One endpoint's part of a recovery. */
export class WebhookRecoveryPart extends WebhookRecoveryPartSchema.class {}
WebhookRecoveryPartSchema.setClass(WebhookRecoveryPart);
