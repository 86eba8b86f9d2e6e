import { z } from 'zod';
import { eventCatalogue, type CatalogueEntry, type EventType } from '../../domain/eventCatalogue.ts';
import { wireBody } from '../../domain/wireEvent.ts';
import { exampleSecret } from './endpoint.ts';

/** The whole body of an event, as an endpoint receives it. */
export const eventBody = (eventType: EventType) => {
  const { data }: CatalogueEntry = eventCatalogue[eventType];
  return z.object({
    eventId: z.string().describe('The same however often the event comes: count by it'),
    eventType: z.literal(eventType),
    timestamp: z.iso.datetime().describe('When it happened'),
    sequence: z.int().min(1).optional().describe('Its place among the events of the call; absent outside a call'),
    data,
    signature: z
      .string()
      .describe('`sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one'),
  });
};

export const exampleBody = (eventType: EventType): unknown => {
  const { example }: CatalogueEntry = eventCatalogue[eventType];
  const isOfCall = 'callId' in example;
  const event = {
    eventId: isOfCall
      ? `${String(example['callId'])}:${eventType.replace('.', '-')}`
      : `endpoint:${String(example['endpointId'])}:disabled:1768473009210`,
    eventType,
    occurredAt: new Date('2026-01-15T10:30:09.210Z'),
    sequence: isOfCall ? 1 : null,
    data: JSON.stringify(example),
  };
  return JSON.parse(wireBody(event, exampleSecret));
};

const JsonSchema = z.record(z.string(), z.unknown());

export const EventTypeView = z
  .object({
    eventType: z.string(),
    version: z.int().describe('Another number when a receiver would have to change'),
    description: z.string(),
    schema: JsonSchema.describe('Of the whole body, as JSON Schema 2020-12'),
    example: JsonSchema.describe('A whole body, as it is received'),
  })
  .meta({ id: 'EventType' });
