import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Slug, slugOf } from './slug.ts';

test.each<[string, string | undefined]>([
  ['Plomberie L’Écuyer & Fils', 'plomberie-l-ecuyer-fils'],
  ['Climatisation Démo', 'climatisation-demo'],
  ["  --Cœur d'Île, Inc.  ", 'coeur-d-ile-inc'],
  ['Straße 24/7', 'strasse-24-7'],
  ['ﬁrst ①', 'first-1'],
  [`${'a'.repeat(62)} b`, 'a'.repeat(62)],
  ['水道屋', undefined],
  ['A1', undefined],
  ['Admin', undefined],
])('%s gives %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test.each(['ab', '-abc', 'abc-', 'a--b', 'Abc', 'a_b', 'é-bc', 'www', 'webhooks', 'a'.repeat(64), 'abc\n'])(
  'refuses %j',
  (slug) => {
    expect(Slug.safeParse(slug).success).toBe(false);
  },
);

test('whatever the name, what it gives is a slug', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (name) => {
      const slug = slugOf(name);
      expect(slug === undefined || Slug.safeParse(slug).success).toBe(true);
    }),
  );
});
