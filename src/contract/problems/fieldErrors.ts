import type { z } from 'zod';
import { destinationSentences } from '../../domain/deliveries/attemptErrors.ts';
import { fill, type Params, type ParamsOf } from '../../domain/text/template.ts';

/** What can be wrong with a field of a request, and what that is in English. Codes are public: add, never rename. */
const sentences = {
  'field.required': 'Required',
  'field.unknown': 'Unknown; expected any of {expected}',
  'field.misspelt': 'Unknown; expected {expected}',
  'field.wrong_type': 'Expected {expected}',
  'field.not_whole': 'Expected a whole number',
  'field.too_small': 'Expected at least {minimum}',
  'field.too_large': 'Expected at most {maximum}',
  'field.empty': 'Must not be empty',
  'field.too_short': 'Expected at least {minimum} characters',
  'field.too_long': 'Expected at most {maximum} characters',
  'field.none_chosen': 'Expected at least one entry',
  'field.too_few': 'Expected at least {minimum} entries',
  'field.too_many': 'Expected at most {maximum} entries',
  'field.repeated': 'Expected each entry once',
  'field.not_allowed': 'Expected any of {allowed}',
  'field.wrong_format': 'Expected something such as {example}',
  'field.lacks': 'Expected {part} in it',
  'field.not_id': 'Expected an id, such as 019b7c40-0000-7000-8000-000000000002',
  'field.not_date': 'Expected a date such as {examples}',
  'field.unstorable': 'NUL and unpaired surrogates are not allowed',
  'field.invalid': 'Not valid',
  'date.short_year': 'Expected a year of four digits',
  'date.too_old': 'Expected a moment within the last {days} days',
  'date.past': 'Expected a moment in the future',
  'date.too_far': 'Expected a moment within {days} days',
  'range.empty': 'Expected a range that has begun',
  'range.reversed': 'Expected an end that comes after the beginning',
  'user.inactive': 'Expected a user who can sign in',
  'time_zone.unknown': 'Expected an IANA time zone, such as America/Toronto',
  'email.malformed': 'Expected an e-mail address',
  'number.malformed': 'Expected a phone number in E.164, such as +15145555678',
  'number.foreign': 'Expected one of your own phone numbers',
  'number.circular': 'Expected a number that is not answered here',
  'number.taken': 'This number is active with another account or carrier',
  'number.costly': 'Expected a number in Canada or the United States that costs no premium',
  'url.malformed': 'Expected a complete URL',
  'url.credentials': 'Expected a URL without user name and password',
  ...destinationSentences,
  'header.malformed_name': 'Expected letters, digits and hyphens',
  'header.malformed_value': 'Expected visible ASCII characters, with spaces only between them',
  'header.reserved': 'Expected a header that deliveries do not set themselves',
  'header.repeated': 'Expected each header once, upper and lower case being the same',
  'header.not_a_proof': 'Expected a header that starts with x- or names a signature',
  'secret.malformed': 'Expected base64 of 24 to 64 bytes after whsec_',
  'secret.spaced': 'Expected letters, digits and signs, without spaces',
  'secret.not_ascii': 'Expected ASCII characters only: it is sent in a header',
  'secret.in_use': 'This one is in use',
  'secret.masked': 'This is a masked value, not the one in use; send the secret itself',
  'password.is_email': 'Expected something else than the e-mail address',
  'password.unchanged': 'Expected another password than the current one',
  'slug.malformed': 'Expected lower case letters and digits, in parts joined by one hyphen',
  'slug.reserved': 'Reserved',
  'slug.missing': 'Expected one: the name gives none',
  'cursor.foreign': 'Not a cursor of this list',
  'cursor.other_sort': 'It belongs to sort={sort}',
  'idempotency_key.malformed': 'Expected 1 to 255 visible ASCII characters',
  'query.too_long': 'At most {maximum} parameters',
} as const;

type Sentences = typeof sentences;

export type FieldErrorCode = keyof Sentences;
export const fieldErrorCodes = Object.keys(sentences) as FieldErrorCode[];

export interface FieldError {
  code: FieldErrorCode;
  params: Params;
}

export type FieldErrorParams<Code extends FieldErrorCode> = ParamsOf<Sentences[Code]>;

export const fieldError = <Code extends FieldErrorCode>(
  code: Code,
  ...[params]: FieldErrorParams<Code>
): FieldError => ({ code, params: { ...params } });

/** In English. */
export const fieldSentence = ({ code, params }: FieldError): string => fill(sentences[code], params);

/** What a `refine` answers: `.refine(isFree, because('slug.reserved'))`. The code travels in the issue's `params`. */
export const because = <Code extends FieldErrorCode>(code: Code, ...params: FieldErrorParams<Code>) => {
  const error = fieldError(code, ...params);
  return { error: fieldSentence(error), params: error };
};

/** Like `.regex`, whose issues carry no code. */
export const matching = <Code extends FieldErrorCode>(
  text: z.ZodString,
  pattern: RegExp,
  code: Code,
  ...params: FieldErrorParams<Code>
): z.ZodString =>
  text.refine((value) => pattern.test(value), because(code, ...params)).meta({ pattern: pattern.source });
