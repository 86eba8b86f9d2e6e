import { z } from 'zod';
import { eventCatalogue, eventTypes, type EventType } from '../../contract/events/catalogue.ts';
import { defineRoute } from '../routing/route.ts';
import { eventBody, EventTypeView, exampleBody } from './eventTypeView.ts';

const presented = (eventType: EventType): z.input<typeof EventTypeView> => {
  const { version, description, availability } = eventCatalogue[eventType];
  // What comes in, to them: a receiver must take fields that it does not know.
  const schema = z.toJSONSchema(eventBody(eventType), { io: 'input' });
  const example = z.record(z.string(), z.unknown()).parse(exampleBody(eventType));
  return { eventType, version, description, availability, schema, example };
};

const catalogue = eventTypes.map(presented);

export const listEventTypes = defineRoute(
  {
    method: 'get',
    path: '/events/types',
    permission: 'public',
    operationId: 'listEventTypes',
    summary: 'List event types',
    description: 'All that an endpoint can receive, each with the schema of its body and an example.',
    tags: ['Events'],
    response: z.object({ data: z.array(EventTypeView) }),
    examples: { response: { data: catalogue.slice(-1) } },
  },
  () => ({ data: catalogue }),
);
