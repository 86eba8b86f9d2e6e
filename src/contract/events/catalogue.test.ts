import { expect, test } from 'vitest';
import { CallSession } from '../../domain/calls/session.ts';
import { eventCatalogue, eventsOf, eventTypes, exampleEvent, type EventType, type NewEvent } from './catalogue.ts';
import type { CatalogueEntry } from './entry.ts';
import { callSubject } from '../../domain/subject.ts';

const at = '2026-01-15T10:30:00.000Z';

/** A call on which everything that we report has happened. */
const eventful = (): CallSession => {
  const call = new CallSession('CA1');
  const carrier = { source: 'twilio', at } as const;
  const assistant = { source: 'vapi', at } as const;
  call.merge([
    { ...carrier, type: 'status', status: 'ringing', from: '+15145550142', to: '+15145550100', direction: 'INBOUND' },
    { ...carrier, type: 'status', status: 'in-progress' },
    { ...assistant, type: 'status', status: 'in-progress', assistantCallId: 'assistant-1' },
    { ...carrier, type: 'leg', legId: 'CA2', role: 'person', status: 'answered' },
    { ...carrier, type: 'status', status: 'completed', durationSeconds: 94 },
    { ...carrier, type: 'recording', recordingId: 'RE1', url: 'https://example.test/RE1', voicemail: false },
    {
      ...assistant,
      type: 'report',
      report: {
        endedReason: 'customer-ended-call',
        endedClass: 'completed',
        transcript: 'AI: Hello',
        summary: 'A leak.',
        structuredData: { urgent: true },
        booked: false,
      },
    },
  ]);
  return call;
};

/** What integrators have been promised. */
const promised = [
  'call.started',
  'call.answered',
  'call.transferred',
  'call.ended',
  'call.analyzed',
  'recording.ready',
  'message.received',
  'message.sent',
  'message.failed',
  'booking.created',
  'booking.rescheduled',
  'booking.cancelled',
  'number.added',
  'number.removed',
  'endpoint.disabled',
  'usage.recorded',
];

const entryOf = (eventType: string): CatalogueEntry => eventCatalogue[eventType as EventType];

test('all that was promised is there, once', () => {
  expect(eventTypes).toEqual(promised);
  const ids = eventTypes.map((eventType) => exampleEvent(eventType).eventId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the events about a subject have a place among them, the others have none', () => {
  for (const eventType of eventTypes) {
    const { subject } = entryOf(eventType);
    expect([eventType, exampleEvent(eventType).sequence]).toEqual([eventType, subject && 1]);
  }
  expect(exampleEvent('booking.created').sequence).toBe(1);
  expect(exampleEvent('usage.recorded').sequence).toBeNull();
});

test('what nothing sends cannot be sent, and nothing but its own data', () => {
  const happened = { eventId: '1', timestamp: at };
  const number = { phoneNumber: '+15145550100', provider: 'twilio' } as const;
  const subject = { kind: 'number', id: number.phoneNumber } as const;
  const message = { kind: 'message', id: '1' } as const;
  const events: NewEvent[] = [
    { ...happened, eventType: 'number.added', subject, data: number },
    // @ts-expect-error: announced.
    { ...happened, eventType: 'message.sent', subject: message, data: eventCatalogue['message.sent'].example },
    // @ts-expect-error: the data of another type.
    { ...happened, eventType: 'usage.recorded', subject: null, data: number },
    // @ts-expect-error: about something else than its type.
    { ...happened, eventType: 'number.added', subject: callSubject('1'), data: number },
    // @ts-expect-error: more than its data.
    { ...happened, eventType: 'number.added', subject, data: { ...number, tenantId: '1' } },
  ];
  // The compiler has said it.
  expect(events).toHaveLength(5);
});

test.each(eventTypes)('%s: the example is what the schema says', (eventType) => {
  const { data, example } = entryOf(eventType);
  expect(data.parse(example)).toEqual(example);
});

test('what a call gives rise to is what the catalogue says, and no more', () => {
  const events = eventsOf(eventful().snapshot(), true, at);
  expect(events.map(({ eventType }) => eventType)).toEqual(
    eventTypes.filter((eventType) => entryOf(eventType).occurrences !== undefined),
  );
  // Strict: what the schema does not list would be missing here.
  for (const { eventType, data } of events) expect(entryOf(eventType).data.parse(data)).toEqual(data);
});

test('a call of which nothing is known gives rise to nothing, and one of which little is known fits too', () => {
  expect(eventsOf(new CallSession('CA1').snapshot(), true, at)).toEqual([]);
  const bare = new CallSession('CA1');
  bare.merge([{ source: 'twilio', at, type: 'status', status: 'no-answer' }]);
  const events = eventsOf(bare.snapshot(), true, at);
  expect(events.map(({ eventType }) => eventType)).toEqual(['call.started', 'call.ended']);
  for (const { eventType, data } of events) expect(entryOf(eventType).data.parse(data)).toEqual(data);
});

test('what is announced, or happens to the account, is nothing that happens on a call', () => {
  const types = eventsOf(eventful().snapshot(), true, at).map(({ eventType }) => eventType);
  expect(types.filter((eventType) => !/^(call|recording)\./.test(eventType))).toEqual([]);
});
