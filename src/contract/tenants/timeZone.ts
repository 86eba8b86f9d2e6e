import { IANAZone } from 'luxon';
import { z } from 'zod';

/** An IANA name. Offsets such as `+02:00` know no summer time. */
export const TimeZone = z
  .string()
  .max(64)
  .refine(
    (name) => /^[a-z]/i.test(name) && IANAZone.isValidZone(name),
    'Expected an IANA time zone, such as America/Toronto',
  )
  .describe('IANA name: days begin and end there');
