import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import type { z } from 'zod';
import { matching } from '../problems/fieldErrors.ts';
import { isWithheld } from '../../domain/calls/address.ts';

/** Whose way of dialling a number is read in, where it has no country code. */
export const homeCountry: CountryCode = 'CA';

/**
 * `+1 (514) 555-0142` is `+15145550142`, and so is `514 555-0142` as it is dialled in Canada.
 * @param country without it, a number needs its country code.
 * @returns undefined for any other text, and for a number with an extension.
 */
export const e164Of = (text: string, country?: CountryCode): string | undefined => {
  const options = country === undefined ? { extract: false } : { extract: false, defaultCountry: country };
  const number = parsePhoneNumberFromString(text, options);
  if (number === undefined || number.ext !== undefined) return undefined;
  // Any ten digits are long enough for Canada; without a country code they must be a number that exists there.
  const isNumber = text.trim().startsWith('+') ? number.isPossible() : number.isValid();
  return isNumber ? number.number : undefined;
};

/** Text that holds a phone number, in E.164 or as people write it, and becomes E.164. @param country as for `e164Of`. */
export const inE164 = (text: z.ZodString, country?: CountryCode): z.ZodString =>
  matching(
    text.overwrite((written) => e164Of(written, country) ?? written),
    /^\+[1-9]\d{6,14}$/,
    'number.malformed',
  );

const premium = /^\+1(?:900|\d{3}976)/;

/**
 * Whether a number may be rung at the business's expense during a call: others are what toll fraud calls.
 * Islands that share the country code +1 are abroad.
 * @param number E.164
 */
export const isRungFreely = (number: string): boolean => {
  const country = parsePhoneNumberFromString(number)?.country;
  return (country === 'CA' || country === 'US') && !premium.test(number);
};

const sipAddress = /^sips?:[^@\s]+@[^@\s]+$/i;

/** Whether this address can be called or texted. */
export const canBeCalledBack = (address: string | null | undefined): boolean =>
  typeof address === 'string' && !isWithheld(address) && (e164Of(address) === address || sipAddress.test(address));
