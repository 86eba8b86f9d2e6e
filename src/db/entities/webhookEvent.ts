import { defineEntity, p } from '@mikro-orm/postgresql';
import type { CallEvent } from '../../domain/callEvent.ts';
import { providerNames } from '../../domain/providers.ts';
import { tenantScoped } from '../tenancy.ts';

const WebhookEventSchema = defineEntity({
  name: 'WebhookEvent',
  tableName: 'webhook_events',
  ...tenantScoped,
  uniques: [{ properties: ['tenantId', 'provider', 'externalId'] }],
  indexes: [
    { properties: ['tenantId', 'externalCallId'], name: 'webhook_events_by_call' },
    {
      name: 'webhook_events_waiting',
      expression: 'create index webhook_events_waiting on webhook_events (received_at) where relayed_at is null',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    provider: p.enum(providerNames),
    /** The same for each repetition of a webhook. */
    externalId: p.text(),
    eventType: p.text(),
    externalCallId: p.text().strictNullable(),
    /** As received, without secrets. */
    payload: p.json<Record<string, unknown>>(),
    /** What it says about the call; empty when there is nothing to relay. */
    events: p.json<CallEvent[]>(),
    receivedAt: p.datetime(),
    /** When the call's workflow had it. */
    relayedAt: p.datetime().strictNullable(),
    /** Until then one relay or sweep is handing it over; others leave it alone. */
    claimedUntil: p.datetime().strictNullable(),
    /** Handovers that were begun. */
    relayAttempts: p.integer().default(0),
    /** Why the last handover failed. */
    relayError: p.text().strictNullable(),
  },
});

/** An inbound webhook: audit log, permanent dedupe key and inbox in one. */
export class WebhookEvent extends WebhookEventSchema.class {}
WebhookEventSchema.setClass(WebhookEvent);
