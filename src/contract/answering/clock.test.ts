import { assert, constantFrom, date, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOpenAt, minutesInDay } from '../../domain/answering/moment.ts';
import { weekdays, type Interval, type Weekday } from '../../domain/answering/plan.ts';
import { localMoment, type ClockSettings } from './clock.ts';

const toronto: ClockSettings = { timeZone: 'America/Toronto', languages: ['fr', 'en'] };
const quebec: ClockSettings = { ...toronto, holidays: 'QC' };
const at = (iso: string, settings = toronto) => localMoment(settings, new Date(iso));

const everyDay = (intervals: Interval[]) =>
  Object.fromEntries(weekdays.map((day) => [day, intervals])) as Record<Weekday, Interval[]>;
const open = (from: string, to: string): Interval[] => [{ from, to }];

test('the clock on the wall is the one that Intl shows', () => {
  const moments = date({ min: new Date('1970-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
  assert(
    property(moments, constantFrom(...Intl.supportedValuesOf('timeZone')), (moment, timeZone) => {
      const wall = new Intl.DateTimeFormat('en-CA', {
        timeZone,
        dateStyle: 'short',
        timeStyle: 'short',
        hourCycle: 'h23',
      });
      const weekday = new Intl.DateTimeFormat('en', { timeZone, weekday: 'long' }).format(moment).toLowerCase();
      const local = localMoment({ ...toronto, timeZone }, moment);
      const clock = [Math.floor(local.minute / 60), local.minute % 60].map((part) => String(part).padStart(2, '0'));
      expect(`${local.date}, ${clock.join(':')}`).toBe(wall.format(moment));
      expect(local.weekday).toBe(weekday);
    }),
    { numRuns: 1_000 },
  );
});

describe('on the day on which clocks change', () => {
  test('an hour is left out in spring', () => {
    expect(at('2026-03-08T06:59:59Z')).toEqual({ date: '2026-03-08', weekday: 'sunday', minute: 119 });
    expect(at('2026-03-08T07:00:00Z')).toEqual({ date: '2026-03-08', weekday: 'sunday', minute: 180 });
  });

  test('an hour comes twice in autumn, and is open or closed both times', () => {
    expect([at('2026-11-01T05:30:00Z').minute, at('2026-11-01T06:30:00Z').minute]).toEqual([90, 90]);
  });

  test('hours are those of the clock', () => {
    const plan = { specialDays: [], hours: everyDay(open('08:00', '17:00')) };
    const isOpen = (iso: string) => isOpenAt(plan, at(iso));
    // 8:00 in summer, in winter, and on the two days in between.
    expect(['2026-03-07T12:59Z', '2026-03-07T13:00Z'].map(isOpen)).toEqual([false, true]);
    expect(['2026-03-08T11:59Z', '2026-03-08T12:00Z'].map(isOpen)).toEqual([false, true]);
    expect(['2026-11-01T12:59Z', '2026-11-01T13:00Z'].map(isOpen)).toEqual([false, true]);
    expect(['2026-11-01T21:59Z', '2026-11-01T22:00Z'].map(isOpen)).toEqual([true, false]);
  });
});

test('a holiday is kept where the business is, and has its name in the first language', () => {
  expect(at('2026-06-24T03:59:59Z', quebec).holiday).toBeUndefined();
  expect(at('2026-06-24T04:00:00Z', quebec).holiday).toBe('Fête nationale du Québec');
  expect(at('2026-06-25T03:59:59Z', { ...quebec, languages: ['en'] }).holiday).toBe('National Holiday');
  expect(at('2026-06-25T04:00:00Z', quebec).holiday).toBeUndefined();
  expect(at('2026-06-24T12:00:00Z', { ...quebec, holidays: 'ON' }).holiday).toBeUndefined();
  expect(at('2026-06-24T12:00:00Z').holiday).toBeUndefined();
});

test('special days outrank holidays, and holidays the hours of the week', () => {
  const days = integer({ min: 0, max: 26 * 365 });
  assert(
    property(days, constantFrom(undefined, open('10:00', '11:00')), (day, intervals) => {
      const moment = localMoment(quebec, new Date(Date.UTC(2025, 0, 1 + day, 15, 30)));
      const specialDays = intervals ? [{ date: moment.date, intervals }] : [];
      const plan = { hours: everyDay(open('00:00', '24:00')), specialDays };
      const isOpen = isOpenAt(plan, moment);
      const isWithin = moment.minute >= 600 && moment.minute < 660;
      expect(isOpen).toBe(intervals ? isWithin : moment.holiday === undefined);
    }),
  );
});

test('every minute of a day in which the hours are 00:00 to 24:00 is open', () => {
  const plan = { specialDays: [], hours: everyDay(open('00:00', '24:00')) };
  const minutes = Array.from({ length: minutesInDay }, (_, minute) => ({ ...at('2026-01-15T12:00Z'), minute }));
  expect(minutes.every((moment) => isOpenAt(plan, moment))).toBe(true);
});

test('a zone that is none is refused', () => {
  expect(() => localMoment({ ...toronto, timeZone: 'America/Chicoutimi' }, new Date())).toThrow(RangeError);
});
