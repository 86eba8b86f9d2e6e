import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Adoption } from './adoption.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const waiting = new AbortController().signal;

/** Work that ends when it is told to. */
const controlled = () => {
  const ends: PromiseWithResolvers<string>[] = [];
  const work = () => {
    const end = Promise.withResolvers<string>();
    ends.push(end);
    return end.promise;
  };
  return { ends, work };
};

test('who asks again while an attempt goes on gets what comes of it', async () => {
  const { ends, work } = controlled();
  const adoption = new Adoption<string>();
  const asked = [adoption.run('save', waiting, work), adoption.run('save', waiting, work)];
  ends[0]?.resolve('saved');
  expect(await Promise.all(asked)).toEqual(['saved', 'saved']);
  expect(ends).toHaveLength(1);
});

test('what succeeded after its asker had left is there for the next, once', async () => {
  const { ends, work } = controlled();
  const adoption = new Adoption<string>();
  const asker = new AbortController();
  const first = adoption.run('save', asker.signal, work);
  asker.abort();
  ends[0]?.resolve('first');
  await first;
  expect(await adoption.run('save', waiting, work)).toBe('first');

  const third = adoption.run('save', waiting, work);
  ends[1]?.resolve('anew');
  expect(await third).toBe('anew');
});

test('what is not asked for again is forgotten', async () => {
  const { ends, work } = controlled();
  const adoption = new Adoption<string>();
  const first = adoption.run('save', AbortSignal.abort(), work);
  ends[0]?.resolve('first');
  await first;
  await vi.advanceTimersByTimeAsync(60_000);
  const later = adoption.run('save', waiting, work);
  ends[1]?.resolve('later');
  expect(await later).toBe('later');
});

test('an attempt that fails is made anew by who has adopted it', async () => {
  const { ends, work } = controlled();
  const adoption = new Adoption<string>();
  const first = adoption.run('save', waiting, work);
  const second = adoption.run('save', waiting, work);
  ends[0]?.reject(new Error('lock timeout'));
  await expect(first).rejects.toThrow('lock timeout');
  await vi.waitFor(() => expect(ends).toHaveLength(2));
  ends[1]?.resolve('saved');
  expect(await second).toBe('saved');
});

test('different work goes on side by side', async () => {
  const { ends, work } = controlled();
  const adoption = new Adoption<string>();
  const asked = [adoption.run('one', waiting, work), adoption.run('other', waiting, work)];
  ends[0]?.resolve('one');
  ends[1]?.resolve('other');
  expect(await Promise.all(asked)).toEqual(['one', 'other']);
});
