import { randomUUID } from 'node:crypto';
import type { EntityName, RequiredEntityData } from '@mikro-orm/postgresql';
import type { AppContext } from '../../src/context.ts';
import { Call, DailyMetric, OutboundEvent, WebhookDelivery, WebhookEvent, WebhookLog } from '../../src/db/entities.ts';
import { callSubject, subjectColumns } from '../../src/domain/subject.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';

/** For rows about a call. */
export const aboutCall = (id: string) => subjectColumns(callSubject(id));

/** Rows as a call leaves them behind, each with only what a test cares about. */
export const recordsOf = (app: AppContext, tenantId: string) => {
  const save = async <Entity extends object>(entity: EntityName<Entity>, data: Partial<Entity>): Promise<Entity> => {
    const em = tenantEm(app.orm, tenantId);
    const row = em.create(entity, { tenantId, ...data } as unknown as RequiredEntityData<Entity>);
    await em.persist(row).flush();
    return row;
  };
  return {
    call: (data: Partial<Call> = {}) =>
      save(Call, {
        externalCallId: `CA${randomUUID()}`,
        provider: 'TWILIO',
        direction: 'INBOUND',
        status: 'completed',
        facts: {},
        ...data,
      }),
    event: (data: Partial<WebhookEvent> = {}) =>
      save(WebhookEvent, {
        id: randomUUID(),
        provider: 'twilio',
        externalId: randomUUID(),
        eventType: 'voice.status',
        payload: { secret: 'kept inside' },
        events: [],
        receivedAt: new Date(),
        relayedAt: new Date(),
        ...data,
      }),
    delivery: (data: Partial<WebhookDelivery> = {}) =>
      save(WebhookDelivery, {
        id: randomUUID(),
        eventId: randomUUID(),
        endpointId: randomUUID(),
        eventType: 'call.ended',
        // Not due: workers of other tests sweep for all tenants.
        nextAttemptAt: (data.status ?? 'pending') === 'pending' ? new Date('2126-01-01') : null,
        ...data,
      }),
    /** As it was derived, and stored for the endpoints that want it. */
    outboundEvent: (data: Partial<OutboundEvent> = {}) =>
      save(OutboundEvent, {
        eventId: randomUUID(),
        eventType: 'call.ended',
        sequence: 1,
        occurredAt: new Date('2026-01-11T15:00:00Z'),
        data: '{"status":"completed"}',
        ...data,
      }),
    attempt: (deliveryId: string, attempt: number, data: Partial<WebhookLog> = {}) =>
      save(WebhookLog, {
        deliveryId,
        attempt,
        url: 'https://n8n.example/webhook/1',
        durationMs: 12,
        responseStatus: 200,
        ...data,
      }),
    day: (date: string, data: Partial<DailyMetric> = {}) => save(DailyMetric, { date, ...data }),
  };
};
