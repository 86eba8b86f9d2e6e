import { expect, test } from 'vitest';
import { CallSession } from './callSession.ts';
import { eventCatalogue, eventsOf, eventTypes, type CatalogueEntry, type EventType } from './eventCatalogue.ts';

const at = '2026-01-15T10:30:00.000Z';

/** A call on which everything that we tell has happened. */
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

const entryOf = (eventType: string): CatalogueEntry => eventCatalogue[eventType as EventType];

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

test('a call of which nothing is known fits too', () => {
  const events = eventsOf(new CallSession('CA1').snapshot(), true, at);
  for (const { eventType, data } of events) expect(entryOf(eventType).data.parse(data)).toEqual(data);
  const bare = new CallSession('CA1');
  bare.merge([{ source: 'twilio', at, type: 'status', status: 'no-answer' }]);
  const [started] = eventsOf(bare.snapshot(), true, at);
  expect(entryOf('call.started').data.parse(started?.data)).toEqual(started?.data);
});

test('a disabled endpoint is nothing that happens on a call', () => {
  const types = eventsOf(eventful().snapshot(), true, at).map(({ eventType }) => eventType);
  expect(types).not.toContain('endpoint.disabled');
});
