import type { z } from 'zod';
import { errorStatus, errorTitle, type ErrorCode } from '../errors.ts';
import { jsonSchemas, type JsonObject } from './jsonSchema.ts';
import { Problem } from './problem.ts';
import type { AnyRoute } from './route.ts';
import { version } from './version.ts';

const description = `Each call is one durable workflow. Sign in with \`POST /auth/login\`, then send the token as
\`Authorization: Bearer …\`. Failures are problem JSON (RFC 9457): switch on \`code\`. Each answer carries
\`X-Request-Id\`.`;

/** Koa's `/calls/:id` is OpenAPI's `/calls/{id}`. */
const pathOf = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

const operationId = ({ contract: { method, path } }: AnyRoute): string =>
  method +
  path
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join('');

/** What follows from the contract, and what it lists. */
const errorsOf = ({ kind, contract }: AnyRoute): ErrorCode[] => {
  const { permission, params, query, errors = [] } = contract;
  const hasBody = kind === 'json' && contract.body !== undefined;
  const guards: [boolean, ErrorCode[]][] = [
    [permission !== 'public', ['auth.required', 'service.unavailable']],
    [permission !== 'public' && permission !== 'signed-in', ['auth.forbidden']],
    [kind === 'json' && (hasBody || Boolean(params ?? query)), ['request.invalid']],
    [hasBody, ['request.malformed', 'request.timeout', 'request.too_large', 'request.unsupported_media_type']],
  ];
  return [...new Set([...guards.flatMap(([holds, codes]) => (holds ? codes : [])), ...errors, 'internal' as const])];
};

const problemResponse = (codes: readonly ErrorCode[], schema: JsonObject): JsonObject => {
  const examples = codes.map((code) => {
    const type = `urn:ai-receptionist:problem:${code}`;
    return [code, { value: { type, title: errorTitle(code), status: errorStatus(code), code, requestId: '5f0c1d2e' } }];
  });
  return {
    description: codes.map((code) => `\`${code}\`: ${errorTitle(code)}`).join('\n\n'),
    content: { 'application/problem+json': { schema, examples: Object.fromEntries(examples) } },
  };
};

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

  const content = (byType: Record<string, z.ZodType>, io: 'input' | 'output'): JsonObject =>
    Object.fromEntries(Object.entries(byType).map(([type, schema]) => [type, { schema: schemaOf(schema, io) }]));

  const requestBody = ({ kind, contract }: AnyRoute): JsonObject => {
    if (kind === 'raw') {
      const body = contract.requestBody;
      return body ? { requestBody: { required: true, ...body, content: content(body.content, 'input') } } : {};
    }
    if (!contract.body) return {};
    const example = contract.examples?.body;
    const json = { schema: schemaOf(contract.body, 'input'), ...(example !== undefined && { example }) };
    return { requestBody: { required: true, content: { 'application/json': json } } };
  };

  const answers = ({ kind, contract }: AnyRoute): [string, JsonObject][] => {
    if (kind === 'raw') {
      return Object.entries(contract.responses).map(([status, answer]) => [
        status,
        { description: answer.description, ...(answer.content && { content: content(answer.content, 'output') }) },
      ]);
    }
    const schema = schemaOf(contract.response, 'output');
    const example = contract.examples?.response;
    const success = { schema, ...(example !== undefined && { example }) };
    return [
      [String(contract.status ?? 200), { description: contract.summary, content: { 'application/json': success } }],
      ...Object.entries(contract.otherStatuses ?? {}).map(([status, text]): [string, JsonObject] => [
        status,
        { description: text, content: { 'application/json': { schema } } },
      ]),
    ];
  };

  const operation = (route: AnyRoute): JsonObject => {
    const { summary, description: text, tags, permission, params, query } = route.contract;
    const isPublic = permission === 'public';
    const needs = isPublic || permission === 'signed-in' ? undefined : `Needs the permission \`${permission}\`.`;
    const parameters = [...parametersOf(params, 'path'), ...parametersOf(query, 'query')];
    return {
      operationId: operationId(route),
      summary,
      ...((text ?? needs) && { description: [text, needs].filter(Boolean).join('\n\n') }),
      tags,
      security: isPublic ? [] : [{ bearer: [] }],
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
  return {
    openapi: '3.1.0',
    info: { title: 'AI Receptionist', version, description },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.flatMap(({ contract }) => contract.tags))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      responses,
      schemas,
    },
  };
};
