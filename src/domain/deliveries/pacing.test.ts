import { expect, test } from 'vitest';
import { takeSlots } from './pacing.ts';

test('the first goes at once, the others evenly after it', () =>
  expect(takeSlots(0, 4, 3)).toEqual({ waitsMs: [0, 250, 500], aheadMs: 750 }));

test('behind those who came before', () => expect(takeSlots(600, 2, 1)).toEqual({ waitsMs: [600], aheadMs: 1_100 }));

test('without a slot to wait for, nothing is reserved', () =>
  expect(takeSlots(600, 2, 0)).toEqual({ waitsMs: [], aheadMs: 600 }));
