import { z } from 'zod';
import { callDirections, callOutcomes, callStatuses, outcomeReasons } from '../../domain/calls/observation.ts';
import { callProviders, providerNames } from '../../domain/providers.ts';
import { deliveryStatuses } from '../../db/entities.ts';
import { attemptErrorShape } from '../deliveries/deliveryView.ts';
import { ContactName, exampleContact } from '../contacts/view.ts';
import { Id, Instant } from '../http/fields.ts';

export const CallView = z
  .object({
    id: Id,
    externalCallId: z.string().describe("The provider's id of the call"),
    provider: z.enum(callProviders),
    direction: z.enum(callDirections),
    status: z.enum(callStatuses),
    outcome: z.enum(callOutcomes).nullable().describe('Result for the business; null while the call lasts'),
    aiHandled: z.boolean().describe('The assistant talked with the caller'),
    from: z.string().nullable().describe('E.164, `sip:…` or `client:…`; `anonymous` where it is withheld'),
    to: z.string().nullable(),
    startedAt: Instant.nullable(),
    answeredAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    durationSeconds: z.int().nullable(),
    billedMinutes: z.int().nullable().describe('Started minutes'),
    providerCostCents: z
      .number()
      .nullable()
      .describe('US cents, with fractions; null until the providers have reported it'),
    createdAt: Instant.describe('When we first heard of the call'),
    closedAt: Instant.nullable().describe('When the call was settled and counted'),
  })
  .meta({ id: 'Call', description: 'One phone call, whichever providers saw it' });

const Recording = z.object({
  recordingId: z.string(),
  voicemail: z.boolean(),
  url: z.string().optional(),
  durationSeconds: z.number().optional(),
});

const ReceivedWebhook = z.object({
  kind: z.literal('webhook'),
  at: Instant,
  id: Id,
  provider: z.enum(providerNames),
  eventType: z.string().describe("The provider's word for it"),
  facts: z
    .array(z.object({ type: z.string(), status: z.string().optional(), role: z.string().optional() }))
    .describe('What the webhook said about the call'),
  relayedAt: Instant.nullable().describe("When the call's workflow received it"),
});

const QueuedDelivery = z.object({
  kind: z.literal('delivery'),
  at: Instant,
  id: Id,
  eventType: z.string(),
  status: z.enum(deliveryStatuses),
  attempts: z.int(),
});

const DeliveryAttempt = z.object({
  kind: z.literal('attempt'),
  at: Instant,
  deliveryId: Id,
  eventType: z.string(),
  attempt: z.int(),
  responseStatus: z.int().nullable(),
  ...attemptErrorShape,
  durationMs: z.int(),
});

export const TimelineEntry = z.discriminatedUnion('kind', [ReceivedWebhook, QueuedDelivery, DeliveryAttempt]).meta({
  id: 'TimelineEntry',
  description: 'A webhook that came in, an event that goes out, or one attempt to deliver it',
});

export const CallDetail = CallView.extend({
  contact: ContactName.nullable().describe(
    'The contact at the other end; null if the number has none, or without the permission to read contacts',
  ),
  outcomeReason: z
    .enum(outcomeReasons)
    .nullable()
    .describe('Source of the outcome, the carrier or the assistant, and what it saw; null for older calls'),
  summary: z.string().nullable(),
  structuredData: z.record(z.string(), z.unknown()).nullable().describe("What the assistant's analysis extracted"),
  transcript: z.string().nullable(),
  endedReason: z.string().nullable().describe("The assistant's word for why the call ended"),
  assistantCallId: z.string().nullable(),
  recordings: z.array(Recording),
  timeline: z.array(TimelineEntry).describe('Oldest first; the latest 500 webhooks and the latest 500 deliveries'),
}).meta({ id: 'CallDetail', description: 'A call with everything that is known of it' });

export const exampleCall = {
  id: '019b7c3e-0000-7000-8000-000000000001',
  externalCallId: 'CA0123456789abcdef0123456789abcdef',
  provider: 'TWILIO',
  direction: 'INBOUND',
  status: 'completed',
  outcome: 'BOOKED',
  aiHandled: true,
  from: '+15145551234',
  to: '+15145555678',
  startedAt: '2026-01-15T10:27:00.000Z',
  answeredAt: '2026-01-15T10:27:04.000Z',
  endedAt: '2026-01-15T10:30:04.000Z',
  durationSeconds: 180,
  billedMinutes: 3,
  providerCostCents: 21.85,
  createdAt: '2026-01-15T10:27:00.120Z',
  closedAt: '2026-01-15T10:30:09.000Z',
};

export const exampleCallDetail = {
  ...exampleCall,
  contact: { id: exampleContact.id, name: exampleContact.name },
  outcomeReason: 'assistant.booked',
  summary: 'A leaking water heater; a plumber comes tomorrow at nine.',
  structuredData: { customerName: 'Jean Dupont', appointment: '2026-01-16T09:00:00-05:00' },
  transcript: 'AI: Bonjour, Plomberie Essai.\nUser: Mon chauffe-eau fuit.',
  endedReason: 'customer-ended-call',
  assistantCallId: '7f1c2a52-6d0e-4c1e-9b61-0c7a0f2f9d11',
  recordings: [
    {
      recordingId: 'RE0123456789abcdef0123456789abcdef',
      voicemail: false,
      url: 'https://api.twilio.com/2010-04-01/Accounts/AC0/Recordings/RE0123456789abcdef0123456789abcdef',
      durationSeconds: 176,
    },
  ],
  timeline: [
    {
      kind: 'webhook',
      at: '2026-01-15T10:27:00.120Z',
      id: '019b7c3e-0000-7000-8000-000000000003',
      provider: 'twilio',
      eventType: 'voice.status',
      facts: [{ type: 'status', status: 'ringing' }],
      relayedAt: '2026-01-15T10:27:00.131Z',
    },
    {
      kind: 'delivery',
      at: '2026-01-15T10:30:09.210Z',
      id: '019b7c40-0000-7000-8000-000000000002',
      eventType: 'call.ended',
      status: 'delivered',
      attempts: 1,
    },
  ],
};
