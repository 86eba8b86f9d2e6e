import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApiText } from '../../dev/writeOpenApi.ts';
import { eventTypes } from '../../src/contract/events/catalogue.ts';
import { mismatch } from '../support/openapiAnswers.ts';
import { startTestApi, type TestApi } from '../support/http.ts';

let api: TestApi;
beforeAll(async () => void (api = await startTestApi()));
afterAll(() => api.stop());

interface EventType {
  eventType: string;
  availability: string;
  schema: Record<string, unknown>;
  example: Record<string, unknown>;
}
const listed = async (): Promise<EventType[]> => (await api.request('/events/types')).body.data;

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

test('every user can read what an endpoint may receive', async () => {
  const types = await listed();
  expect(types.map(({ eventType }) => eventType)).toEqual(eventTypes);
  for (const type of types) expect(type).toMatchObject({ version: 1, description: expect.stringMatching(/\.$/) });
});

test('what nothing sends yet is announced, here and in the OpenAPI document', async () => {
  const types = await listed();
  const announced = types.filter(({ availability }) => availability === 'announced').map(({ eventType }) => eventType);
  expect(announced).toEqual(eventTypes.filter((eventType) => /^(message|booking)\./.test(eventType)));
  const { webhooks } = JSON.parse(openApiText());
  for (const { eventType, availability } of types) {
    const { post } = webhooks[eventType];
    expect([eventType, post['x-availability']]).toEqual([eventType, availability]);
    expect(/Announced: nothing sends it yet\./.test(post.description)).toBe(availability === 'announced');
  }
});

test('each example is a whole body, and what its schema says', async () => {
  for (const { eventType, schema, example } of await listed()) {
    expect(ajv.validate(schema, example), ajv.errorsText()).toBe(true);
    expect(example).toMatchObject({ eventType, data: {}, signature: expect.stringMatching(/^sha256=[0-9a-f]{64}$/) });
  }
});

test('a schema takes what a later version adds, and not another event', async () => {
  const [first, second] = await listed();
  if (!first || !second) throw new Error('the catalogue is empty');
  expect(ajv.validate(first.schema, { ...first.example, added: 1 })).toBe(true);
  expect(ajv.validate(first.schema, second.example)).toBe(false);
});

test('the OpenAPI document has them as webhooks', () => {
  const { webhooks } = JSON.parse(openApiText());
  expect(Object.keys(webhooks)).toEqual(eventTypes);
  for (const eventType of eventTypes) {
    const { schema, example } = webhooks[eventType].post.requestBody.content['application/json'];
    expect(mismatch(schema, example)).toBeUndefined();
  }
});
