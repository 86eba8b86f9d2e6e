import { weekdays, type AnsweringPlan, type Interval, type Weekday } from './plan.ts';

/** Days in a row that have the same hours. */
export interface DaysWithHours {
  days: readonly Weekday[];
  /** In the order of the day. None: closed. */
  intervals: readonly Interval[];
}

const inOrder = (intervals: readonly Interval[]): Interval[] =>
  intervals.toSorted((one, other) => one.from.localeCompare(other.from));

const isSame = (one: readonly Interval[], other: readonly Interval[]): boolean =>
  one.length === other.length &&
  one.every(({ from, to }, index) => from === other[index]?.from && to === other[index].to);

/** The hours of a usual week, from Monday on, as people say them: without the days that only differ by name. */
export const openingHours = ({ hours }: Pick<AnsweringPlan, 'hours'>): DaysWithHours[] => {
  const groups: { days: Weekday[]; intervals: Interval[] }[] = [];
  for (const day of weekdays) {
    const intervals = inOrder(hours[day]);
    const last = groups.at(-1);
    if (last && isSame(last.intervals, intervals)) last.days.push(day);
    else groups.push({ days: [day], intervals });
  }
  return groups;
};
