import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { isWithheld } from '../../domain/calls/address.ts';

/** `+1 (514) 555-0142` is `+15145550142`: undefined without a country code, or where no number there is so long. */
export const e164Of = (text: string): string | undefined => {
  const number = parsePhoneNumberFromString(text, { extract: false });
  return number?.isPossible() && number.ext === undefined ? number.number : undefined;
};

const sipAddress = /^sips?:[^@\s]+@[^@\s]+$/i;

/** Whether this address can be called or texted. */
export const canBeCalledBack = (address: string | null | undefined): boolean =>
  typeof address === 'string' && !isWithheld(address) && (e164Of(address) === address || sipAddress.test(address));
