import { parse } from 'node:querystring';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeForm } from './form.ts';

const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('&', '=', '+', '%', '%2B', '%41', '%C3%A9', '%F0%9F%94%A7', '%E0%A4', '%zz'),
  },
  { weight: 1, arbitrary: fc.constantFrom('%00', '\0', '%FF', '%c3', '\ud83d', 'é', '🔧', '__proto__', 'constructor') },
  { weight: 2, arbitrary: fc.string({ maxLength: 6 }) },
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

test('a form is decoded as node:querystring decodes it, whatever is broken in it', () => {
  fc.assert(
    fc.property(text, (form) => {
      expect(Object.entries(decodeForm(form))).toEqual(Object.entries(parse(form, '&', '=', { maxKeys: 0 })));
    }),
    { numRuns: 3_000 },
  );
});

test('a form of nothing but names does not cost the square of its length', () => {
  const names = 'a&'.repeat(200_000);
  expect(decodeForm(names)['a']).toHaveLength(200_000);
});
