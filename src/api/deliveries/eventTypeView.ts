import { z } from 'zod';
import { eventCatalogue, exampleEvent, type EventType } from '../../contract/events/catalogue.ts';
import { availabilities, type CatalogueEntry } from '../../contract/events/entry.ts';
import { wireBody } from '../../contract/events/wireEvent.ts';
import { exampleSecret } from './endpointView.ts';

/** The whole body of an event, as an endpoint receives it. */
export const eventBody = (eventType: EventType) => {
  const { data }: CatalogueEntry = eventCatalogue[eventType];
  return z.object({
    eventId: z.string().describe('The same each time that the event is delivered: count events by it'),
    eventType: z.literal(eventType),
    timestamp: z.iso.datetime().describe('When it happened'),
    sequence: z.int().min(1).optional().describe('Place of the event among those of its call; absent outside a call'),
    data,
    signature: z
      .string()
      .describe('`sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one'),
  });
};

export const exampleBody = (eventType: EventType): unknown =>
  JSON.parse(wireBody(exampleEvent(eventType), exampleSecret));

const JsonSchema = z.record(z.string(), z.unknown());

export const EventTypeView = z
  .object({
    eventType: z.string(),
    version: z.int().describe('Another number when a receiver would have to change'),
    description: z.string(),
    availability: z
      .enum(availabilities)
      .describe('`announced`: nothing sends it yet. Subscribe, send yourself test events, and be ready'),
    schema: JsonSchema.describe('Of the whole body, as JSON Schema 2020-12'),
    example: JsonSchema.describe('A whole body, as it is received'),
  })
  .meta({ id: 'EventType' });
