import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantScoped } from '../tenancy.ts';

export const deliveryStatuses = ['pending', 'retrying', 'delivered', 'dead'] as const;

const WebhookDeliverySchema = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_deliveries',
  ...tenantScoped,
  uniques: [{ properties: ['tenantId', 'eventId'] }],
  indexes: [
    { properties: ['tenantId', 'createdAt', 'id'], name: 'webhook_deliveries_by_time' },
    { properties: ['tenantId', 'externalCallId'], name: 'webhook_deliveries_by_call' },
  ],
  properties: {
    /** Also the `webhook-id` header, the same for each attempt. */
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    eventId: p.text(),
    eventType: p.text(),
    externalCallId: p.text().strictNullable(),
    /** The exact text that is signed and sent. */
    body: p.text(),
    status: p.enum(deliveryStatuses).default('pending'),
    attempts: p.integer().default(0),
    nextAttemptAt: p.datetime().strictNullable(),
    deliveredAt: p.datetime().strictNullable(),
    lastError: p.text().strictNullable(),
    createdAt: p
      .datetime()
      .onCreate(() => new Date())
      .defaultRaw('now()'),
  },
});

/** One event on its way to the tenant's endpoint. */
export class WebhookDelivery extends WebhookDeliverySchema.class {}
WebhookDeliverySchema.setClass(WebhookDelivery);
