import type { FilterQuery } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { plainText } from '../../domain/text/plainText.ts';

export const searchIn = (what: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe(`Part of ${what}; case, accents and the punctuation of phone numbers do not count`);

/** Latin, Greek, Cyrillic and Kana letters with accents. */
const [firstAccented, lastAccented] = [0xc0, 0x30ff];

/** All letters that are the same without accents, the plain one first, in both cases. */
const spellings = ((): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  for (let code = firstAccented; code <= lastAccented; code += 1) {
    const letter = String.fromCharCode(code);
    const plain = plainText(letter);
    // What is another letter only in shape, such as a circled one, makes patterns long and never occurs.
    if (!/^\p{Letter}{1,2}$/u.test(plain) || plain === letter || letter.normalize('NFKC') !== letter) continue;
    found.set(plain, (found.get(plain) ?? new Set([plain, plain.toUpperCase()])).add(letter));
  }
  return found;
})();

/** An accent may follow its letter as a character of its own. */
const marks = '[\u0300-\u036f]*';
const punctuation = '[-\\s().+/·\u00a0\u2010-\u2015\u202f]*';

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const patternOfLetter = (letter: string): string => {
  if (/\s/.test(letter)) return '[\\s\u00a0\u202f]+';
  if (/['’‘]/.test(letter)) return "['’‘]";
  const same = spellings.get(letter);
  if (same) return `[${[...same].join('')}]${marks}`;
  return escaped(letter) + (/\p{Letter}/u.test(letter) ? marks : '');
};

const patternOfText = (text: string): string => {
  const parts =
    plainText(text)
      .replaceAll(/\s+/g, ' ')
      .match(/oe|ae|ss|./gsu) ?? [];
  return parts
    .map((part) => {
      const apart = Array.from(part, patternOfLetter).join('');
      const ligatures = part.length === 2 ? [...(spellings.get(part) ?? [])].slice(2) : [];
      return ligatures.length > 0 ? `(?:${apart}|${ligatures.join('|')})` : apart;
    })
    .join('');
};

/**
 * The digits of a phone number as people write it. Without what is dialled before a country's code (`00`, `011`) or, within
 * the country, before the area's (`0`): E.164 has neither.
 */
const digitsOf = (text: string): string | undefined => {
  const plain = text.normalize('NFKC');
  if (!/^[-\d\s().+/·\u2010-\u2015]+$/.test(plain)) return undefined;
  const digits = plain.replace('(0)', '').replaceAll(/\D/g, '');
  return digits.length < 3 ? undefined : digits.replace(/^(?:011|00|0)(?=\d{8})/, '');
};

/** A regular expression of PostgreSQL that finds the text. */
const patternOf = (text: string): string => {
  const digits = digitsOf(text);
  return `(?i)${digits === undefined ? patternOfText(text) : Array.from(digits).join(punctuation)}`;
};

/**
 * Any of the fields has the text in it, whatever its case, accents and Unicode form; a phone number also where it is written
 * with other punctuation. The work is in the pattern, not in the rows: they are compared as they are stored.
 */
export const contains = <Entity>(fields: readonly (keyof Entity & string)[], text: string): FilterQuery<Entity> => {
  const $re = patternOf(text);
  return { $or: fields.map((field) => ({ [field]: { $re } })) } as FilterQuery<Entity>;
};
