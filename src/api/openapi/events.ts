import { capitalized } from '../../domain/text/capitalized.ts';
import { eventCatalogue, eventTypes } from '../../contract/events/catalogue.ts';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { eventBody, exampleBody } from '../deliveries/eventTypeView.ts';

const header = (name: string, description: string, example: string) => ({
  name,
  in: 'header' as const,
  required: true,
  description,
  schema: { type: 'string' as const, examples: [example] },
});

const parameters = [
  header('webhook-id', 'Of the delivery, the same for each attempt', '019b7c40-0000-7000-8000-000000000002'),
  header('webhook-timestamp', 'When this attempt was made, in seconds since 1970', '1768473009'),
  header(
    'webhook-signature',
    '`v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated',
    'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  ),
];

const responses = {
  '2XX': { description: 'Received. What comes after fifteen seconds counts as a failure' },
  '410': { description: 'The receiver wants these no longer: the endpoint is disabled' },
  default: { description: 'Tried again for days. `Retry-After` is honoured, redirects are not followed' },
};

const notes = { sent: '', announced: 'Announced: nothing sends it yet. ' };

/** `call.ended` is `onCallEnded`. */
const operationId = (eventType: string): string => `on${eventType.split('.').map(capitalized).join('')}`;

/** What endpoints receive, as the `webhooks` of an OpenAPI document. */
export const describeEvents = (): ZodOpenApiPathsObject =>
  Object.fromEntries(
    eventTypes.map((eventType) => {
      const { version, description, availability } = eventCatalogue[eventType];
      const body = { schema: eventBody(eventType), example: exampleBody(eventType) };
      const operation = {
        operationId: operationId(eventType),
        summary: eventType,
        description: `${description} ${notes[availability]}Version ${version}.`,
        'x-availability': availability,
        tags: ['Events'],
        security: [],
        parameters,
        requestBody: { required: true, content: { 'application/json': body } },
        responses,
      };
      return [eventType, { post: operation }];
    }),
  );
