import { z } from 'zod';
import { callOutcomes, callStatuses } from './callEvent.ts';
import { providerNames } from './providers.ts';

const test = z.literal(true).optional().describe('In a test event, which somebody asked for');

/** Of a call when the event was derived: what was not known then is null. */
const callFields = z.object({
  callId: z.string().describe("The provider's id of the call"),
  provider: z.enum(providerNames),
  direction: z.enum(['inbound', 'outbound']),
  from: z.string().nullable().describe('E.164, `sip:…`, `client:…` or a word such as `anonymous`'),
  to: z.string().nullable(),
  status: z.enum(callStatuses),
  duration: z.number().min(0).nullable().describe('Seconds; null while the call lasts'),
  aiHandled: z.boolean().describe('The assistant talked with the caller'),
  transcript: z.string().nullable(),
  outcome: z.enum(callOutcomes).nullable().describe('What the business got out of the call; null while it lasts'),
  vapi: z
    .object({
      callId: z.string(),
      summary: z.string().nullable(),
      structuredData: z.record(z.string(), z.unknown()).nullable().describe('As the assistant is told to fill it in'),
    })
    .nullable()
    .describe('Null where the assistant took no part'),
  test,
});

export const CallData = callFields.meta({ id: 'CallEventData' });

export const RecordingData = callFields.extend({
  recording: z.object({
    id: z.string(),
    url: z.string().describe("At the provider, with the provider's own access control"),
    duration: z.number().min(0).nullable().describe('Seconds'),
    voicemail: z.boolean(),
  }),
});

export const DisabledEndpointData = z.object({
  endpointId: z.guid(),
  url: z.string(),
  reason: z.enum(['gone', 'failing']).describe('It answered 410, or nothing but failures came for five days'),
  test,
});

/** Ids and numbers are of nobody: North American 555-01XX is reserved. */
export const exampleCall: z.infer<typeof CallData> = {
  callId: 'CA0123456789abcdef0123456789abcdef',
  provider: 'twilio',
  direction: 'inbound',
  from: '+15145550142',
  to: '+15145550100',
  status: 'ringing',
  duration: null,
  aiHandled: false,
  transcript: null,
  outcome: null,
  vapi: null,
};

const vapi = { callId: '019b7c40-0000-7000-8000-0000000000ca', summary: null, structuredData: null };

export const exampleAnsweredCall: z.infer<typeof CallData> = {
  ...exampleCall,
  status: 'in-progress',
  aiHandled: true,
  vapi,
};

export const exampleEndedCall: z.infer<typeof CallData> = {
  ...exampleAnsweredCall,
  status: 'completed',
  duration: 94,
  transcript: 'AI: Plomberie Laval, how can I help?\nUser: My water heater is leaking.',
  outcome: 'BOOKED',
};

export const exampleAnalyzedCall: z.infer<typeof CallData> = {
  ...exampleEndedCall,
  vapi: {
    ...vapi,
    summary: 'A water heater leaks; a visit is booked for Friday at 9.',
    structuredData: { name: 'Marie Tremblay', service: 'water heater', urgent: true },
  },
};
