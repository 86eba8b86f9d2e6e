import { expect, test } from 'vitest';
import { usualCallbacks } from '../../domain/business/businessInfo.ts';
import { momentThere, promisedBy } from './due.ts';

const zone = 'America/Toronto';
const due = (from: string, policy = usualCallbacks, priority?: 'emergency') =>
  promisedBy(policy, zone, momentThere(from, zone), priority).toISOString();
const there = (local: string) => momentThere(local, zone).toISOString();

test.each([
  ['within the day', '2026-01-15T10:00', '2026-01-15T12:00'],
  ['rounded up to a quarter', '2026-01-15T10:07:30', '2026-01-15T12:15'],
  ['at the end of the day', '2026-01-15T15:00', '2026-01-15T17:00'],
  ['with what is left on the next day', '2026-01-15T16:00', '2026-01-16T09:00'],
  ['before the day begins', '2026-01-15T05:00', '2026-01-15T10:00'],
  ['over the weekend', '2026-01-16T16:30', '2026-01-19T09:30'],
  // Clocks go forward on the eighth of March.
  ['over the change of the clocks', '2026-03-06T16:30', '2026-03-09T09:30'],
])('%s', (_case, from, expected) => {
  expect(due(from)).toBe(there(expected));
});

test('an emergency waits for no morning where the business says so', () => {
  const policy = { ...usualCallbacks, emergencyWithinMinutes: 30 };
  expect(due('2026-01-17T02:50', policy, 'emergency')).toBe(there('2026-01-17T03:30'));
  expect(due('2026-01-17T02:50', usualCallbacks, 'emergency')).toBe(due('2026-01-17T02:50'));
});

test('more than a day of calling hours', () => {
  expect(due('2026-01-15T16:00', { ...usualCallbacks, withinMinutes: 1_200 })).toBe(there('2026-01-20T09:00'));
});
