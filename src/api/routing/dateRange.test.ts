import { expect, test } from 'vitest';
import { toInstants } from './dateRange.ts';

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
