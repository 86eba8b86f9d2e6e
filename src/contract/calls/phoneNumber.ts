import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { z } from 'zod';
import { isWithheld } from '../../domain/calls/address.ts';

/** `+1 (514) 555-0142` is `+15145550142`: undefined without a country code, or where no number there is so long. */
export const e164Of = (text: string): string | undefined => {
  const number = parsePhoneNumberFromString(text, { extract: false });
  return number?.isPossible() && number.ext === undefined ? number.number : undefined;
};

/** Text that holds a phone number, as people write one or in E.164, and becomes E.164. */
export const inE164 = (text: z.ZodString): z.ZodString =>
  text
    .overwrite((written) => e164Of(written) ?? written)
    .regex(/^\+[1-9]\d{6,14}$/, 'Expected a phone number in E.164, such as +15145555678');

const sipAddress = /^sips?:[^@\s]+@[^@\s]+$/i;

/** Whether this address can be called or texted. */
export const canBeCalledBack = (address: string | null | undefined): boolean =>
  typeof address === 'string' && !isWithheld(address) && (e164Of(address) === address || sipAddress.test(address));
