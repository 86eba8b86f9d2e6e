import { expect, test } from 'vitest';
import { namesEtag } from './etag.ts';

test.each(['-gzip', '--gzip', ';br', ':zstd'])('a tag that ends in a hyphen is known with the suffix %s', (suffix) => {
  expect(namesEtag(`W/"abc-${suffix}"`, '"abc-"')).toBe(true);
  expect(namesEtag(`"ab${suffix}"`, '"abc-"')).toBe(false);
});
