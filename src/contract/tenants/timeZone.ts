import { z } from 'zod';

const isTimeZone = (name: string): boolean => {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** An IANA name. Offsets such as `+02:00` know no summer time. */
export const TimeZone = z
  .string()
  .max(64)
  .refine((name) => /^[a-z]/i.test(name) && isTimeZone(name), 'Expected an IANA time zone, such as America/Toronto')
  .describe('IANA name: days begin and end there');
