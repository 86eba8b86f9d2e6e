import { z } from 'zod';
import { maxOpenCalls, type OpenCall } from '../../db/calls/openCalls.ts';
import { callSteps, liveStatuses, stepOf } from '../../domain/calls/live.ts';
import { callDirections } from '../../domain/calls/observation.ts';
import { callProviders } from '../../domain/providers.ts';
import { exampleCall } from '../calls/view.ts';
import { ContactName, exampleContact } from '../contacts/view.ts';
import { Id, Instant } from '../http/fields.ts';

const Line = z
  .object({ speaker: z.enum(['caller', 'assistant']), text: z.string(), at: z.iso.datetime() })
  .meta({ id: 'SpokenLine', description: 'Something that was said' });

export const LiveCallView = z
  .object({
    id: Id,
    externalCallId: z.string().describe("The provider's id of the call"),
    provider: z.enum(callProviders),
    direction: z.enum(callDirections),
    status: z.enum(liveStatuses),
    step: z
      .enum(callSteps)
      .describe(
        'Whom the caller is with: `answered` is a greeting, a menu or a voicemail, `transferring` rings a person',
      ),
    from: z.string().nullable().describe('E.164, `sip:…` or `client:…`; `anonymous` where it is withheld'),
    to: z.string().nullable(),
    contact: ContactName.nullable().describe(
      'Who has the number at the other end; null if unknown or not yours to see',
    ),
    since: Instant.describe('When it began'),
    answeredAt: Instant.nullable(),
    lines: z
      .array(Line)
      .describe('The latest of what was said, oldest first; the call has its transcript when it is over'),
  })
  .meta({ id: 'LiveCall', description: 'A call that goes on' });

export const LiveCallsView = z.object({
  calls: z.array(LiveCallView).describe(`Newest first, ${maxOpenCalls} at most`),
});

/** As `LiveCallView` reads it. */
export const viewOf = (call: OpenCall): z.input<typeof LiveCallView> => {
  const { id, externalCallId, provider, direction, status, from, to, since, answeredAt, lines } = call;
  const { legs, assistantStatus, contactId, contactName } = call;
  return {
    id,
    externalCallId,
    provider,
    direction,
    from,
    to,
    status: status as (typeof liveStatuses)[number],
    step: stepOf(status, { ...(legs && { legs }), ...(assistantStatus && { assistantStatus }) }),
    contact: contactId !== null && contactName !== null ? { id: contactId, name: contactName } : null,
    since: new Date(since),
    answeredAt: answeredAt === null ? null : new Date(answeredAt),
    // API processes write down what each of them heard.
    lines: (lines ?? []).toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))),
  };
};

export const exampleLiveCall = {
  id: exampleCall.id,
  externalCallId: exampleCall.externalCallId,
  provider: 'TWILIO',
  direction: 'INBOUND',
  status: 'in-progress',
  step: 'assistant',
  from: exampleCall.from,
  to: exampleCall.to,
  contact: { id: exampleContact.id, name: exampleContact.name },
  since: exampleCall.startedAt,
  answeredAt: exampleCall.answeredAt,
  lines: [
    { speaker: 'assistant', text: 'Plomberie Essai, comment puis-je vous aider?', at: '2026-01-15T10:27:06.000Z' },
    { speaker: 'caller', text: 'Mon chauffe-eau fuit.', at: '2026-01-15T10:27:10.000Z' },
  ],
};
