import { z } from 'zod';

export const required = (what: string) => z.string().min(1, `${what} is required`);

/** Each that comes or goes is an event for each endpoint, all in one transaction. */
const maxPhoneNumbers = 500;

export const PhoneNumbers = z
  .array(z.string().regex(/^\+[1-9]\d{6,14}$/, 'Expected a phone number in E.164, such as +15145555678'))
  .max(maxPhoneNumbers)
  .default([]);
