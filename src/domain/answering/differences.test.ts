import { assert, dictionary, jsonValue, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { differencesOf } from './differences.ts';

const hours = (from: string) => ({ monday: [{ from, to: '17:00' }] });

test.each([
  ['a changed leaf', { a: { b: 1 } }, { a: { b: 2 } }, [{ path: 'a.b', before: 1, after: 2 }]],
  ['what is new', {}, { steps: { menu: { type: 'say' } } }, [{ path: 'steps', after: { menu: { type: 'say' } } }]],
  ['what is gone', { steps: { a: 1, b: 2 } }, { steps: { a: 1 } }, [{ path: 'steps.b', before: 2 }]],
  ['an interval', hours('08:00'), hours('09:00'), [{ path: 'monday.0.from', before: '08:00', after: '09:00' }]],
  ['another kind of value', { a: { b: 1 } }, { a: 'b' }, [{ path: 'a', before: { b: 1 }, after: 'b' }]],
  ['words, as a whole', { w: ['a', 'b'] }, { w: ['a', 'c'] }, [{ path: 'w', before: ['a', 'b'], after: ['a', 'c'] }]],
  [
    'a list that is empty now',
    { monday: [{ from: '08:00', to: '17:00' }] },
    { monday: [] },
    [{ path: 'monday.0', before: { from: '08:00', to: '17:00' } }],
  ],
  [
    'special days by date, whatever their order',
    { specialDays: [{ date: '2026-12-24' }, { date: '2026-12-31', intervals: [] }] },
    { specialDays: [{ date: '2026-12-31', intervals: [{ from: '08:00', to: '12:00' }] }, { date: '2026-12-24' }] },
    [{ path: 'specialDays.2026-12-31.intervals.0', after: { from: '08:00', to: '12:00' } }],
  ],
])('%s', (_what, before, after, expected) => {
  expect(differencesOf(before, after)).toEqual(expected);
});

const nested = dictionary(string(), record({ a: jsonValue({ maxDepth: 2 }), b: string() }));

test('a plan does not differ from itself, and from another as this one from it', () => {
  assert(
    property(nested, nested, (one, other) => {
      expect(differencesOf(one, structuredClone(one))).toEqual([]);
      const there = differencesOf(one, other).map(({ path }) => path);
      expect(
        differencesOf(other, one)
          .map(({ path }) => path)
          .toSorted(),
      ).toEqual(there.toSorted());
    }),
  );
});
