import { z } from 'zod';

const DayOrInstant = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: 'Expected a day such as 2026-01-31, or an instant such as 2026-01-31T12:00:00Z',
  })
  // Shorter years are written in other ways by Intl and by PostgreSQL.
  .refine((text) => text >= '1000', 'Expected a year of four digits');

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

/** Minutes that clocks there are ahead of UTC at that moment. */
const offsetMinutes = (time: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(time);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
};

/** The first moment of a day (`YYYY-MM-DD`) where the business is. */
export const startOfDay = (day: string, timeZone: string): Date => {
  const asUtc = Date.parse(day);
  const guess = asUtc - offsetMinutes(asUtc, timeZone) * 60_000;
  // Once more with the offset that holds at the guess: it differs on days when the clocks change.
  return new Date(asUtc - offsetMinutes(guess, timeZone) * 60_000);
};

const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().replace(/T.*/, '');

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
    before: atMost(isDay(endDate) ? startOfDay(nextDay(endDate), timeZone) : new Date(Date.parse(endDate) + 1)),
  }),
});
