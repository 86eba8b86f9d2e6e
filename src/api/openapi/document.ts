import type { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiMediaTypeObject,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import { AppError, errorStatus, errorTitle, type ErrorCode } from '../../errors.ts';
import { hasEtag } from '../http/etag.ts';
import { invalidField } from '../http/input.ts';
import { tidy } from './jsonSchema.ts';
import { describeEvents } from './events.ts';
import { headerParameters, headerParametersOf, takesIdempotencyKey } from './headers.ts';
import { info, securitySchemes, tagDescriptions } from './preface.ts';
import { Problem, toProblem } from '../http/problem.ts';
import type { Access } from '../access/identity.ts';
import type { AnyRoute } from '../routing/route.ts';

type Operation = ZodOpenApiOperationObject;
type Response = ZodOpenApiResponseObject;
type MediaType = ZodOpenApiMediaTypeObject;

/** Koa's `/calls/:id` is OpenAPI's `/calls/{id}`. */
const pathOf = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

const needs = (access: Access): string => {
  if (access === 'public') return 'Needs no token.';
  if (access === 'operator') return "Needs the operator's key.";
  if (access === 'signed-in') return 'Needs a valid token, whatever it permits.';
  return `Needs the permission \`${access}\`.`;
};

const securityOf = (access: Access): Record<string, string[]>[] => {
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

const exampleOf = (code: ErrorCode): { value: unknown } => {
  const error = code === 'request.invalid' ? invalidField('query.limit', 'field.not_whole') : new AppError(code);
  return { value: toProblem(error, '5f0c1d2e') };
};

const retryAfter = {
  description: 'Seconds to wait before trying again',
  schema: { type: 'integer', minimum: 0 },
} as const;
const isPassing = (code: ErrorCode): boolean => [429, 503].includes(errorStatus(code));

const problemResponse = (codes: readonly ErrorCode[]): Response => ({
  description: codes.map((code) => `\`${code}\`: ${errorTitle(code)}`).join('\n\n'),
  ...(codes.every(isPassing) && { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } }),
  content: {
    'application/problem+json': {
      schema: Problem,
      examples: Object.fromEntries(codes.map((code) => [code, exampleOf(code)])),
    },
  },
});

const notModified: [string, Response] = ['304', { description: 'Unchanged since the `ETag` in `If-None-Match`' }];

/** The OpenAPI 3.1 document of the routes. The same routes give the same bytes. */
export const buildOpenApi = (routes: readonly AnyRoute[]): ReturnType<typeof createDocument> => {
  const responses: Record<string, Response> = {};

  /** Routes that can fail in the same ways share a description. */
  const problems = (codes: ErrorCode[]): [string, Response][] =>
    [...Map.groupBy(codes, errorStatus)].map(([status, same]) => {
      const name = same.join('-');
      responses[name] ??= problemResponse(same);
      return [String(status), { $ref: `#/components/responses/${name}` }];
    });

  /** The contract's example, or the first of the schema's own. */
  const mediaType = (schema: z.ZodType, given?: unknown): MediaType => {
    const example = given ?? schema.meta()?.examples?.[0];
    return { schema, ...(example !== undefined && { example }) };
  };

  const content = (byType: Record<string, z.ZodType>): Record<string, MediaType> =>
    Object.fromEntries(Object.entries(byType).map(([type, schema]) => [type, mediaType(schema)]));

  const requestBody = ({ kind, contract }: AnyRoute): Pick<Operation, 'requestBody'> => {
    if (kind === 'raw') {
      const body = contract.requestBody;
      return body ? { requestBody: { required: true, ...body, content: content(body.content) } } : {};
    }
    if (!contract.body) return {};
    const json = mediaType(contract.body, contract.examples?.body);
    return { requestBody: { required: true, content: { 'application/json': json } } };
  };

  const answers = ({ kind, contract }: AnyRoute): [string, Response][] => {
    if (kind === 'raw') {
      return Object.entries(contract.responses).map(([status, answer]) => [
        status,
        { description: answer.description, ...(answer.content && { content: content(answer.content) }) },
      ]);
    }
    const { status = 200, response, contentType = 'application/json' } = contract;
    const { examples, summary, otherStatuses = {} } = contract;
    const answer = (text: string, example?: unknown): Response => ({
      description: text,
      content: { [contentType]: mediaType(response, example) },
    });
    return [
      [String(status), status === 204 ? { description: summary } : answer(summary, examples?.response)],
      ...(hasEtag(contract) ? [notModified] : []),
      ...Object.entries(otherStatuses).map(([other, text]): [string, Response] => [other, answer(text)]),
    ];
  };

  const operation = (route: AnyRoute): Operation => {
    const { operationId, summary, description, tags, permission, params, query } = route.contract;
    const headers = headerParametersOf(route.contract);
    const withheld = Object.entries(route.kind === 'json' ? (route.contract.fieldPermissions ?? {}) : {}).map(
      ([field, needed]) => `\`${field}\` is empty without the permission \`${needed}\`.`,
    );
    return {
      operationId,
      summary,
      description: [description, needs(permission), ...withheld].filter(Boolean).join('\n\n'),
      tags: [...tags],
      security: securityOf(permission),
      ...((params ?? query) && {
        requestParams: { ...(params && { path: params as z.ZodObject }), ...(query && { query }) },
      }),
      ...(headers.length > 0 && { parameters: headers }),
      ...requestBody(route),
      responses: Object.fromEntries([...answers(route), ...problems(errorsOf(route))]),
    };
  };

  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    const path = (paths[pathOf(route.contract.path)] ??= {});
    path[route.contract.method] = operation(route);
  }
  const tags = [...new Set(routes.flatMap((route) => route.contract.tags))].toSorted((one, other) =>
    one.localeCompare(other),
  );
  const document: ZodOpenApiObject = {
    openapi: '3.1.0',
    info,
    servers: [{ url: '/' }],
    tags: tags.map((name) => ({ name, description: tagDescriptions[name] ?? '' })),
    paths,
    webhooks: describeEvents(),
    components: {
      securitySchemes,
      parameters: headerParameters,
      headers: { RetryAfter: retryAfter },
      responses,
    },
  };
  return createDocument(document, { override: tidy });
};
