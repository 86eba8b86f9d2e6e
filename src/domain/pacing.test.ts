import { expect, test } from 'vitest';
import { takeSlots } from './pacing.ts';

const now = 1_000_000;

test('the first goes at once, the others evenly after it', () =>
  expect(takeSlots(0, now, 4, 3, 1_500)).toEqual({ slots: [now, now + 250, now + 500], freeFrom: now + 750 }));

test('behind those who came before', () =>
  expect(takeSlots(now + 600, now, 2, 1, 1_500)).toEqual({ slots: [now + 600], freeFrom: now + 1_100 }));

test('who would wait too long takes no slot', () => {
  expect(takeSlots(0, now, 2, 10, 1_500)).toEqual({
    slots: [now, now + 500, now + 1_000, now + 1_500],
    freeFrom: now + 2_000,
  });
  expect(takeSlots(now + 1_501, now, 2, 10, 1_500)).toEqual({ slots: [], freeFrom: now + 1_501 });
});
