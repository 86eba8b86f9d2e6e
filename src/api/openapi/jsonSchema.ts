import { z } from 'zod';

export type JsonObject = { [key: string]: unknown };

const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** zod's patterns for these repeat what the format says, at length. */
const selfExplaining = new Set(['date-time', 'date', 'uuid', 'email', 'uri']);

/** zod's names for what a pattern says already; JSON Schema knows no such formats. */
const zodOnly = new Set(['regex', 'includes', 'starts_with', 'ends_with', 'lowercase', 'uppercase']);

/** Takes out what is true of every schema and tells a reader nothing. */
const tidy = ({ jsonSchema }: { jsonSchema: JsonObject }): void => {
  if (selfExplaining.has(String(jsonSchema['format']))) delete jsonSchema['pattern'];
  if (zodOnly.has(String(jsonSchema['format']))) delete jsonSchema['format'];
  if (jsonSchema['minimum'] === Number.MIN_SAFE_INTEGER) delete jsonSchema['minimum'];
  if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER) delete jsonSchema['maximum'];
};

const definitions = '#/$defs/';
const components = '#/components/schemas/';

const withComponentRefs = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withComponentRefs);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? inner.replace(definitions, components) : withComponentRefs(inner),
    ]),
  );
};

const objectAt = (value: unknown, key: string): JsonObject => {
  const inner = isObject(value) ? value[key] : undefined;
  return isObject(inner) ? inner : {};
};

/** Turns zod schemas into JSON Schema; those with an id are collected in `schemas` and referred to. */
export const jsonSchemas = () => {
  const schemas: JsonObject = {};

  const define = (name: string, definition: unknown): void => {
    const known = schemas[name];
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(definition)) {
      throw new Error(`two different schemas are called ${name}`);
    }
    schemas[name] = definition;
  };

  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonObject => {
    const {
      $schema: _dialect,
      $defs = {},
      ...root
    } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: tidy });
    for (const [name, definition] of Object.entries($defs)) define(name, withComponentRefs(definition));
    return withComponentRefs(root) as JsonObject;
  };

  /** Each property of an object schema is a parameter. */
  const parametersOf = (schema: z.ZodType | undefined, part: 'path' | 'query'): JsonObject[] => {
    if (!schema) return [];
    const json = schemaOf(schema, 'input');
    const required = Array.isArray(json['required']) ? json['required'] : [];
    return Object.entries(objectAt(json, 'properties')).map(([name, property]) => {
      const { description, ...rest } = isObject(property) ? property : {};
      return {
        name,
        in: part,
        required: part === 'path' || required.includes(name),
        ...(description !== undefined && { description }),
        schema: rest,
      };
    });
  };

  return { schemaOf, parametersOf, schemas };
};
