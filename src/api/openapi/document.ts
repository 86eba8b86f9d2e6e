import type { z } from 'zod';
import { AppError, errorStatus, errorTitle, type ErrorCode } from '../../errors.ts';
import { hasEtag } from '../http/etag.ts';
import { invalidInput } from '../http/input.ts';
import { jsonSchemas, type JsonObject } from './jsonSchema.ts';
import { describeEvents } from './events.ts';
import { headerParameters, headerParametersOf, takesIdempotencyKey } from './headers.ts';
import { info, securitySchemes, tagDescriptions } from './preface.ts';
import { Problem, toProblem } from '../http/problem.ts';
import type { Access } from '../access/identity.ts';
import type { AnyRoute } from '../routing/route.ts';

/** Koa's `/calls/:id` is OpenAPI's `/calls/{id}`. */
const pathOf = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

const needs = (access: Access): string => {
  if (access === 'public') return 'Needs no token.';
  if (access === 'operator') return "Needs the operator's key.";
  if (access === 'signed-in') return 'Needs a valid token, whatever it permits.';
  return `Needs the permission \`${access}\`.`;
};

const securityOf = (access: Access): JsonObject[] => {
  if (access === 'public') return [];
  return access === 'operator' ? [{ operatorKey: [] }] : [{ bearer: [] }];
};

/** Whatever is asked for. */
const anywhere: readonly ErrorCode[] = [
  'request.invalid',
  'request.malformed',
  'request.uri_too_long',
  'request.headers_too_large',
  'internal',
];

/** What may happen anywhere, what follows from the contract, and what it lists. */
const errorsOf = ({ kind, contract }: AnyRoute): ErrorCode[] => {
  const { permission, errors = [] } = contract;
  const hasBody = kind === 'json' && contract.body !== undefined;
  const isRepeatable = takesIdempotencyKey(contract);
  const guards: [boolean, ErrorCode[]][] = [
    [permission !== 'public', ['auth.required', 'service.unavailable']],
    [permission !== 'public' && permission !== 'operator' && permission !== 'signed-in', ['auth.forbidden']],
    [kind === 'json' && !contract.tags.includes('Health'), ['rate.limited']],
    [isRepeatable, ['idempotency.in_progress', 'idempotency.key_reused']],
    [hasBody, ['request.timeout', 'request.too_large', 'request.unsupported_media_type']],
  ];
  return [...new Set([...anywhere, ...guards.flatMap(([holds, codes]) => (holds ? codes : [])), ...errors])];
};

const exampleOf = (code: ErrorCode): JsonObject => {
  const wrong = [{ path: 'query.limit', message: 'Expected a whole number' }];
  const error = code === 'request.invalid' ? invalidInput(wrong) : new AppError(code);
  return { value: toProblem(error, '5f0c1d2e') };
};

const retryAfter = { description: 'Seconds to wait before trying again', schema: { type: 'integer', minimum: 0 } };
const isPassing = (code: ErrorCode): boolean => [429, 503].includes(errorStatus(code));

const problemResponse = (codes: readonly ErrorCode[], schema: JsonObject): JsonObject => ({
  description: codes.map((code) => `\`${code}\`: ${errorTitle(code)}`).join('\n\n'),
  ...(codes.every(isPassing) && { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } }),
  content: {
    'application/problem+json': { schema, examples: Object.fromEntries(codes.map((code) => [code, exampleOf(code)])) },
  },
});

const notModified: [string, JsonObject] = [
  '304',
  { description: 'Still what the `ETag` in `If-None-Match` stands for' },
];

/** The OpenAPI 3.1 document of the routes. The same routes give the same bytes. */
export const buildOpenApi = (routes: readonly AnyRoute[]): JsonObject => {
  const { schemaOf, parametersOf, schemas } = jsonSchemas();
  const problem = schemaOf(Problem, 'output');
  const responses: JsonObject = {};

  /** Routes that can fail in the same ways share a description. */
  const problems = (codes: ErrorCode[]): [string, JsonObject][] =>
    [...Map.groupBy(codes, errorStatus)].map(([status, same]) => {
      const name = same.join('-');
      responses[name] ??= problemResponse(same, problem);
      return [String(status), { $ref: `#/components/responses/${name}` }];
    });

  /** The contract's example, or the first of the schema's own. */
  const mediaType = (schema: z.ZodType, io: 'input' | 'output', given?: unknown): JsonObject => {
    const { examples, ...json } = schemaOf(schema, io);
    const example = given ?? (Array.isArray(examples) ? examples[0] : undefined);
    return { schema: json, ...(example !== undefined && { example }) };
  };

  const content = (byType: Record<string, z.ZodType>, io: 'input' | 'output'): JsonObject =>
    Object.fromEntries(Object.entries(byType).map(([type, schema]) => [type, mediaType(schema, io)]));

  const requestBody = ({ kind, contract }: AnyRoute): JsonObject => {
    if (kind === 'raw') {
      const body = contract.requestBody;
      return body ? { requestBody: { required: true, ...body, content: content(body.content, 'input') } } : {};
    }
    if (!contract.body) return {};
    const json = mediaType(contract.body, 'input', contract.examples?.body);
    return { requestBody: { required: true, content: { 'application/json': json } } };
  };

  const answers = ({ kind, contract }: AnyRoute): [string, JsonObject][] => {
    if (kind === 'raw') {
      return Object.entries(contract.responses).map(([status, answer]) => [
        status,
        { description: answer.description, ...(answer.content && { content: content(answer.content, 'output') }) },
      ]);
    }
    const { status = 200, response, contentType = 'application/json' } = contract;
    const { examples, summary, otherStatuses = {} } = contract;
    const answer = (text: string, example?: unknown): JsonObject => ({
      description: text,
      content: { [contentType]: mediaType(response, 'output', example) },
    });
    return [
      [String(status), status === 204 ? { description: summary } : answer(summary, examples?.response)],
      ...(hasEtag(contract) ? [notModified] : []),
      ...Object.entries(otherStatuses).map(([other, text]): [string, JsonObject] => [other, answer(text)]),
    ];
  };

  const operation = (route: AnyRoute): JsonObject => {
    const { operationId, summary, description, tags, permission, params, query } = route.contract;
    const parameters = [
      ...parametersOf(params, 'path'),
      ...parametersOf(query, 'query'),
      ...headerParametersOf(route.contract),
    ];
    const withheld = Object.entries(route.kind === 'json' ? (route.contract.fieldPermissions ?? {}) : {}).map(
      ([field, needed]) => `\`${field}\` is empty without the permission \`${needed}\`.`,
    );
    return {
      operationId,
      summary,
      description: [description, needs(permission), ...withheld].filter(Boolean).join('\n\n'),
      tags,
      security: securityOf(permission),
      ...(parameters.length > 0 && { parameters }),
      ...requestBody(route),
      responses: Object.fromEntries([...answers(route), ...problems(errorsOf(route))]),
    };
  };

  const paths: Record<string, JsonObject> = {};
  for (const route of routes) {
    const path = (paths[pathOf(route.contract.path)] ??= {});
    path[route.contract.method] = operation(route);
  }
  const tags = [...new Set(routes.flatMap((route) => route.contract.tags))].toSorted();
  return {
    openapi: '3.1.0',
    info,
    servers: [{ url: '/' }],
    tags: tags.map((name) => ({ name, description: tagDescriptions[name] })),
    paths,
    webhooks: describeEvents(schemaOf),
    components: {
      securitySchemes,
      parameters: headerParameters,
      headers: { RetryAfter: retryAfter },
      responses,
      schemas,
    },
  };
};
