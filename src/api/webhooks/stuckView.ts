import { z } from 'zod';
import type { WebhookEvent } from '../../db/entities.ts';
import { assistants, providerNames } from '../../domain/providers.ts';
import { callIdIn } from '../../domain/subject.ts';
import { Id, Instant } from '../http/fields.ts';

export const StuckWebhookView = z
  .object({
    id: Id,
    provider: z.enum(providerNames),
    eventType: z.string().describe("The provider's word for it"),
    externalCallId: z.string().nullable().describe("The provider's id of the call that should have it"),
    receivedAt: Instant,
    attempts: z.int().describe('How often the webhook was handed over to its call without success'),
    error: z.string().nullable().describe('Why the last of them failed'),
    nextAttemptAt: Instant.nullable(),
  })
  .meta({ id: 'StuckWebhook', description: 'An acknowledged webhook that its call could not be given yet' });

/** What the view calls by shorter names. */
export const showStuckWebhook = (event: WebhookEvent) => ({
  id: event.id,
  provider: event.provider,
  eventType: event.eventType,
  externalCallId: callIdIn(event),
  receivedAt: event.receivedAt,
  attempts: event.relayAttempts,
  error: event.relayError,
  nextAttemptAt: event.claimedUntil,
});

export const exampleStuckWebhook = {
  id: '019b7c3e-0000-7000-8000-000000000003',
  provider: assistants[0],
  eventType: 'end-of-call-report',
  externalCallId: 'CA0123456789abcdef0123456789abcdef',
  receivedAt: '2026-01-15T10:30:00.120Z',
  attempts: 6,
  error: 'Blob data size exceeds limit.',
  nextAttemptAt: '2026-01-15T10:35:00.120Z',
};
