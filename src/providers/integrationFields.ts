import { z } from 'zod';
import { matching } from '../contract/problems/fieldErrors.ts';
import { inE164 } from '../contract/calls/phoneNumber.ts';
import { withoutEdges } from '../domain/text/pasted.ts';

/** Text that was copied from a provider's pages. */
export const pasted = () => z.string().overwrite(withoutEdges);

export const required = () => pasted().min(1);

/** A secret that the provider has made. None holds white space, and what is not ASCII fits no HTTP header. */
export const issuedSecret = () => matching(required(), /^[\x21-\x7E]*$/, 'secret.spaced');

/** Each that comes or goes is an event for each endpoint, all in one transaction. */
const maxPhoneNumbers = 500;

export const PhoneNumbers = z.array(inE164(pasted())).max(maxPhoneNumbers).default([]);
