import { z } from 'zod';
import { carriers } from '../../domain/providers.ts';
import { defineEvent, test } from './entry.ts';

const messageFields = z.object({
  messageId: z.guid().describe('Ours: the same in each event of the message'),
  providerMessageId: z.string().nullable().describe("The carrier's; null where it has not taken the message"),
  callId: z.string().nullable().describe('Of the call that it follows from; null for any other'),
  provider: z.enum(carriers),
  from: z.string().describe('E.164, or a short code'),
  to: z.string(),
  body: z.string(),
  segments: z.int().min(1).nullable().describe('As the carrier charges them; null where it has not said'),
  media: z.array(
    z.object({
      url: z.string().describe("At the provider, with the provider's own access control"),
      contentType: z.string(),
    }),
  ),
  test,
});

const ReceivedData = messageFields.extend({
  direction: z.literal('inbound'),
  status: z.literal('received'),
  optOut: z
    .enum(['stop', 'start', 'help'])
    .nullable()
    .describe('What the sender asked for. After `stop` no text goes to that number, until `start`'),
});

const SentData = messageFields.extend({
  direction: z.literal('outbound'),
  status: z.enum(['sent', 'delivered']).describe('`delivered`: the phone has it, as far as the carrier knows'),
});

const FailedData = messageFields.extend({
  direction: z.literal('outbound'),
  status: z.enum(['failed', 'undelivered']).describe('`undelivered`: the carrier took it, the phone did not'),
  errorCode: z.string().nullable().describe("The carrier's, such as `30003`; null where it gave none"),
  errorMessage: z.string().nullable(),
  optedOut: z.boolean().describe('The addressee wants no texts'),
});

const exampleSent: z.infer<typeof SentData> = {
  messageId: '019b7c40-0000-7000-8000-0000000000a1',
  providerMessageId: 'SM0123456789abcdef0123456789abcdef',
  callId: 'CA0123456789abcdef0123456789abcdef',
  provider: 'twilio',
  direction: 'outbound',
  from: '+15145550100',
  to: '+15145550142',
  body: 'Plomberie Laval: your visit is booked for Friday at 9.',
  segments: 1,
  status: 'sent',
  media: [],
};

export const messageEvents = {
  'message.received': defineEvent({
    availability: 'announced',
    subject: 'message',
    version: 1,
    description: 'Somebody texted one of your numbers.',
    data: ReceivedData,
    example: {
      ...exampleSent,
      messageId: '019b7c40-0000-7000-8000-0000000000a0',
      callId: null,
      direction: 'inbound',
      from: '+15145550142',
      to: '+15145550100',
      body: 'Here is the leak.',
      status: 'received',
      media: [
        {
          url: 'https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000100/Messages/SM0123456789abcdef0123456789abcdef/Media/ME0123456789abcdef0123456789abcdef',
          contentType: 'image/jpeg',
        },
      ],
      optOut: null,
    },
    exampleEventId: '019b7c40-0000-7000-8000-0000000000a0:message-received',
  }),
  'message.sent': defineEvent({
    availability: 'announced',
    subject: 'message',
    version: 1,
    description: 'The carrier took over a text of yours.',
    data: SentData,
    example: exampleSent,
    exampleEventId: `${exampleSent.messageId}:message-sent`,
  }),
  'message.failed': defineEvent({
    availability: 'announced',
    subject: 'message',
    version: 1,
    description: 'A text of yours did not arrive, and is not tried again.',
    data: FailedData,
    example: {
      ...exampleSent,
      status: 'undelivered',
      errorCode: '30003',
      errorMessage: 'Unreachable destination handset',
      optedOut: false,
    },
    exampleEventId: `${exampleSent.messageId}:message-failed`,
  }),
};
