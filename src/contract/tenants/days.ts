import { DateTime } from 'luxon';

/** A moment or a day, on the clock of the business. @throws RangeError for a time zone or a text that is none. */
const onTheClock = (iso: string, timeZone: string): DateTime<true> => {
  const time = DateTime.fromISO(iso, { zone: timeZone });
  if (!time.isValid) throw new RangeError(time.invalidExplanation ?? time.invalidReason);
  return time;
};

/** The calendar day (`YYYY-MM-DD`) of a moment where the business is. */
export const localDay = (iso: string, timeZone: string): string => onTheClock(iso, timeZone).toISODate();

/** 01:00 where clocks go forward at midnight; the earlier of two midnights where they go back to it. */
const firstMoment = (day: DateTime): Date => {
  const start = day.startOf('day');
  const [first = start] = start.getPossibleOffsets();
  return first.toJSDate();
};

/** The first moment of a day (`YYYY-MM-DD`) where the business is. */
export const startOfDay = (day: string, timeZone: string): Date => firstMoment(onTheClock(day, timeZone));

/** The first moment after a day. */
export const endOfDay = (day: string, timeZone: string): Date =>
  firstMoment(onTheClock(day, timeZone).plus({ days: 1 }));
