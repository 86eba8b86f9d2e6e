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

const arrayOf = (schema: Schema): Arbitrary<unknown> => {
  const minLength = asNumber(schema['minItems']) ?? 0;
  const lengths = { minLength, maxLength: asNumber(schema['maxItems']) ?? minLength + 3 };
  const items = fitting(asSchema(schema['items']));
  return schema['uniqueItems'] === true ? fc.uniqueArray(items, lengths) : fc.array(items, lengths);
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
      return arrayOf(schema);
    case 'object':
      return objectOf(schema);
    default:
      return fc.jsonValue({ maxDepth: 3 });
  }
};
