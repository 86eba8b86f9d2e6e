import { expect, test } from 'vitest';
import { startOfDay, toInstants } from './dateRange.ts';

test.each([
  ['2026-01-15', 'America/Toronto', '2026-01-15T05:00:00.000Z'],
  ['2026-07-15', 'America/Toronto', '2026-07-15T04:00:00.000Z'],
  // The clocks change during these days, not at their beginning.
  ['2026-03-08', 'America/Toronto', '2026-03-08T05:00:00.000Z'],
  ['2026-03-09', 'America/Toronto', '2026-03-09T04:00:00.000Z'],
  ['2026-11-01', 'America/Toronto', '2026-11-01T04:00:00.000Z'],
  ['2026-11-02', 'America/Toronto', '2026-11-02T05:00:00.000Z'],
  ['2026-01-15', 'Asia/Kolkata', '2026-01-14T18:30:00.000Z'],
  ['2026-01-15', 'Pacific/Kiritimati', '2026-01-14T10:00:00.000Z'],
  ['2026-01-15', 'America/St_Johns', '2026-01-15T03:30:00.000Z'],
  // The clocks go forward at midnight: the day begins at 01:00.
  ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  ['2026-03-08', 'America/Havana', '2026-03-08T05:00:00.000Z'],
  ['2026-03-29', 'Atlantic/Azores', '2026-03-29T01:00:00.000Z'],
  ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
  // They go back to midnight: it comes twice, and the day begins with the first.
  ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
  ['2026-10-25', 'Atlantic/Azores', '2026-10-25T00:00:00.000Z'],
  ['2026-01-15', 'UTC', '2026-01-15T00:00:00.000Z'],
])('%s in %s begins at %s', (day, timeZone, expected) => {
  expect(startOfDay(day, timeZone).toISOString()).toBe(expected);
});

/** Days of the months of 2026 in which clocks change there. */
const daysOfChange = (timeZone: string): string[] => {
  const offsets = new Intl.DateTimeFormat('en', { timeZone, month: 'numeric', timeZoneName: 'longOffset' });
  const offsetAt = (month: number) => offsets.format(Date.UTC(2026, month)).replace(/^\d+/, '');
  const months = Array.from({ length: 12 }, (_, month) => month);
  return months
    .filter((month) => offsetAt(month) !== offsetAt(month + 1))
    .flatMap((month) => Array.from({ length: 31 }, (_, day) => new Date(Date.UTC(2026, month, 1 + day))))
    .map((day) => day.toISOString().slice(0, 10));
};

test('wherever clocks change, a day begins at the first moment that has its date, and ends where the next begins', () => {
  const zones = Intl.supportedValuesOf('timeZone').map((timeZone) => ({ timeZone, days: daysOfChange(timeZone) }));
  expect(zones.filter(({ days }) => days.length > 0).length).toBeGreaterThan(50);
  const wrong = zones.flatMap(({ timeZone, days }) => {
    const names = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    return days.filter((day) => {
      const { from, before } = toInstants({ startDate: day, endDate: day }, timeZone);
      if (!from || !before) return true;
      const dates = [from.getTime() - 1, from, before.getTime() - 1, before].map((moment) => names.format(moment));
      return dates[0]! >= day || dates[1] !== day || dates[2] !== day || dates[3]! <= day;
    });
  });
  expect(wrong).toEqual([]);
});

test('both ends are included', () => {
  expect(toInstants({ startDate: '2026-01-31', endDate: '2026-01-31' }, 'UTC')).toEqual({
    from: new Date('2026-01-31T00:00:00Z'),
    before: new Date('2026-02-01T00:00:00Z'),
  });
  expect(toInstants({ endDate: '2026-01-31T12:00:00-05:00' }, 'UTC')).toEqual({
    before: new Date('2026-01-31T17:00:00.001Z'),
  });
  expect(toInstants({}, 'UTC')).toEqual({});
});

test('the end of time is not beyond what PostgreSQL reads', () => {
  const latest = new Date('9999-12-31T23:59:59.999Z');
  expect(toInstants({ endDate: '9999-12-31' }, 'America/Toronto')).toEqual({ before: latest });
  expect(toInstants({ startDate: '9999-12-31T23:59:59-11:00' }, 'UTC')).toEqual({ from: latest });
});
