import { expect, test } from 'vitest';
import { nextChunkSize } from './recovery.ts';

const quick = 100;
const slow = 2_000;

test.each([
  ['doubles where the endpoint keeps up', 8, 0, quick, null, 16],
  ['up to 64', 64, 0, quick, null, 64],
  ['stays where it takes its time', 8, 0, 1_000, null, 8],
  ['halves where it is slow', 8, 0, slow, null, 4],
  ['down to one', 1, 0, slow, null, 1],
  ['begins anew after a failure', 64, 1, quick, null, 1],
  ['is half a second’s worth where the endpoint limits requests', 8, 0, quick, 10, 5],
  ['is 64 at most, however much the endpoint allows', 64, 0, quick, 1_000, 64],
  ['is one at least', 1, 0, quick, 1, 1],
] as const)('a chunk %s', (_name, size, failuresInARow, tookMs, perSecond, expected) =>
  expect(nextChunkSize(size, failuresInARow, tookMs, perSecond)).toBe(expected),
);
