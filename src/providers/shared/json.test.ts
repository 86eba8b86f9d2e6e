import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from './json.ts';

test.each([
  ['90071992547409931', '90071992547409931'],
  ['-90071992547409931', '-90071992547409931'],
  ['9007199254740993', '9007199254740993'],
  ['123456789012345678901234567890', '123456789012345678901234567890'],
  ['12345678901234567.25', '12345678901234567.25'],
  ['0.1234567890123456789', '0.1234567890123456789'],
  ['1e400', '1e400'],
  ['-1.5E+999', '-1.5E+999'],
  ['9007199254740992', 9007199254740992],
  ['1795190500000', 1795190500000],
  ['100000000000000000000', 1e20],
  ['590295810358705700000', 2 ** 69],
  ['2.2399998664855957', Number('2.2399998664855957')],
  ['0.30000000000000004', 0.30000000000000004],
  ['1e3', 1000],
])('the number %s is read as %j at any depth', (source, expected) => {
  expect(parseJson(`{"a":${source}}`)).toEqual({ a: expected });
  expect(parseJson(`{"a": ${source} }`)).toEqual({ a: expected });
  expect(parseJson(`[0,${source}]`)).toEqual([0, expected]);
  expect(parseJson(`[${source}]`)).toEqual([expected]);
  expect(parseJson(`{"a":{"b":[1,\n${source}\n]}}`)).toEqual({ a: { b: [1, expected] } });
});

test('whatever a double holds is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('no integer changes its digits', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), (integer) => {
      const read = parseJson(`{"n":${integer}}`) as { n: number | string };
      expect(BigInt(read.n)).toBe(integer);
    }),
  );
});

test('text that looks like a number is left as it is', () => {
  expect(parseJson('{"n":"90071992547409931","card":"no 4111111111111111"}')).toEqual({
    n: '90071992547409931',
    card: 'no 4111111111111111',
  });
});
