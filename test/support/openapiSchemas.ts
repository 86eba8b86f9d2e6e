import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { resolved, type Schema } from './openapi.ts';

const asNumber = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const asSchema = (value: unknown): Schema => (value !== null && typeof value === 'object' ? (value as Schema) : {});
const asSchemas = (value: unknown): Schema[] => (Array.isArray(value) ? value.map(asSchema) : []);

const moments = fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') });

const formats: Record<string, Arbitrary<string>> = {
  'date-time': moments.map((moment) => moment.toISOString()),
  date: moments.map((moment) => moment.toISOString().slice(0, 10)),
  uuid: fc.uuid(),
  uri: fc.webUrl(),
  email: fc.emailAddress(),
};

/** Some patterns are beyond the generator. */
const matching = (pattern: string): Arbitrary<string> => {
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    return fc.string();
  }
};

const stringOf = (schema: Schema): Arbitrary<string> => {
  const { format, pattern } = schema;
  if (typeof pattern === 'string') return matching(pattern);
  const known = typeof format === 'string' ? formats[format] : undefined;
  if (known) return known;
  const minLength = asNumber(schema['minLength']) ?? 0;
  return fc.string({ unit: 'grapheme', minLength, maxLength: asNumber(schema['maxLength']) ?? minLength + 40 });
};

const numberOf = (schema: Schema): Arbitrary<number> => {
  const min = asNumber(schema['minimum']) ?? asNumber(schema['exclusiveMinimum']) ?? -1e6;
  const max = asNumber(schema['maximum']) ?? 1e6;
  return schema['type'] === 'integer' ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
};

const objectOf = (schema: Schema): Arbitrary<unknown> => {
  const properties = Object.entries(asSchema(schema['properties']));
  const required = Array.isArray(schema['required']) ? schema['required'].map(String) : [];
  const model = Object.fromEntries(properties.map(([name, property]) => [name, fitting(asSchema(property))]));
  const known = fc.record(model, { requiredKeys: required.filter((name) => name in model) });
  const extra = schema['additionalProperties'];
  if (extra === false || extra === undefined) return known;
  const names = schema['propertyNames'] ? fitting(asSchema(schema['propertyNames'])) : fc.string();
  const others = fc.dictionary(names.map(String), fitting(asSchema(extra)), { maxKeys: 5, noNullPrototype: true });
  return fc.tuple(others, known).map(([more, own]) => ({ ...more, ...own }));
};

/** Values that fit the JSON Schema, or nearly so: checks that it cannot express may still refuse them. */
export const fitting = (given: Schema): Arbitrary<unknown> => {
  const { examples, ...schema } = resolved(given);
  const made = madeFor(schema);
  return Array.isArray(examples) ? fc.oneof(fc.constantFrom<unknown>(...examples), made) : made;
};

const madeFor = (schema: Schema): Arbitrary<unknown> => {
  const choices = asSchemas(schema['anyOf'] ?? schema['oneOf']);
  if (choices.length > 0) return fc.oneof(...choices.map(fitting));
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom<unknown>(...schema['enum']);
  switch (schema['type']) {
    case 'string':
      return stringOf(schema);
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(fitting(asSchema(schema['items'])), { maxLength: asNumber(schema['maxItems']) ?? 4 });
    case 'object':
      return objectOf(schema);
    default:
      return fc.jsonValue({ maxDepth: 3 });
  }
};

const oddTexts = [
  '',
  ' ',
  '\0',
  'a\u0000b',
  '\ud800',
  'a\udfff\ud800b',
  '\ufeff\u202e\u0300',
  '🙂'.repeat(200),
  'x'.repeat(5_000),
  '%00%',
  "' or 1=1 --",
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
  '-1',
  '1e400',
  '9'.repeat(40),
  '0x10',
  '2026-02-30',
  '+275760-09-13T00:00:00.001Z',
  '-000001-01-01T00:00:00Z',
  '0000-01-01',
  '9999-12-31',
  '9999-12-31T23:59:59-11:00',
  'a@b',
  ',,,',
  '{{7*7}}\r\nx: y',
];

export const oddText: Arbitrary<string> = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
);

/** What no schema of ours asks for. */
export const odd: Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 2 ** 31, 2 ** 53, -1e308, 1e308, [], {}, [[]], [null], {
    a: { b: [] },
  }),
  fc.jsonValue({ maxDepth: 4 }),
);
