import { anything, assert, constantFrom, oneof, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invalidField, parseInput } from '../../src/api/http/input.ts';
import { parseQuery } from '../../src/api/routing/query.ts';
import { fieldErrorCodes, fieldSentence, type FieldError } from '../../src/contract/problems/fieldErrors.ts';
import { AppError } from '../../src/errors.ts';
import { createProviders } from '../../src/providers/registry.ts';
import { providerNames } from '../../src/domain/providers.ts';
import { EndpointSettings } from '../../src/contract/endpoints/endpoint.ts';
import { partsOf, requestSchemas, type RequestSchema } from '../support/schemas.ts';
import { fieldErrorWords } from '../../web/wordsFieldErrors.js';

const nowhere = 'http://127.0.0.1:1';
const providers = createProviders({ providerUrls: { twilio: nowhere, signalwire: nowhere, vapi: nowhere } });

/** Settings are parsed once more when masks have been taken off. */
const settings = providerNames.map((name): RequestSchema => ({
  name,
  part: 'body',
  schema: providers[name].settings,
  example: providers[name].example,
}));
const schemas = [
  ...requestSchemas(),
  ...settings,
  { name: 'n8n', part: 'body', schema: EndpointSettings, example: {} } satisfies RequestSchema,
];

test('each check that schemas add to those of zod says by which code it refuses', () => {
  expect(schemas.length).toBeGreaterThan(70);
  const silent = schemas.flatMap(({ name, schema }) =>
    partsOf(schema).flatMap((def) => {
      const { check, format, params } = def as { check?: string; format?: string; params?: FieldError };
      const isOwn = check === 'custom' && !fieldErrorCodes.includes(params?.code as never);
      return isOwn || format === 'regex' ? [`${name}: ${check} ${format ?? ''}`] : [];
    }),
  );
  expect(silent).toEqual([]);
});

/** What the answer says of a value, as the client gets it. */
const errorsFor = (
  { part, schema }: RequestSchema,
  value: unknown,
): (FieldError & { path: string; message: string })[] => {
  try {
    if (part === 'query') parseQuery(schema as never, value as never);
    else parseInput(schema, value, part === 'params' ? 'path' : 'body');
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.details?.['errors'] as never;
  }
};

const junk = oneof(
  constantFrom<unknown>(
    '',
    ' ',
    'é',
    '\u0000',
    'x'.repeat(3_000),
    '2026-13-45',
    '0001-01-01',
    'https://a:b@c.example',
    'whsec_x',
  ),
  constantFrom<unknown>(
    -1,
    0,
    0.5,
    1e12,
    Infinity,
    null,
    true,
    undefined,
    [],
    {},
    [1, 1],
    ['call.ended', 'call.ended'],
    {
      Host: 'x',
    },
  ),
  anything({ maxDepth: 2 }),
);

/** The example with one value, at any depth, replaced by each of some others. */
const spoilt = (value: unknown, by: unknown): unknown[] => {
  if (value === null || typeof value !== 'object') return [by];
  const entries = Object.entries(value);
  const inner = entries.flatMap(([key, one]) =>
    spoilt(one, by).map((other) =>
      Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other },
    ),
  );
  return [by, ...inner];
};

const asQuery = (names: readonly string[]) =>
  tuple(
    constantFrom('nonsense', ...names),
    oneof(constantFrom('', 'x', '-1', '1.5', '9999999', '2026-01-31', '0001-01-01', 'x'.repeat(3_000))),
  ).map(([name, value]) => ({ [name]: value }));

const isKnown = (error: FieldError): boolean => {
  const { fr, en } = fieldErrorWords;
  return [fr, en].every(({ fieldErrors }) => {
    const word: unknown = fieldErrors[error.code];
    const sentence: unknown = typeof word === 'function' ? word(error.params) : word;
    return typeof sentence === 'string' && !/undefined|\[object|\{/.test(sentence.replaceAll('{body}', ''));
  });
};

describe('whatever is wrong with a request has a code of its own, and words for it', () => {
  test.each(schemas)('$name', (one) => {
    const values =
      one.part === 'query'
        ? asQuery(Object.keys((one.schema as never as { shape: object }).shape)).map((query) => [query])
        : junk.map((value) => spoilt(one.example, value));
    assert(
      property(values, (all) => {
        for (const error of all.flatMap((value) => errorsFor(one, value))) {
          expect(error).toEqual({
            path: expect.stringMatching(/^(path|query|body)/),
            code: expect.toBeOneOf([...fieldErrorCodes]),
            params: expect.any(Object),
            message: fieldSentence(error),
          });
          expect(error.code, JSON.stringify(error)).not.toBe('field.invalid');
          expect(isKnown(error), JSON.stringify(error)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('a sentence has all that its code is about', () => {
  const { details } = invalidField('body.name', 'field.too_short', { minimum: 3 });
  const error = { path: 'body.name', code: 'field.too_short', params: { minimum: 3 } };
  expect(details?.['errors']).toEqual([{ ...error, message: 'Expected at least 3 characters' }]);
});
