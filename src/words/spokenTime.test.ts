import { expect, test } from 'vitest';
import { byThen } from './spokenTime.ts';

const said = new Date('2026-01-15T15:00:00Z');

test.each([
  ['2026-01-15T21:00:00Z', 'd’ici 16 h', 'by 4 p.m.'],
  ['2026-01-15T21:15:00Z', 'd’ici 16 h 15', 'by 4:15 p.m.'],
  ['2026-01-16T14:00:00Z', 'd’ici demain, 9 h', 'by 9 a.m. tomorrow'],
  // Still today, where the business is.
  ['2026-01-16T04:45:00Z', 'd’ici 23 h 45', 'by 11:45 p.m.'],
  ['2026-01-19T15:30:00Z', 'd’ici lundi 19 janvier, 10 h 30', 'by Monday, January 19, 10:30 a.m.'],
])('%s', (moment, fr, en) => {
  expect(byThen(new Date(moment), said, 'America/Toronto')).toEqual({ fr, en });
});
