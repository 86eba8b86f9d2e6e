import { assert, constantFrom, date, property } from 'fast-check';
import { expect, test } from 'vitest';
import { endOfDay, localDay, startOfDay } from './days.ts';

const zones = Intl.supportedValuesOf('timeZone');

test('the day of a moment is the one that Intl names', () => {
  const moments = date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  assert(
    property(moments, constantFrom(...zones), (moment, timeZone) => {
      const names = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
      expect(localDay(moment.toISOString(), timeZone)).toBe(names.format(moment));
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['2026-01-15T12:00:00Z', ''],
  ['2026-01-15T12:00:00Z', 'America/Chicoutimi'],
  ['yesterday', 'UTC'],
])('%s in %j is refused', (moment, timeZone) => {
  expect(() => localDay(moment, timeZone)).toThrow(RangeError);
});

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
  const changing = zones.map((timeZone) => ({ timeZone, days: daysOfChange(timeZone) }));
  expect(changing.filter(({ days }) => days.length > 0).length).toBeGreaterThan(50);
  const wrong = changing.flatMap(({ timeZone, days }) => {
    const names = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    return days.filter((day) => {
      const [from, before] = [startOfDay(day, timeZone), endOfDay(day, timeZone)];
      const dates = [from.getTime() - 1, from, before.getTime() - 1, before].map((moment) => names.format(moment));
      return dates[0]! >= day || dates[1] !== day || dates[2] !== day || dates[3]! <= day;
    });
  });
  expect(wrong).toEqual([]);
});
