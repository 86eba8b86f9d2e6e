import { languages } from '../../domain/text/languages.ts';
import { z } from 'zod';
import {
  holidayRegions,
  menuKeys,
  recordingConsents,
  weekdays,
  type AnsweringPlan,
} from '../../domain/answering/plan.ts';
import { inE164 } from '../calls/phoneNumber.ts';
import { matching } from '../problems/fieldErrors.ts';
import { TimeZone } from '../tenants/timeZone.ts';

const maxSpokenLength = 500;
const maxIntervals = 8;

const Spoken = z.string().normalize('NFC').trim().min(1).max(maxSpokenLength);

const SpokenText = z.partialRecord(z.enum(languages), Spoken).describe('In each language of the plan');

const StepName = matching(z.string(), /^[a-z][a-z0-9-]{0,39}$/, 'field.wrong_format', { example: 'on-call' }).describe(
  'Name of a step of the same plan',
);

const Interval = z
  .object({
    from: matching(z.string(), /^(?:[01]\d|2[0-3]):[0-5]\d$/, 'field.wrong_format', { example: '08:30' }),
    to: matching(z.string(), /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'field.wrong_format', {
      example: '17:00',
    }).describe('At most 24:00'),
  })
  .describe('On the clock of the business; the end is not included');

const Intervals = z.array(Interval).max(maxIntervals);

const Rung = z.object({
  name: z.string().normalize('NFC').trim().min(1).max(80),
  number: inE164(z.string().trim()).describe('E.164; punctuation is removed'),
  extension: matching(z.string(), /^[0-9w*#]{1,20}$/, 'field.wrong_format', { example: 'ww123' }).exactOptional(),
  ringSeconds: z.int().min(5).max(60),
  during: z.enum(['open', 'closed']).exactOptional().describe('When this person is called; absent: always'),
});

const Step = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('assistant'), otherwise: StepName }),
    z.object({ type: z.literal('staff'), rungs: z.array(Rung).min(1).max(10), otherwise: StepName }),
    z.object({
      type: z.literal('menu'),
      prompt: SpokenText,
      choices: z.partialRecord(z.enum(menuKeys), StepName),
      otherwise: StepName,
    }),
    z.object({ type: z.literal('say'), text: SpokenText, next: StepName }),
    z.object({
      type: z.literal('voicemail'),
      greeting: SpokenText.exactOptional().describe('Absent: the standard words'),
    }),
    z.object({ type: z.literal('goodbye'), text: SpokenText.exactOptional().describe('Absent: the standard words') }),
  ])
  .meta({ id: 'AnsweringStep', description: 'One thing that a caller meets' });

/** What a business writes; whether it answers every caller is another question: see `findFaults` in domain/answering. */
export const AnsweringPlanSchema = z
  .object({
    timeZone: TimeZone,
    languages: z.array(z.enum(languages)).min(1).max(languages.length).describe('The first is spoken first'),
    greeting: SpokenText,
    hours: z.record(z.enum(weekdays), Intervals).describe('Intervals of opening, several a day'),
    holidays: z.enum(holidayRegions).exactOptional().describe('Closed on the public holidays of this province'),
    specialDays: z
      .array(z.object({ date: z.iso.date(), intervals: Intervals }))
      .max(200)
      .default([])
      .describe('Days with hours of their own; they outrank holidays and hours'),
    recording: z.enum(recordingConsents),
    start: z.object({ open: StepName, closed: StepName }).describe('Where a call begins'),
    steps: z.record(StepName, Step),
    emergency: z
      .object({
        words: z.partialRecord(z.enum(languages), z.array(z.string().trim().min(2).max(60)).max(50)),
        step: StepName,
        gasCompany: z
          .object({ name: z.string().normalize('NFC').trim().min(1).max(80), number: inE164(z.string().trim()) })
          .exactOptional()
          .describe('Of the region: callers are told to call 911 and this number first'),
      })
      .exactOptional()
      .describe('What callers say in an emergency, and who is called then'),
    limits: z.object({
      longestCallSeconds: z.int().min(60).max(14_400),
      longestSilenceSeconds: z.int().min(10).max(600),
      fruitlessTurns: z.int().min(1).max(10),
    }),
  })
  .meta({ id: 'AnsweringPlan', description: 'How calls are answered' }) satisfies z.ZodType<AnsweringPlan>;
