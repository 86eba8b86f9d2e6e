import { z } from 'zod';
import { exampleTotals, metricFields } from '../usage/metricFields.ts';
import { carriers } from '../../domain/providers.ts';
import { TimeZone } from '../tenants/timeZone.ts';
import { defineEvent, test } from './entry.ts';

const NumberData = z
  .object({ phoneNumber: z.string().describe('E.164'), provider: z.enum(carriers), test })
  .meta({ id: 'NumberEventData' });

const DisabledEndpointData = z.object({
  endpointId: z.guid(),
  url: z.string(),
  reason: z
    .enum(['gone', 'failing'])
    .describe('`gone`: the endpoint answered 410; `failing`: every attempt failed for five days'),
  test,
});

export const UsageData = z.object({
  date: z.iso.date().describe('The day, where the business is'),
  timeZone: TimeZone,
  ...metricFields,
  test,
});

const exampleNumber: z.infer<typeof NumberData> = { phoneNumber: '+15145550100', provider: 'twilio' };
const exampleEndpointId = '019b7c40-0000-7000-8000-000000000003';

/** What happens to an account, not on a call. */
export const accountEvents = {
  'number.added': defineEvent({
    availability: 'sent',
    subject: 'number',
    version: 1,
    description: 'We answer one more number of yours.',
    data: NumberData,
    example: exampleNumber,
    exampleEventId: 'number:019b7c40-0000-7000-8000-0000000000d0',
  }),
  'number.removed': defineEvent({
    availability: 'sent',
    subject: 'number',
    version: 1,
    description: 'We no longer answer one of your numbers.',
    data: NumberData,
    example: exampleNumber,
    exampleEventId: 'number:019b7c40-0000-7000-8000-0000000000d1',
  }),
  'endpoint.disabled': defineEvent({
    availability: 'sent',
    subject: null,
    version: 1,
    description: 'One of your endpoints is disabled: its events are held. Your other endpoints receive this event.',
    data: DisabledEndpointData,
    example: { endpointId: exampleEndpointId, url: 'https://n8n.example.com/webhook/calls', reason: 'failing' },
    exampleEventId: `endpoint:${exampleEndpointId}:disabled:1768473009210`,
  }),
  'usage.recorded': defineEvent({
    availability: 'sent',
    subject: null,
    version: 1,
    description:
      'What the calls that began on a day added up to, some six hours after its end. None for a day without calls.',
    data: UsageData,
    example: { date: '2026-01-14', timeZone: 'America/Toronto', ...exampleTotals },
    exampleEventId: 'usage:2026-01-14',
  }),
};
