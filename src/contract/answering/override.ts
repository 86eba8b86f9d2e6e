import { z } from 'zod';
import type { AnsweringOverride } from '../../domain/answering/override.ts';
import { because } from '../problems/fieldErrors.ts';
import { inE164 } from '../calls/phoneNumber.ts';

const longestDays = 60;
const dayMs = 86_400_000;

const Until = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((moment) => moment.getTime() > Date.now(), because('date.past'))
  .refine(
    (moment) => moment.getTime() <= Date.now() + longestDays * dayMs,
    because('date.too_far', { days: longestDays }),
  )
  .describe(`It ends by itself then; within ${longestDays} days`);

const Reason = z.string().normalize('NFC').trim().max(200).default('').describe('For the team');

/** What a client asks for: an exception to the plans of a tenant. */
export const NewOverride = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('closed'), until: Until, reason: Reason }),
    z.object({
      kind: z.literal('all-to'),
      number: inE164(z.string().trim()).describe('Rings first, whatever the plan says; E.164, punctuation is removed'),
      until: Until,
      reason: Reason,
    }),
  ])
  .meta({
    id: 'NewAnsweringOverride',
    description: 'Closed for a while, or all calls to one number',
  }) satisfies z.ZodType<AnsweringOverride & { reason: string }>;
