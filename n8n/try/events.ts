import type { CallSnapshot } from '../../src/domain/calls/session.ts';
import { eventsOf } from '../../src/contract/events/catalogue.ts';
import { wireBody, type StoredEvent } from '../../src/contract/events/wireEvent.ts';

const base: CallSnapshot = {
  externalCallId: '',
  provider: 'TWILIO',
  direction: 'INBOUND',
  from: '+15145550123',
  to: '+15145550100',
  status: 'completed',
  outcome: null,
  outcomeReason: null,
  aiHandled: true,
  startedAt: '2026-11-20T15:17:00.000Z',
  answeredAt: '2026-11-20T15:17:04.000Z',
  endedAt: '2026-11-20T15:20:18.000Z',
  durationSeconds: 198,
  billedMinutes: 4,
  providerCostCents: 5,
  transcript: null,
  summary: null,
  structuredData: null,
  endedReason: 'customer-ended-call',
  assistantCallId: '00000000-0000-4000-8000-000000000301',
  recordings: [],
};

const transcript = 'AI: Bonjour, ici l’assistante virtuelle.\nUser: Ma fournaise s’est arrêtée 🥶\n';
const summary = 'La fournaise est en panne; rendez-vous mardi à 9 h.';

export const bookedCall = (callId: string): CallSnapshot => ({
  ...base,
  externalCallId: callId,
  outcome: 'BOOKED',
  transcript,
  summary,
  structuredData: { customerName: 'Josée Tremblay', appointmentDate: '2026-11-24', appointmentTime: '09:00' },
});

export const missedCall = (callId: string): CallSnapshot => ({
  ...base,
  externalCallId: callId,
  status: 'no-answer',
  outcome: 'MISSED',
  aiHandled: false,
  answeredAt: null,
  durationSeconds: 0,
  assistantCallId: null,
});

/** The events of a call that is over, in order, as they are sent. */
export const bodiesOf = (call: CallSnapshot, secret: string): { eventType: string; body: string }[] =>
  eventsOf(call, true, new Date().toISOString()).map(({ eventId, eventType, timestamp, data }, index) => {
    const event: StoredEvent = {
      eventId,
      eventType,
      occurredAt: new Date(timestamp),
      sequence: index + 1,
      data: JSON.stringify(data),
    };
    return { eventType, body: wireBody(event, secret) };
  });
