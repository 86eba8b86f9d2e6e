import { defineEntity, p } from '@mikro-orm/postgresql';
import type { RecoveryFilter } from '../../domain/deliveries/recovery.ts';
import { tenantScoped } from '../core/tenancy.ts';

const WebhookRecoverySchema = defineEntity({
  name: 'WebhookRecovery',
  tableName: 'webhook_recoveries',
  ...tenantScoped,
  indexes: [{ properties: ['tenantId', 'startedAt', 'id'], name: 'webhook_recoveries_by_time' }],
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    /** Null is every endpoint. */
    endpointId: p.uuid().strictNullable(),
    filter: p.json<RecoveryFilter>(),
    startedAt: p.datetime(),
    canceledAt: p.datetime().strictNullable(),
  },
});

/** A request to send again what endpoints have missed. */
export class WebhookRecovery extends WebhookRecoverySchema.class {}
WebhookRecoverySchema.setClass(WebhookRecovery);
