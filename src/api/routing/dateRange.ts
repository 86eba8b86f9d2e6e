import { z } from 'zod';
import { because } from '../../contract/problems/fieldErrors.ts';
import { endOfDay, startOfDay } from '../../contract/tenants/days.ts';

const DayOrInstant = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  // Shorter years are written in other ways by Intl and by PostgreSQL.
  .refine((text) => text >= '1000', because('date.short_year'));

/** `startDate` and `endDate` of a list: days where the tenant is, or instants. Both are included. */
export const DateRange = {
  startDate: DayOrInstant.optional()
    .describe("From this day (in the tenant's time zone) or this instant on")
    .meta({ examples: ['2026-01-01'] }),
  endDate: DayOrInstant.optional()
    .describe("Until the end of this day (in the tenant's time zone), or until this instant")
    .meta({ examples: ['2026-01-31'] }),
};

const isDay = (text: string): boolean => text.length === 'YYYY-MM-DD'.length;

export interface Range {
  startDate?: string | undefined;
  endDate?: string | undefined;
}

/** Whether the range can only be understood with the tenant's time zone at hand. */
export const needsTimeZone = ({ startDate, endDate }: Range): boolean =>
  [startDate, endDate].some((end) => end && isDay(end));

/** PostgreSQL does not read how later ones are written. */
const latest = Date.parse('9999-12-31T23:59:59.999Z');
const atMost = (moment: Date): Date => new Date(Math.min(moment.getTime(), latest));

/** As instants: from `from` on, up to but without `before`. */
export const toInstants = ({ startDate, endDate }: Range, timeZone: string): { from?: Date; before?: Date } => ({
  ...(startDate && { from: atMost(isDay(startDate) ? startOfDay(startDate, timeZone) : new Date(startDate)) }),
  // An instant is included: the list ends a millisecond later.
  ...(endDate && {
    before: atMost(isDay(endDate) ? endOfDay(endDate, timeZone) : new Date(Date.parse(endDate) + 1)),
  }),
});
