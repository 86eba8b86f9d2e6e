import type { Fault } from './fault.ts';
import { minuteOf } from './moment.ts';
import { weekdays, type AnsweringPlan, type Interval, type Weekday } from './plan.ts';

const faultsOfDay = (path: string, intervals: readonly Interval[]): Fault[] => {
  const params = ({ from, to }: Interval) => ({ from, to });
  const empty = intervals.filter(({ from, to }) => minuteOf(from) >= minuteOf(to));
  const sorted = intervals
    .filter((interval) => !empty.includes(interval))
    .toSorted((a, b) => minuteOf(a.from) - minuteOf(b.from) || minuteOf(a.to) - minuteOf(b.to));
  // An interval may reach over several that follow.
  let until = 0;
  const overlapping = sorted.filter(({ from, to }) => {
    const overlaps = minuteOf(from) < until;
    until = Math.max(until, minuteOf(to));
    return overlaps;
  });
  return [
    ...empty.map((interval): Fault => ({ code: 'hours.empty', path, params: params(interval) })),
    ...overlapping.map((interval): Fault => ({ code: 'hours.overlap', path, params: params(interval) })),
  ];
};

export const faultsOfHours = ({ hours, specialDays }: AnsweringPlan): Fault[] => {
  const dates = specialDays.map(({ date }) => date);
  const repeated = new Set(dates.filter((date, index) => dates.indexOf(date) !== index));
  return [
    ...weekdays.flatMap((day) => faultsOfDay(`hours.${day}`, hours[day])),
    ...specialDays.flatMap(({ date, intervals }) => faultsOfDay(`specialDays.${date}`, intervals)),
    ...[...repeated].map((date): Fault => ({
      code: 'special_day.repeated',
      path: `specialDays.${date}`,
      params: { date },
    })),
    ...(weekdays.every((day) => hours[day].length === 0)
      ? [{ code: 'hours.never_open', path: 'hours', params: {} } satisfies Fault]
      : []),
  ];
};

/** The first minute of a week in which the business is open, or closed, by its weekly hours; undefined where none is. */
export const firstHour = (
  { hours }: Pick<AnsweringPlan, 'hours'>,
  open: boolean,
): { weekday: Weekday; time: string } | undefined => {
  for (const weekday of weekdays) {
    const intervals = hours[weekday].filter(({ from, to }) => minuteOf(from) < minuteOf(to));
    const isOpen = (time: string): boolean =>
      intervals.some(({ from, to }) => minuteOf(from) <= minuteOf(time) && minuteOf(time) < minuteOf(to));
    const changes = ['00:00', ...intervals.flatMap(({ from, to }) => [from, to])].toSorted();
    const time = changes.find((change) => change !== '24:00' && isOpen(change) === open);
    if (time !== undefined) return { weekday, time };
  }
  return undefined;
};
