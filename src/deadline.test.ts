import { expect, test, vi } from 'vitest';
import { Deadlines } from './deadline.ts';

const never = new Promise<never>(() => undefined);

test('each deadline falls due by itself, under one timer, and what was in time is left alone', async () => {
  vi.useFakeTimers();
  try {
    const deadlines = new Deadlines(1_000);
    const late: string[] = [];
    deadlines.start(() => late.push('first'));
    await vi.advanceTimersByTimeAsync(600);
    deadlines.cancel(deadlines.start(() => late.push('in time')));
    deadlines.start(() => late.push('second'));
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(late).toEqual(['first']);
    await vi.advanceTimersByTimeAsync(500);
    expect(late).toEqual(['first', 'second']);
    expect(vi.getTimerCount()).toBe(0);

    expect(await deadlines.within('the commit', Promise.resolve('done'))).toBe('done');
    await expect(deadlines.within('the commit', Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    const waiting = expect(deadlines.within('the commit', never)).rejects.toMatchObject({ code: 'TIMEOUT' });
    await vi.advanceTimersByTimeAsync(2_000);
    await waiting;
  } finally {
    vi.useRealTimers();
  }
});
