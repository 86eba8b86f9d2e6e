import { defineEntity, p } from '@mikro-orm/postgresql';
import type { CallObservation } from '../../domain/calls/observation.ts';
import { providerNames } from '../../domain/providers.ts';
import type { SubjectKind } from '../../domain/subject.ts';
import { tenantScoped } from '../core/tenancy.ts';

const WebhookEventSchema = defineEntity({
  name: 'WebhookEvent',
  tableName: 'webhook_events',
  ...tenantScoped,
  // Partitioned by `received_at`, see db/privacy/partitions.ts. Each partition has a unique index on (tenant_id, provider,
  // external_id) of its own: an insert names no columns in its `on conflict`. Ids are indexed for waiting
  // events only, which are looked up by them.
  indexes: [
    // What a workflow saves, and a timeline.
    { properties: ['tenantId', 'subjectId'], name: 'webhook_events_by_subject' },
    // The relay marks what it has handed over.
    {
      name: 'webhook_events_waiting_by_id',
      expression: 'create index webhook_events_waiting_by_id on webhook_events (id) where relayed_at is null',
    },
    // The sweep looks for the oldest.
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
    /** What it reports about; both null where that is nothing that we follow. */
    subjectKind: p.text().$type<SubjectKind>().strictNullable(),
    subjectId: p.text().strictNullable(),
    /** As received, without secrets. */
    payload: p.json<Record<string, unknown>>().columnType('json'),
    /** What it says about its subject; empty when there is nothing to relay. */
    events: p.json<CallObservation[]>().columnType('json'),
    receivedAt: p.datetime(),
    /** When the workflow of its subject had it. */
    relayedAt: p.datetime().strictNullable(),
    /** Until then one relay or sweep is handing it over; others leave it alone. */
    claimedUntil: p.datetime().strictNullable(),
    /** Handovers that were begun. */
    relayAttempts: p.integer().default(0),
    /** Why the last handover failed. */
    relayError: p.text().strictNullable(),
  },
});

/** An inbound webhook: audit log, dedupe key and inbox in one. */
export class WebhookEvent extends WebhookEventSchema.class {}
WebhookEventSchema.setClass(WebhookEvent);
