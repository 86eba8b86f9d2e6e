import { expect, test } from 'vitest';
import { isOpenAt } from '../../domain/answering/moment.ts';
import { localMoment } from './clock.ts';
import { examplePlan } from './examplePlan.ts';
import { changesWithin } from './schedule.ts';

const changes = (since: string, days: number) =>
  changesWithin(examplePlan, new Date(since), days).map(({ from, open }) => `${from.toISOString()} ${open}`);

test('a usual day, from the middle of the morning on', () => {
  expect(changes('2026-01-15T14:30:00Z', 1)).toEqual([
    '2026-01-15T14:30:00.000Z true',
    '2026-01-15T17:00:00.000Z false',
    '2026-01-15T18:00:00.000Z true',
    '2026-01-15T22:00:00.000Z false',
    '2026-01-16T13:00:00.000Z true',
  ]);
});

test('an afternoon off, a holiday and a week-end', () => {
  expect(changes('2026-12-24T05:00:00Z', 3)).toEqual([
    '2026-12-24T05:00:00.000Z false',
    '2026-12-24T13:00:00.000Z true',
    '2026-12-24T17:00:00.000Z false',
    '2026-12-26T14:00:00.000Z true',
    '2026-12-26T17:00:00.000Z false',
  ]);
});

test('tells the state of every quarter of an hour, also on days on which clocks change', () => {
  for (const begin of ['2026-03-06T12:00:00Z', '2026-10-30T12:00:00Z']) {
    const since = new Date(begin);
    const all = changesWithin(examplePlan, since, 5);
    for (let time = since.getTime(); time < since.getTime() + 4 * 86_400_000; time += 900_000) {
      const told = all.findLast(({ from }) => from.getTime() <= time)?.open;
      expect([time, told]).toEqual([time, isOpenAt(examplePlan, localMoment(examplePlan, new Date(time)))]);
    }
  }
});
