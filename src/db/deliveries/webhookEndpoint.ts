import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantScoped } from '../core/tenancy.ts';
import { uuidV7 } from '../core/uuid.ts';
import { createdMoment, updatedMoment } from '../core/timestamps.ts';

/** Why nothing is sent: a user or a program said so, it answered 410, or nothing but failures came for days. */
export const endpointDisabledReasons = ['asked', 'gone', 'failing'] as const;
export type EndpointDisabledReason = (typeof endpointDisabledReasons)[number];

const WebhookEndpointSchema = defineEntity({
  name: 'WebhookEndpoint',
  tableName: 'webhook_endpoints',
  ...tenantScoped,
  indexes: [
    { properties: ['tenantId', 'createdAt', 'id'], name: 'webhook_endpoints_by_time' },
    {
      name: 'webhook_endpoints_one_default',
      expression: 'create unique index webhook_endpoints_one_default on webhook_endpoints (tenant_id) where is_default',
    },
  ],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid(),
    url: p.text(),
    description: p.text().default(''),
    /** Those it wants; null is all, also those to come. */
    eventTypes: p.json<string[]>().strictNullable(),
    /** Signing secrets and custom headers as JSON, encrypted as a whole; `openEndpoint` reads them. */
    sealedSecrets: p.text().hidden(),
    /** Requests a second, of all workers together; null is as fast as they come. */
    rateLimitPerSecond: p.integer().strictNullable(),
    /** From when on slots are free, where it limits requests. */
    pacedUntil: p.datetime().strictNullable(),
    /** The one that `/dashboard/tenant/config/n8n` manages. */
    isDefault: p.boolean().default(false),
    /** Since when nothing but failures came; null while it takes events. */
    failingSince: p.datetime().strictNullable(),
    lastFailedAt: p.datetime().strictNullable(),
    /** Failures since the last success. */
    failureStreak: p.integer().default(0),
    /** Until then it gets nothing but what people ask for: its latest attempts all failed. */
    restingUntil: p.datetime().strictNullable(),
    disabledAt: p.datetime().strictNullable(),
    disabledBecause: p.enum(endpointDisabledReasons).strictNullable(),
    createdAt: createdMoment(),
    updatedAt: updatedMoment(),
  },
});

/** Where a tenant's events go. */
export class WebhookEndpoint extends WebhookEndpointSchema.class {}
WebhookEndpointSchema.setClass(WebhookEndpoint);
