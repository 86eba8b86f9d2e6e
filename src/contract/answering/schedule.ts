import { DateTime } from 'luxon';
import { isOpenAt } from '../../domain/answering/moment.ts';
import type { AnsweringPlan } from '../../domain/answering/plan.ts';
import { localMoment } from './clock.ts';

/** A time from which on a business is open, or closed. */
export interface Change {
  from: Date;
  open: boolean;
}

/** When the state may change on a day: at midnight, and where an interval begins or ends. */
const boundsOf = ({ hours, specialDays }: AnsweringPlan, day: DateTime<true>): DateTime[] => {
  const times = [...Object.values(hours).flat(), ...specialDays.flatMap(({ intervals }) => intervals)];
  const clock = new Set(times.flatMap(({ from, to }) => [from, to]));
  return [
    day.startOf('day'),
    ...[...clock].map((time) => day.set({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) })),
  ];
};

/**
 * When a business opens and closes: the state at a moment, and each change within the days after it.
 * @param days on its own clock, holidays and special days included.
 */
export const changesWithin = (plan: AnsweringPlan, since: Date, days: number): Change[] => {
  const start = DateTime.fromJSDate(since, { zone: plan.timeZone }) as DateTime<true>;
  const end = start.plus({ days });
  const bounds = Array.from({ length: days + 1 }, (_, index) => start.startOf('day').plus({ days: index }))
    .flatMap((day) => boundsOf(plan, day))
    .map((time) => time.toMillis())
    .filter((time) => time > start.toMillis() && time < end.toMillis());
  const moments = [since.getTime(), ...new Set(bounds.toSorted((one, other) => one - other))];
  const states = moments.map((time) => {
    const from = new Date(time);
    return { from, open: isOpenAt(plan, localMoment(plan, from)) };
  });
  return states.filter(({ open }, index) => open !== states[index - 1]?.open);
};
