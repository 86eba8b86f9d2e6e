import { IANAZone } from 'luxon';
import { z } from 'zod';
import { because } from '../problems/fieldErrors.ts';

/** An IANA name. Offsets such as `+02:00` know no summer time. */
export const TimeZone = z
  .string()
  .max(64)
  .refine((name) => /^[a-z]/i.test(name) && IANAZone.isValidZone(name), because('time_zone.unknown'))
  .describe('IANA name: days begin and end there');
