import { z } from 'zod';

export const required = (what: string) => z.string().min(1, `${what} is required`);

export const PhoneNumbers = z
  .array(z.string().regex(/^\+[1-9]\d{6,14}$/, 'Expected a phone number in E.164, such as +15145555678'))
  .default([]);
