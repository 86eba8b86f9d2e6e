import { expect, test } from 'vitest';
import { byPrecedence } from './precedence.ts';

test.each([
  [
    ['/calls/:id', '/calls/metrics'],
    ['/calls/metrics', '/calls/:id'],
  ],
  [
    ['/:kind/export', '/calls/:id', '/calls/export'],
    ['/calls/export', '/calls/:id', '/:kind/export'],
  ],
  [
    ['/calls/:id/notes', '/calls/:id', '/calls/export/notes'],
    ['/calls/export/notes', '/calls/:id', '/calls/:id/notes'],
  ],
])('of %j the most literal come first', (paths, sorted) => {
  expect(paths.toSorted(byPrecedence)).toEqual(sorted);
  expect(paths.toReversed().toSorted(byPrecedence)).toEqual(sorted);
});
