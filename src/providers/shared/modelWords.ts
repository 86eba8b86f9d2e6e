import { DateTime } from 'luxon';
import { isFields, type Fields } from './body.ts';
import { parseJson } from './json.ts';
import { storable } from './storable.ts';

/*
 * A language model fills in forms: what it does not know it paraphrases, and what should be an object or a yes comes as
 * text, in the language of the call.
 */

const withoutAccents = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Letters and digits alone: `Appointment Booked`, `appointment_booked` and `appointmentBooked` are one name. */
export const plain = (text: string): string => withoutAccents(text).replaceAll(/[^\p{L}\p{N}]/gu, '');

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** The first is empty: a dash, a question mark or dots say no more. */
const nothing = words(
  ' na nil null none undefined nan no not false empty missing blank unknown unspecified unconfirmed undetermined tbd tba tbc ' +
    'tobedetermined tobeconfirmed tobeannounced notapplicable notavailable pending string date yyyymmdd yyyymmddthhmmss ' +
    'aucun aucune inconnu inconnue nul nulle neant rien vide adeterminer aconfirmer nd so sansobjet indetermine ' +
    'indeterminee nonapplicable nondisponible non faux aaaammjj',
);

/** `not specified`, `no date provided`, `non précisée`, `pas de date`. */
const saysNothing =
  /^(?:not?|non|pas|aucune?|without|sans)\b.*\b(?:(?:specified|provided|given|mentioned|stated|set|known|discussed|determined|confirmed|scheduled|booked|available|applicable|date|time|appointment|heure|precise|fourni|donne|mentionne|indique|specifie|determine|connu|confirme|fixe|disponible)e?s?)\b/;

/** Words that hold the place of a value. */
export const isPlaceholder = (text: string): boolean =>
  nothing.has(plain(text)) || saysNothing.test(withoutAccents(text).trim());

const yes = words('true yes y oui vrai 1 booked confirmed scheduled reserve confirme');
const no = words('false no n non faux 0');

/** What an answer to a yes-or-no question says; undefined where it says neither. */
export const yesOrNo = (value: unknown): boolean | undefined => {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  // `Yes, for Tuesday` says yes.
  const [word = ''] = withoutAccents(String(value))
    .trim()
    .split(/[^\p{L}\p{N}]/u);
  return yes.has(word) ? true : no.has(word) ? false : undefined;
};

/** Years out of this range hold the place of one: 0001, 1970, 2000, 9999. */
const isDay = (year: number, month: number, day: number): boolean =>
  year > 2000 && year < 2100 && DateTime.utc(year, month, day).isValid;

const month =
  /\b(?:jan(?:vier|uary)?|fev(?:r|rier)?|feb(?:ruary)?|mars|march|avr(?:il)?|apr(?:il)?|mai|may|juin|june?|juil(?:let)?|july?|aout|aug(?:ust)?|sept?(?:embre|ember)?|oct(?:obre|ober)?|nov(?:embre|ember)?|dec(?:embre|ember)?)\b/;
const namedDay =
  /\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|demain|aujourd['’]hui|today|tomorrow)\b/;

/** Whether a text names a day: in ISO 8601, in digits of either order, or in French or English words. */
export const isPlausibleDate = (text: string): boolean => {
  if (text.length > 100 || isPlaceholder(text)) return false;
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (iso) return isDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const turned = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(text);
  if (turned) {
    const [a, b, year] = [Number(turned[1]), Number(turned[2]), Number(turned[3])];
    return isDay(year, a, b) || isDay(year, b, a);
  }
  const stated = withoutAccents(text);
  return namedDay.test(stated) || (month.test(stated) && /(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?!\d)/.test(stated));
};

/** How deep models wrap JSON text in JSON text. */
const maxWrappings = 3;

const fence = '```';

/** Models put JSON into a code block, whose first line may name its language. */
const withoutFence = (text: string): string => {
  const trimmed = text.trim();
  const isFenced = trimmed.startsWith(fence) && trimmed.endsWith(fence) && trimmed.length >= 2 * fence.length;
  return isFenced ? trimmed.slice(fence.length, -fence.length).replace(/^\w+/, '') : text;
};

/** What JSON text spells, in a code fence or not; anything else as it is. */
export const unwrapped = (value: unknown): unknown => {
  let inner = value;
  for (let depth = 0; depth < maxWrappings && typeof inner === 'string'; depth += 1) {
    const text = withoutFence(inner).trim();
    if (!/^["[{]/.test(text)) return inner;
    try {
      // Escapes inside a text may spell what the text itself may not hold.
      inner = storable({ inner: parseJson(text) })['inner'];
    } catch {
      return inner;
    }
  }
  return inner;
};

/** An object, or the object that a text spells. */
export const objectIn = (value: unknown): Fields | undefined => {
  const inner = unwrapped(value);
  return isFields(inner) ? inner : undefined;
};
