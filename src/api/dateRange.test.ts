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
  ['2026-01-15', 'UTC', '2026-01-15T00:00:00.000Z'],
])('%s in %s begins at %s', (day, timeZone, expected) => {
  expect(startOfDay(day, timeZone).toISOString()).toBe(expected);
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
