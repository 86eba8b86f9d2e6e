import { expect, test } from 'vitest';
import { LoginThrottle } from './loginThrottle.ts';

const fail = (throttle: LoginThrottle, key: string, times: number, now: number) => {
  for (let time = 0; time < times; time += 1) throttle.failed(key, now);
};

test('ten failures close the door for a quarter of an hour', () => {
  const throttle = new LoginThrottle();
  fail(throttle, 'a', 9, 0);
  expect(() => throttle.check('a', 1)).not.toThrow();
  throttle.failed('a', 1);
  expect(() => throttle.check('a', 2)).toThrow(
    expect.objectContaining({ code: 'rate.limited', details: { retryAfterSeconds: 900 } }),
  );
  expect(() => throttle.check('b', 2)).not.toThrow();
  expect(() => throttle.check('a', 900_000)).not.toThrow();
});

test('a success forgets them', () => {
  const throttle = new LoginThrottle();
  fail(throttle, 'a', 9, 0);
  throttle.succeeded('a');
  fail(throttle, 'a', 9, 0);
  expect(() => throttle.check('a', 1)).not.toThrow();
});
