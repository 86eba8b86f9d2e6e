import { defineEntity, p } from '@mikro-orm/postgresql';
import type { AttemptErrorCode, AttemptParams } from '../../domain/deliveries/attemptErrors.ts';
import type { SubjectKind } from '../../domain/subject.ts';
import { tenantScoped } from '../core/tenancy.ts';
import { createdMoment } from '../core/timestamps.ts';

/** `held`: its endpoint is disabled; `dead`: all attempts failed. Both wait until they are asked for. */
export const deliveryStatuses = ['pending', 'retrying', 'delivered', 'dead', 'held'] as const;

/** SQL for a delivery that is still to be attempted. */
export const isWaiting = `status in ('pending', 'retrying')`;

const WebhookDeliverySchema = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_deliveries',
  ...tenantScoped,
  // In this order it also finds the deliveries of an event.
  uniques: [{ properties: ['tenantId', 'eventId', 'endpointId'] }],
  indexes: [
    { properties: ['tenantId', 'createdAt', 'id'], name: 'webhook_deliveries_by_time' },
    { properties: ['tenantId', 'subjectId'], name: 'webhook_deliveries_by_subject' },
    { properties: ['tenantId', 'endpointId', 'createdAt', 'id'], name: 'webhook_deliveries_by_endpoint' },
    // For monitoring, which is over all tenants.
    { properties: ['createdAt'], name: 'webhook_deliveries_recent' },
    {
      name: 'webhook_deliveries_due',
      expression: `create index webhook_deliveries_due on webhook_deliveries (endpoint_id, coalesce(next_attempt_at, created_at)) where status in ('pending', 'retrying')`,
    },
    {
      name: 'webhook_deliveries_by_recovery',
      expression: `create index webhook_deliveries_by_recovery on webhook_deliveries (recovery_id, endpoint_id) where recovery_id is not null`,
    },
  ],
  properties: {
    /** Also the `webhook-id` header, the same for each attempt. */
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    endpointId: p.uuid(),
    eventId: p.text(),
    eventType: p.text(),
    /** As its event has them. */
    subjectKind: p.text().$type<SubjectKind>().strictNullable(),
    subjectId: p.text().strictNullable(),
    status: p.enum(deliveryStatuses).default('pending'),
    /** In all. */
    attempts: p.integer().default(0),
    /** Since it was queued or asked for again: the position in the schedule of retries. */
    attemptsInSchedule: p.integer().default(0),
    nextAttemptAt: p.datetime().strictNullable(),
    /** A sender has it until then, and renews that while it lives. */
    claimedUntil: p.datetime().strictNullable(),
    /** The recovery that queued it last. */
    recoveryId: p.uuid().strictNullable(),
    deliveredAt: p.datetime().strictNullable(),
    /** As `WebhookLog` has them. */
    lastError: p.text().strictNullable(),
    lastErrorCode: p.text().$type<AttemptErrorCode>().strictNullable(),
    lastErrorParams: p.json<AttemptParams>().strictNullable(),
    createdAt: createdMoment(),
  },
});

/** One event on its way to one endpoint. */
export class WebhookDelivery extends WebhookDeliverySchema.class {}
WebhookDeliverySchema.setClass(WebhookDelivery);
