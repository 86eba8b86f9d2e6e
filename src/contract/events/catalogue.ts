import type { z } from 'zod';
import type { CallSnapshot } from '../../domain/calls/session.ts';
import { callSubject, type Subject, type SubjectKind } from '../../domain/subject.ts';
import { accountEvents } from './account.ts';
import { bookingEvents } from './bookings.ts';
import { callEvents } from './calls.ts';
import type { CatalogueEntry } from './entry.ts';
import { messageEvents } from './messages.ts';
import type { StoredEvent } from './wireEvent.ts';
import { workItemEvents } from './workItems.ts';

/**
 * Every event we deliver, or are going to. Subscriptions, delivery and docs follow from an entry; CONTRIBUTING.md says what else a new event touches.
 * Not for workflows: zod stays out of their bundle.
 */
export const eventCatalogue = {
  ...callEvents,
  ...messageEvents,
  ...bookingEvents,
  ...workItemEvents,
  ...accountEvents,
} satisfies Record<`${string}.${string}`, CatalogueEntry>;

type Catalogue = typeof eventCatalogue;
export type EventType = keyof Catalogue;
export const eventTypes = Object.keys(eventCatalogue) as EventType[];

type SentType = {
  [Type in EventType]: Catalogue[Type]['availability'] extends 'sent' ? Type : never;
}[EventType];

type SubjectOf<Kind> = Kind extends SubjectKind ? Subject<Kind> : null;

/** An event that has just happened: of a type that is said to be sent, with the subject and the data of that type. */
export type NewEvent = {
  [Type in SentType]: {
    /** Built from the business, so that it is the same however often it is derived. */
    eventId: string;
    eventType: Type;
    subject: SubjectOf<Catalogue[Type]['subject']>;
    /** When it happened, ISO 8601 in UTC. */
    timestamp: string;
    data: z.infer<Catalogue[Type]['data']>;
  };
}[SentType];

/** All events that a call in this state has given rise to. `now` replaces a time that no provider has reported. */
export const eventsOf = (call: CallSnapshot, settled: boolean, now: string): NewEvent[] =>
  eventTypes.flatMap((eventType) => {
    const entry: CatalogueEntry = eventCatalogue[eventType];
    return (entry.occurrences?.(call, settled) ?? []).map(({ of, at, data }) => {
      const eventId = [call.externalCallId, eventType.replace('.', '-'), of].filter(Boolean).join(':');
      // `defineEvent` holds an entry's occurrences to its own data.
      return { eventId, eventType, subject: callSubject(call.externalCallId), timestamp: at ?? now, data } as NewEvent;
    });
  });

/** As an endpoint would receive it, the first about its subject. */
export const exampleEvent = (eventType: EventType): StoredEvent => {
  const { subject, example, exampleEventId }: CatalogueEntry = eventCatalogue[eventType];
  return {
    eventId: exampleEventId,
    eventType,
    occurredAt: new Date('2026-01-15T10:30:09.210Z'),
    sequence: subject === null ? null : 1,
    data: JSON.stringify(example),
  };
};
