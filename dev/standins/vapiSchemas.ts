import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

type Schema = Record<string, unknown>;

/** Vapi's own document (MIT), reduced to what we send. */
const path = new URL('../../test/fixtures/openapi/vapi.json', import.meta.url);

const isObject = (value: unknown): value is Schema =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * Where the document is not what Vapi does: patterns stand between slashes; lists and objects carry the values of their items;
 * a string and a choice of strings exclude each other. And it does not say that Vapi refuses properties that it does not know.
 */
const mended = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(mended);
  if (!isObject(value)) return value;
  const schema: Schema = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mended(inner)]));
  const { pattern, oneOf, type, properties, additionalProperties, ...rest } = schema;
  const choices = schema['enum'];
  const isText = Array.isArray(choices) && choices.every((choice) => typeof choice === 'string');
  const isStrict = isObject(properties) && additionalProperties === undefined && schema['allOf'] === undefined;
  if (type === 'array') delete rest['enum'];
  return {
    ...rest,
    ...(type !== undefined && { type: type === 'object' && isText ? 'string' : type }),
    ...(typeof pattern === 'string' && { pattern: pattern.replace(/^\/(.*)\/[a-z]*$/, '$1') }),
    ...(oneOf !== undefined && { anyOf: oneOf }),
    ...(properties !== undefined && { properties }),
    ...(isStrict ? { additionalProperties: false } : additionalProperties !== undefined && { additionalProperties }),
  };
};

const validators = new Map<string, ValidateFunction>();
let ajv: Ajv | undefined;

const load = (): Ajv => {
  const made = new Ajv({ strict: false, allErrors: true });
  addFormats.default(made);
  made.addSchema(mended(JSON.parse(readFileSync(path, 'utf8'))) as Schema, 'vapi');
  return made;
};

/** What Vapi would say against a body; undefined where it would take it. @param name of a schema in its document. */
export const vapiProblem = (name: string, body: unknown): string | undefined => {
  ajv ??= load();
  const validate = validators.get(name) ?? ajv.compile({ $ref: `vapi#/components/schemas/${name}` });
  validators.set(name, validate);
  return validate(body) ? undefined : ajv.errorsText(validate.errors, { dataVar: 'body' });
};
