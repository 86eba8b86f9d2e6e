import type { AnsweringPlan, Interval, Weekday } from './plan.ts';

/** A moment on the clock of a business. Data: the zone and the calendar of holidays are read where it is made. */
export interface LocalMoment {
  /** `YYYY-MM-DD` */
  date: string;
  weekday: Weekday;
  /** Since midnight as the clock on the wall shows it: 0 to 1439. */
  minute: number;
  /** The public holiday that the plan's province keeps on this date. */
  holiday?: string;
}

export const minutesInDay = 24 * 60;

/** `HH:mm` in minutes since midnight. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The intervals in which a plan is open on a day: those of the date itself, else none on a holiday, else the weekday's. */
const intervalsOn = (
  { specialDays, hours }: Pick<AnsweringPlan, 'specialDays' | 'hours'>,
  { date, weekday, holiday }: Omit<LocalMoment, 'minute'>,
): readonly Interval[] => {
  const special = specialDays.find((day) => day.date === date);
  if (special) return special.intervals;
  return holiday === undefined ? hours[weekday] : [];
};

export const isOpenAt = (plan: Pick<AnsweringPlan, 'specialDays' | 'hours'>, moment: LocalMoment): boolean =>
  intervalsOn(plan, moment).some(({ from, to }) => minuteOf(from) <= moment.minute && moment.minute < minuteOf(to));
