import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startVapi, type VapiStandin } from '../../dev/standins/vapiApi.ts';
import { startTestApi, type TestApi } from '../support/http.ts';
import { operations } from '../support/openapi.ts';
import { startPrism } from '../support/openapiProxy.ts';
import { brokenRequest, fittingRequest, type Request } from '../support/openapiRequests.ts';
import { isSignedOut, isStream, openWorld, unlimited, type World } from '../support/openapiWorld.ts';

/** Of the example of its settings: what is written to the assistant's vendor goes there. */
const exampleKey = '00000000-0000-4000-8000-00000000d3b0';

let vapi: VapiStandin;
let api: TestApi;
let prism: Awaited<ReturnType<typeof startPrism>>;
let world: World;
beforeAll(async () => {
  vapi = await startVapi({ port: 0, apiKeys: [exampleKey], log: () => {} });
  api = await startTestApi({ ...unlimited, VAPI_API_URL: vapi.url });
  [prism, world] = await Promise.all([startPrism(api.api.url), openWorld(api)]);
});
afterAll(async () => {
  await prism.stop();
  await api.stop();
  await vapi.stop();
});

/** Prism reads JSON and writes it again: what is none, or comes out differently, it cannot pass on. */
const passesUnchanged = ({ body, headers }: Request): boolean => {
  if (body === undefined || headers['content-type'] === 'application/x-www-form-urlencoded') return true;
  if (typeof body !== 'string' || headers['content-type'] !== 'application/json') return false;
  try {
    const value: unknown = JSON.parse(body);
    return Boolean(value) && JSON.stringify(value) === body;
  } catch {
    return false;
  }
};

const sampleOf = (requests: fc.Arbitrary<Request>): Request[] =>
  fc.sample(requests.filter(passesUnchanged), { numRuns: 4, seed: 2026 });

test('requests go through Prism', async () => {
  const answer = await fetch(`${prism.url}/nowhere`);
  expect(await answer.json()).toMatchObject({ type: expect.stringContaining('NO_PATH_MATCHED') });
});

/** Prism waits for an answer's end before it passes it on. */
const finite = operations.filter((operation) => !isStream(operation));

test.each(finite)('Prism finds nothing in what $method $path answers', async (operation) => {
  for (const request of [...sampleOf(fittingRequest(operation)), ...sampleOf(brokenRequest(operation))]) {
    const { status, headers, text } = await world.send(operation, request, 'entitled', prism.url);
    expect(status, `${text} to ${JSON.stringify(request)}`).toBeLessThan(500);
    expect(headers.get('sl-violations') ?? '').not.toContain('"response"');
    // Some requests end the session that they are made with.
    if (isSignedOut(text)) await world.signInAgain();
  }
});
