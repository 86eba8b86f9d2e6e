import { DateTime } from 'luxon';
import type { CallbackPolicy } from '../../domain/business/businessInfo.ts';
import type { WorkItemPriority } from '../../domain/workItems/workItem.ts';

/** People promise no "by 16:07". */
const stepMinutes = 15;

const onTheStep = (time: DateTime): Date => {
  const minutes = Math.ceil((time.minute + time.second / 60 + time.millisecond / 60_000) / stepMinutes) * stepMinutes;
  return time.startOf('hour').plus({ minutes }).toJSDate();
};

const at = (day: DateTime, clock: string): DateTime => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 });
};

/** A moment without an offset is on the clock of the business. */
export const momentThere = (iso: string, timeZone: string): Date =>
  DateTime.fromISO(iso, { zone: timeZone }).toJSDate();

/** A policy has a day, and minutes of less than a week: some weeks hold any of them. */
const mostDays = 400;

/**
 * By when the business calls back: so many minutes of its calling hours after a moment, rounded up to a quarter of an hour.
 * @param from when it is promised, or what the caller asks to be left alone until.
 */
export const promisedBy = (
  policy: CallbackPolicy,
  timeZone: string,
  from: Date,
  priority: WorkItemPriority = 'normal',
): Date => {
  const start = DateTime.fromJSDate(from, { zone: timeZone });
  if (priority === 'emergency' && policy.emergencyWithinMinutes !== null)
    return onTheStep(start.plus({ minutes: policy.emergencyWithinMinutes }));
  let left = policy.withinMinutes;
  for (let days = 0; days < mostDays; days += 1) {
    const day = start.startOf('day').plus({ days });
    if (!policy.days.includes(day.weekday)) continue;
    const opens = DateTime.max(start, at(day, policy.from));
    const minutes = at(day, policy.until).diff(opens, 'minutes').minutes;
    if (minutes <= 0) continue;
    if (left <= minutes) return onTheStep(opens.plus({ minutes: left }));
    left -= minutes;
  }
  throw new RangeError('the policy has no time to call back');
};
