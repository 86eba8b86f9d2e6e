import type { Language } from '../../domain/text/languages.ts';
import { DateTime } from 'luxon';
import type { LocalMoment } from '../../domain/answering/moment.ts';
import { weekdays, type AnsweringPlan, type HolidayRegion } from '../../domain/answering/plan.ts';
import holidays from './holidays.json' with { type: 'json' };

type Named = Record<Language, string>;
type Calendar = ReadonlyMap<string, Named>;

const calendarOf = (region: HolidayRegion): Calendar =>
  new Map(holidays[region].flatMap(({ fr, en, dates }) => dates.map((date) => [date, { fr, en }])));

const calendars: Record<HolidayRegion, Calendar> = {
  QC: calendarOf('QC'),
  ON: calendarOf('ON'),
  NB: calendarOf('NB'),
};

/** What of a plan the clock of its business depends on. */
export type ClockSettings = Pick<AnsweringPlan, 'timeZone' | 'holidays' | 'languages'>;

/** The public holiday that is kept on a day (`YYYY-MM-DD`), in the plan's first language. */
const holidayOn = ({ holidays: region, languages }: ClockSettings, date: string): string | undefined =>
  region && calendars[region].get(date)?.[languages[0] ?? 'fr'];

/**
 * What the clock on the wall of the business shows at a moment, and which holiday it is there.
 * @throws RangeError for a time zone that is none.
 */
export const localMoment = (settings: ClockSettings, at: Date): LocalMoment => {
  const time = DateTime.fromJSDate(at, { zone: settings.timeZone });
  if (!time.isValid) throw new RangeError(time.invalidExplanation ?? time.invalidReason);
  const date = time.toISODate();
  const holiday = holidayOn(settings, date);
  return {
    date,
    weekday: weekdays[time.weekday - 1]!,
    minute: time.hour * 60 + time.minute,
    ...(holiday !== undefined && { holiday }),
  };
};
