import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startVapi, type VapiStandin } from '../../dev/standins/vapiApi.ts';
import { startTestApi, type TestApi } from '../support/http.ts';
import { operations } from '../support/openapi.ts';
import { violation } from '../support/openapiAnswers.ts';
import { brokenRequest, fittingRequest } from '../support/openapiRequests.ts';
import {
  isGuarded,
  isSignedOut,
  isWebhook,
  openWorld,
  unlimited,
  type Caller,
  type World,
} from '../support/openapiWorld.ts';

/** `FUZZ_RUNS` requests for each operation, however long they take; `FUZZ_SEED` repeats what a failure reports. */
const { FUZZ_RUNS, FUZZ_SEED } = process.env;
const options = {
  numRuns: Number(FUZZ_RUNS ?? 25),
  ...(FUZZ_SEED !== undefined && { seed: Number(FUZZ_SEED) }),
};

/** Of the example of its settings: what is written to the assistant's vendor goes there. */
const exampleKey = '00000000-0000-4000-8000-00000000d3b0';

let vapi: VapiStandin;
let api: TestApi;
let world: World;
beforeAll(async () => {
  // A failure on our side says in the log what it was.
  vapi = await startVapi({ port: 0, apiKeys: [exampleKey], log: () => {} });
  api = await startTestApi({ ...unlimited, LOG_LEVEL: 'error', VAPI_API_URL: vapi.url });
  world = await openWorld(api);
});
afterAll(async () => {
  await api.stop();
  await vapi.stop();
});

const callers = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Caller>('entitled') },
  { weight: 1, arbitrary: fc.constantFrom<Caller>('impostor', 'nobody') },
);

/** 401, unless the URL is too long, or has too much in it: then the token is not looked at. */
const refusals = new Set([400, 401, 414]);

test.each(operations)(
  '$method $path answers as documented, whatever comes',
  { timeout: 600_000 },
  async (operation) => {
    const requests = fc.oneof(
      { weight: 2, arbitrary: fittingRequest(operation) },
      { weight: 3, arbitrary: brokenRequest(operation) },
    );
    const isClosedTo = (caller: Caller) => isGuarded(operation) && caller !== 'entitled';
    const answersAsDocumented = fc.asyncProperty(requests, callers, async (request, caller) => {
      const answer = await world.send(operation, request, caller);
      expect(answer.status, answer.text).toBeLessThan(500);
      expect(violation(operation, answer)).toBeUndefined();
      expect(refusals.has(answer.status) || !isClosedTo(caller), `${answer.status} for the ${caller}`).toBe(true);
      expect(answer.status >= 400 || !isWebhook(operation), `${answer.status} without a signature`).toBe(true);
      // Some requests end the session that they are made with.
      if (caller === 'entitled' && isSignedOut(answer.text)) await world.signInAgain();
    });
    await fc.assert(answersAsDocumented, options);
  },
);
