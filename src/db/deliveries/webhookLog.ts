import { defineEntity, p } from '@mikro-orm/postgresql';
import type { AttemptErrorCode, AttemptParams } from '../../domain/deliveries/attemptErrors.ts';
import { tenantScoped } from '../core/tenancy.ts';
import { uuidV7 } from '../core/uuid.ts';
import { createdMoment } from '../core/timestamps.ts';

const WebhookLogSchema = defineEntity({
  name: 'WebhookLog',
  tableName: 'webhook_logs',
  ...tenantScoped,
  // Partitioned by `attempted_at`, see db/privacy/partitions.ts. Attempts are found by their delivery, never by their id.
  indexes: [
    { properties: ['tenantId', 'deliveryId', 'attempt'], name: 'webhook_logs_by_delivery' },
    // For monitoring, which is over all tenants.
    { properties: ['attemptedAt'], name: 'webhook_logs_recent' },
  ],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid(),
    deliveryId: p.uuid(),
    attempt: p.integer(),
    url: p.text(),
    /** Absent when no answer came. */
    responseStatus: p.integer().strictNullable(),
    /** The first 16 kB. */
    responseBody: p.text().strictNullable(),
    /** In English; what went wrong, for programs, is `errorCode`. */
    error: p.text().strictNullable(),
    /** Absent for attempts of earlier versions, as `errorParams` is. */
    errorCode: p.text().$type<AttemptErrorCode>().strictNullable(),
    errorParams: p.json<AttemptParams>().strictNullable(),
    durationMs: p.integer(),
    attemptedAt: createdMoment(),
  },
});

/** One attempt of a delivery. */
export class WebhookLog extends WebhookLogSchema.class {}
WebhookLogSchema.setClass(WebhookLog);
