import { z } from 'zod';
import { openApiText } from '../../dev/writeOpenApi.ts';

/** JSON Schema. */
export type Schema = Record<string, unknown>;

const Schema = z.record(z.string(), z.unknown());
const MediaType = z.object({
  schema: Schema,
  example: z.unknown().optional(),
  examples: z.record(z.string(), z.object({ value: z.unknown() })).optional(),
});
const Content = z.record(z.string(), MediaType);
const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().optional(),
  schema: Schema,
});
const Answer = z.object({ description: z.string(), content: Content.optional() });

const Components = z.object({
  schemas: z.record(z.string(), Schema),
  responses: z.record(z.string(), Answer),
  parameters: z.record(z.string(), Parameter),
});
const Reference = z.object({ $ref: z.string() });

const document: unknown = JSON.parse(openApiText());
export const { components } = z.object({ components: Components }).parse(document);

/** `#/components/responses/auth.required` */
const nameIn = (reference: string): string => reference.split('/').at(-1) ?? '';

const Operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z
    .array(z.union([Reference.transform(({ $ref }) => components.parameters[nameIn($ref)]).pipe(Parameter), Parameter]))
    .default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(
    z.string(),
    z.union([Reference.transform(({ $ref }) => components.responses[nameIn($ref)]).pipe(Answer), Answer]),
  ),
});

export type MediaType = z.infer<typeof MediaType>;
export type Parameter = z.infer<typeof Parameter>;
export interface Operation extends z.infer<typeof Operation> {
  method: string;
  /** With `{name}` for each parameter. */
  path: string;
}

const { paths } = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) }).parse(document);

/** All that the document says can be asked. */
export const operations: readonly Operation[] = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
);

/** The schema that a reference names. */
export const resolved = (schema: Schema): Schema => {
  const { $ref, ...rest } = schema;
  return typeof $ref === 'string' ? { ...components.schemas[nameIn($ref)], ...rest } : schema;
};
