import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { MediaType, Operation, Parameter, Schema } from './openapi.ts';
import { odd, oddHeaders, oddText } from './openapiOddities.ts';
import { fitting } from './openapiSchemas.ts';

/** A request without its credentials. */
export interface Request {
  /** Of the path, by name. A number means one of the ids that the API has shown. */
  params: Record<string, string | number>;
  query: [name: string, value: string][];
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

/** As they are written in a URL: a lone surrogate, which `encodeURIComponent` refuses, as its three bytes. */
const encoded = (text: string): string =>
  text.replaceAll(/[\s\S]/gu, (character) =>
    character.isWellFormed()
      ? encodeURIComponent(character)
      : `%ED%${(0x80 | ((character.charCodeAt(0) >> 6) & 0x3f)).toString(16)}%${(0x80 | (character.charCodeAt(0) & 0x3f)).toString(16)}`,
  );

/** An empty segment is another path, and so are dots, which every client resolves. */
const segment = (text: string): string => (/^(\.{0,2})$/.test(text) ? 'x' : encoded(text));

/** @param idOf the id that a number means. */
export const urlOf = ({ path }: Operation, { params, query }: Request, idOf: (index: number) => string): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    return segment(typeof value === 'number' ? idOf(value) : value);
  });
  const search = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  return search === '' ? filled : `${filled}?${search}`;
};

const inPart = (operation: Operation, part: Parameter['in']) => operation.parameters.filter((it) => it.in === part);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** All that are required, and few of the others: together they would hardly ever be accepted. */
const valuesOf = (parameters: Parameter[]): Arbitrary<Record<string, string>> => {
  const required = parameters.filter((it) => it.required);
  return fc
    .subarray(parameters, { maxLength: Math.min(2, parameters.length) })
    .chain((chosen) =>
      fc.record(
        Object.fromEntries([...required, ...chosen].map(({ name, schema }) => [name, fitting(schema).map(textOf)])),
      ),
    );
};

const fittingParams = (operation: Operation): Arbitrary<Request['params']> =>
  fc.record(
    Object.fromEntries(
      inPart(operation, 'path').map(({ name, schema }) => [
        name,
        fc.oneof({ weight: 3, arbitrary: fc.nat(1_000) }, { weight: 1, arbitrary: fitting(schema).map(textOf) }),
      ]),
    ),
  );

const bodyOf = ({ requestBody }: Operation): [type: string, media: MediaType] | undefined =>
  Object.entries(requestBody?.content ?? {})[0];

const asForm = (value: object): string =>
  new URLSearchParams(Object.entries(value).map(([name, inner]): [string, string] => [name, textOf(inner)])).toString();

const asBody = (type: string, value: unknown): string =>
  type.endsWith('json') ? JSON.stringify(value) : asForm(Object(value));

/** What the document says can be sent. */
export const fittingRequest = (operation: Operation): Arbitrary<Request> => {
  const [type, media] = bodyOf(operation) ?? [];
  const body =
    media && type && fc.oneof(fc.constant(media.example), fitting(media.schema)).map((it) => asBody(type, it));
  return fc
    .record({
      params: fittingParams(operation),
      query: valuesOf(inPart(operation, 'query')).map((values) => Object.entries(values)),
      headers: valuesOf(inPart(operation, 'header')),
      ...(body && { body }),
    })
    .map((request) => ({ ...request, headers: { ...request.headers, ...(type && { 'content-type': type }) } }));
};

/** The value with one of its fields, at any depth, changed to something else, taken away, or joined by another. */
const spoilt = (value: unknown): Arbitrary<unknown> => {
  if (value === null || typeof value !== 'object') return odd;
  const keys = Object.keys(value);
  const at = (key: string, inner: unknown) =>
    Array.isArray(value) ? value.with(Number(key), inner) : { ...value, [key]: inner };
  const added = fc
    .tuple(fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'id', 'tenantId'), oddText), odd)
    .map(([name, inner]) => Object.fromEntries([...Object.entries(value), [name, inner]]));
  if (keys.length === 0) return fc.oneof(odd, added);
  const changed = fc
    .constantFrom(...keys)
    .chain((key) => fc.oneof(odd, spoilt(Reflect.get(value, key))).map((inner) => at(key, inner)));
  const missing = fc
    .constantFrom(...keys)
    .map((key) => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)));
  return fc.oneof({ weight: 4, arbitrary: changed }, missing, added, odd);
};

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => new Uint8Array(array));

const brokenBody = (schema: Schema, example: unknown): Arbitrary<string | Uint8Array<ArrayBuffer>> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .oneof(fc.constant(example), fitting(schema))
        .chain(spoilt)
        .map((value) => JSON.stringify(value)),
    },
    fitting(schema).map((value) => JSON.stringify(value).slice(0, -1)),
    fc.constantFrom(
      '',
      'null',
      '[]',
      '"',
      '{"a":1,"a":2}',
      '{"__proto__":{"role":"owner"}}',
      nested(40),
      nested(9_000),
    ),
    fc.nat(70_000).map((length) => JSON.stringify({ padding: 'x'.repeat(length) })),
    bytes,
  );

/** As the document says, but for one or several of its parts. */
export const brokenRequest = (operation: Operation): Arbitrary<Request> => {
  const [, media] = bodyOf(operation) ?? [];
  const takesBody = ['POST', 'PUT', 'PATCH', 'DELETE'].includes(operation.method);
  const names = inPart(operation, 'query').map(({ name }) => name);
  const oddQuery = fc.array(
    fc.tuple(fc.oneof(fc.constantFrom('page', '__proto__', 'a[b]', ...names), oddText), oddText),
    { maxLength: 4 },
  );
  const oddParams = fc.dictionary(
    fc.constantFrom('none', ...inPart(operation, 'path').map(({ name }) => name)),
    oddText,
  );
  const nothing = fc.constant({});
  return fc
    .record({
      request: fittingRequest(operation),
      params: fc.oneof({ weight: 3, arbitrary: nothing }, oddParams),
      query: fc.oneof(fc.constant([]), oddQuery),
      headers: fc.oneof({ weight: 2, arbitrary: nothing }, oddHeaders),
      body: takesBody
        ? fc.option(brokenBody(media?.schema ?? {}, media?.example), { nil: undefined })
        : fc.constant(undefined),
    })
    .map(({ request, params, query, headers, body }) => ({
      ...request,
      params: { ...request.params, ...params },
      query: [...request.query, ...query],
      headers: { ...request.headers, ...headers },
      ...(body !== undefined && { body }),
    }));
};
