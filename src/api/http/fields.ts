import { z } from 'zod';
import { because } from '../../contract/problems/fieldErrors.ts';

/** A moment: a `Date` of ours, ISO 8601 in UTC for the client. */
export const Instant = z
  .codec(z.date(), z.iso.datetime(), { decode: (date) => date.toISOString(), encode: (text) => new Date(text) })
  .meta({ examples: ['2026-01-15T10:30:00.000Z'] });

export const Id = z.guid();

/** Lower case: one account per address. */
export const Email = z.string().normalize('NFKC').trim().toLowerCase().min(3).max(255);

/** Of a person who does not sign in yet. */
export const NewEmail = z.string().normalize('NFKC').trim().toLowerCase().max(254).check(z.email());

export const PersonName = z.string().normalize('NFC').trim().min(1).max(100);

export const ById = z.object({ id: Id.describe('Its id') });

/** Query parameters that are repeated mean the same as a comma list. */
const joined = (value: unknown): unknown => (Array.isArray(value) ? value.join(',') : value);

const comparable = (word: string): string => word.trim().toLowerCase().replaceAll(/[_ ]/g, '-');

/** `?status=completed,busy`: any of these words, whatever their case; `no_answer` and `no-answer` are the same. */
export const listOf = <const Word extends string>(words: readonly Word[], description: string) =>
  z
    .preprocess(
      joined,
      z.string().transform((text, issue): Word[] => {
        const wanted = text.split(',').filter((part) => part.trim() !== '');
        return wanted.flatMap((part) => {
          const found = words.find((word) => comparable(word) === comparable(part));
          if (found === undefined)
            issue.addIssue({ code: 'custom', ...because('field.not_allowed', { allowed: words }) });
          return found ?? [];
        });
      }),
    )
    .optional()
    .describe(`${description}; several with commas: ${words.join(', ')}`);

export const yesOrNo = z.enum(['true', 'false']).transform((word) => word === 'true');

/** `?eventType=call.ended,call.started` */
export const anyOfWords = (description: string) =>
  z
    .preprocess(
      joined,
      z.string().transform((text) =>
        text
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean),
      ),
    )
    .optional()
    .describe(`${description}; several with commas`);
