import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generatedFiles, openApiText } from '../../dev/writeOpenApi.ts';
import { startTestApi, type TestApi } from '../support/http.ts';
import { operations, type MediaType } from '../support/openapi.ts';
import { mismatch } from '../support/openapiAnswers.ts';

let api: TestApi;
beforeAll(async () => void (api = await startTestApi()));
afterAll(() => api.stop());

const document = JSON.parse(openApiText());

test.each(['openapi.json', 'client/schema.d.ts'])(
  '%s is what the routes say; `npm run openapi` writes it',
  async (path) => {
    const text = await readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
    expect(text === (await generatedFiles())[path]).toBe(true);
  },
);

test('the API serves the same document', async () => {
  expect((await api.request('/openapi.json')).body).toEqual(document);
});

test('every reference leads somewhere', () => {
  const refs = [...openApiText().matchAll(/"\$ref": "#\/components\/(\w+)\/([^"]+)"/g)];
  expect(refs.length).toBeGreaterThan(50);
  for (const [, part = '', name = ''] of refs) expect(document.components[part], name).toHaveProperty([name]);
});

test("the seed's paths are all there", () => {
  const paths = [
    'post /auth/login',
    'get /dashboard/calls',
    'get /dashboard/calls/{id}',
    'get /dashboard/calls/metrics',
    'get /dashboard/metrics',
    'get /dashboard/metrics/aggregated',
    'get /dashboard/webhooks/deliveries',
    'get /dashboard/tenant/config',
    'put /dashboard/tenant/config/twilio',
    'put /dashboard/tenant/config/signalwire',
    'put /dashboard/tenant/config/vapi',
    'put /dashboard/tenant/config/n8n',
    'get /health',
    'get /health/detailed',
    'get /health/ready',
    'get /health/live',
    'post /webhooks/twilio/{tenantSlug}',
    'post /webhooks/signalwire/{tenantSlug}',
    'post /webhooks/vapi/{tenantSlug}',
    'post /webhooks/twilio',
  ];
  for (const path of paths) {
    const [method = '', url = ''] = path.split(' ');
    expect(document.paths[url]?.[method], path).toMatchObject({
      summary: expect.any(String),
      operationId: expect.any(String),
    });
  }
});

test('operation ids are unique and good names for methods', () => {
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+([A-Z][a-z0-9]*)*$/.test(id) || id.length > 40)).toEqual([]);
});

test('routes that can answer that a resource has changed take If-Match', () => {
  const taking = operations.filter(({ parameters }) => parameters.some(({ name }) => name === 'If-Match'));
  expect(taking.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
    'PATCH /dashboard/contacts/{id}',
    'PATCH /dashboard/webhooks/endpoints/{id}',
    ...['n8n', 'signalwire', 'twilio', 'vapi'].map((kind) => `PUT /dashboard/tenant/config/${kind}`),
  ]);
});

const examplesOf = ({ example, examples = {} }: MediaType): unknown[] => [
  ...(example === undefined ? [] : [example]),
  ...Object.values(examples).map(({ value }) => value),
];

const unfit = (media: MediaType): string[] =>
  examplesOf(media).flatMap((example) => mismatch(media.schema, example) ?? []);

describe.each(operations)('$method $path', ({ requestBody, responses }) => {
  const failures = Object.entries(responses).filter(([status]) => /^[45]/.test(status));

  test('shows what to send and what comes back, as its schemas have it', () => {
    const success = Object.entries(responses).filter(([status]) => status.startsWith('2'));
    const shown = [['the request', requestBody] as const, ...success].flatMap(([part, it]) =>
      Object.entries(it?.content ?? {}).map(([type, media]) => [`${part} as ${type}`, media] as const),
    );
    expect(shown.flatMap(([name, media]) => (examplesOf(media).length > 0 ? [] : name))).toEqual([]);
    expect(shown.flatMap(([, media]) => unfit(media))).toEqual([]);
  });

  test('fails with problems', () => {
    const problems = failures.flatMap(([status, { content = {} }]) =>
      // A readiness probe that fails says what is down.
      'application/json' in content ? [] : [[status, content['application/problem+json']] as const],
    );
    for (const [status, media] of problems) {
      if (!media) throw new Error(`${status} is not problem JSON`);
      expect(examplesOf(media).map((example) => Object(example).status)).toContain(Number(status));
      expect(unfit(media)).toEqual([]);
    }
  });
});

test('browsers load the client with all that it imports', async () => {
  const { body, headers } = await api.request('/assets/client.js');
  expect(headers.get('content-type')).toContain('text/javascript');
  const imports = [...String(body).matchAll(/from '([^']+)'/g)].map(([, specifier = '']) => specifier);
  expect(imports).toEqual(['./openapi-fetch.js']);
  const library = await api.request('/assets/openapi-fetch.js');
  expect(library.headers.get('content-type')).toContain('text/javascript');
  expect(library.body).not.toMatch(/^import /m);
});

test('no page needs another host', async () => {
  for (const path of ['/', '/api-docs']) {
    const { status, body, headers } = await api.request(path);
    expect([path, status]).toEqual([path, 200]);
    expect(headers.get('content-type')).toContain('text/html');
    const links = [...String(body).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links.filter((it) => it.startsWith('/assets/')))
      expect([link, (await api.request(link)).status]).toEqual([link, 200]);
    expect(links.filter((link) => /^(https?:)?\/\//.test(link))).toEqual([]);
  }
});
