import type { EntityManager } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import { WebhookDelivery, WebhookEvent, WebhookLog, type Call } from '../../db/entities.ts';
import type { CallObservation } from '../../domain/calls/observation.ts';
import type { TimelineEntry } from './view.ts';

type Entry = z.input<typeof TimelineEntry>;

/** A long call with many partial transcripts must not become a page of megabytes. */
const latest = 500;

const factOf = (event: CallObservation): { type: string; status?: string; role?: string } => {
  switch (event.type) {
    case 'status':
      return { type: event.type, status: event.status };
    case 'leg':
      return { type: event.type, status: event.status, role: event.role };
    case 'recording':
    case 'transcript':
    case 'machine':
    case 'report':
    case 'cost':
      return { type: event.type };
  }
};

const webhooksOf = async (em: EntityManager, callIds: string[]): Promise<Entry[]> => {
  const events = await em.find(
    WebhookEvent,
    { subjectKind: 'call', subjectId: { $in: callIds } },
    { exclude: ['payload'], orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }], limit: latest },
  );
  return events.map(({ id, provider, eventType, receivedAt, relayedAt, events: facts }) => ({
    kind: 'webhook' as const,
    at: receivedAt,
    id,
    provider,
    eventType,
    facts: facts.map(factOf),
    relayedAt: relayedAt ?? null,
  }));
};

const deliveriesOf = async (em: EntityManager, callIds: string[]): Promise<Entry[]> => {
  const deliveries = await em.find(
    WebhookDelivery,
    { subjectKind: 'call', subjectId: { $in: callIds } },
    { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], limit: latest },
  );
  const eventTypes = new Map(deliveries.map(({ id, eventType }) => [id, eventType]));
  const logs = await em.find(
    WebhookLog,
    { deliveryId: { $in: [...eventTypes.keys()] } },
    { exclude: ['responseBody'], orderBy: { attemptedAt: 'asc' } },
  );
  return [
    ...deliveries.map(({ id, eventType, status, attempts, createdAt }) => ({
      kind: 'delivery' as const,
      at: createdAt,
      id,
      eventType,
      status,
      attempts,
    })),
    ...logs.map(({ deliveryId, attempt, responseStatus, error, errorCode, errorParams, durationMs, attemptedAt }) => ({
      kind: 'attempt' as const,
      at: attemptedAt,
      deliveryId,
      eventType: eventTypes.get(deliveryId) ?? '',
      attempt,
      responseStatus: responseStatus ?? null,
      error: error ?? null,
      errorCode,
      errorParams,
      durationMs,
    })),
  ];
};

const order = { webhook: 0, delivery: 1, attempt: 2 } as const;

/** What happened around a call, oldest first: webhooks in, deliveries out, and each attempt. */
export const timelineOf = async (em: EntityManager, { externalCallId, assistantCallId }: Call): Promise<Entry[]> => {
  // An assistant's webhook that did not know the carrier's id yet is stored under the assistant's own id.
  const callIds = [externalCallId, ...(assistantCallId ? [assistantCallId] : [])];
  const entries = [...(await webhooksOf(em, callIds)), ...(await deliveriesOf(em, callIds))];
  return entries.toSorted((a, b) => a.at.getTime() - b.at.getTime() || order[a.kind] - order[b.kind]);
};
