import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApiText } from '../../src/api/writeOpenApi.ts';
import { startTestApi, type TestApi } from '../support/http.ts';

let api: TestApi;
beforeAll(async () => void (api = await startTestApi()));
afterAll(() => api.stop());

const document = JSON.parse(openApiText());

test('openapi.json is what the routes say; `npm run openapi` writes it', async () => {
  expect(await readFile(new URL('../../openapi.json', import.meta.url), 'utf8')).toBe(openApiText());
});

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

test('operation ids are unique', () => {
  const ids = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
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
