import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventCatalogue, eventTypes, exampleEvent } from '../../src/contract/events/catalogue.ts';
import { startDeliveringApi } from '../support/apis.ts';
import type { SignedIn, TestApi } from '../support/http.ts';
import { startReceiver, newSecret, type Receiver } from '../support/receiver.ts';
import { until } from '../support/stack.ts';

let api: TestApi;
let owner: SignedIn;
let receiver: Receiver;
const secret = newSecret();
beforeAll(async () => {
  api = await startDeliveringApi();
  owner = await api.signUp();
  receiver = await startReceiver(secret);
});
afterAll(async () => {
  await receiver.stop();
  await api.stop();
});

const path = '/dashboard/webhooks/endpoints';
const create = async (settings: object = {}): Promise<string> =>
  (await owner.post(path, { url: receiver.url, secret, ...settings })).body.id;
const delivered = (deliveryId: string) =>
  until('the test event', async () => {
    const { body } = await owner.get(`/dashboard/webhooks/deliveries/${deliveryId}`);
    return body.status === 'delivered' ? body : null;
  });

test('a test event comes signed, says that it is one, and is in the log', async () => {
  const id = await create({ eventTypes: ['call.started'], headers: { Authorization: 'Bearer theirs-1234' } });
  const { status, body } = await owner.post(`${path}/${id}/test`, { eventType: 'recording.ready' });
  expect(status).toBe(202);
  const log = await delivered(body.deliveryId);
  expect(log).toMatchObject({ endpointId: id, eventType: 'recording.ready', externalCallId: null, attempts: 1 });
  const [received] = receiver.taken().filter((one) => one.id === body.deliveryId);
  expect(received).toMatchObject({
    headers: { authorization: 'Bearer theirs-1234' },
    event: {
      eventId: expect.stringMatching(/^test:/),
      eventType: 'recording.ready',
      data: { ...eventCatalogue['recording.ready'].example, test: true },
    },
  });
  expect(receiver.unverified).toEqual([]);
});

const announced = eventTypes.filter((eventType) => eventCatalogue[eventType].availability === 'announced');

test('what is announced can be built against: an endpoint subscribes to it, and is sent its example', async () => {
  const id = await create({ eventTypes: announced });
  // All of them first: each would wait for the page of the one before.
  const asked = announced.map(async (eventType) => {
    const { body } = await owner.post(`${path}/${id}/test`, { eventType });
    return [eventType, String(body.deliveryId)] as const;
  });
  for (const [eventType, deliveryId] of await Promise.all(asked)) {
    await delivered(deliveryId);
    const event = receiver.taken().find((one) => one.id === deliveryId)?.event;
    expect(event?.data).toEqual({ ...eventCatalogue[eventType].example, test: true });
    expect([eventType, event?.sequence]).toEqual([eventType, exampleEvent(eventType).sequence ?? undefined]);
  }
  expect(announced.length).toBeGreaterThan(0);
  expect(receiver.unverified).toEqual([]);
});

test('no verification fails while the secret is rotated', async () => {
  const id = await create();
  const { body: fresh } = await owner.post(`${path}/${id}/secret/rotate`, {});
  const before = await owner.post(`${path}/${id}/test`, {});
  await delivered(before.body.deliveryId);
  receiver.trust(fresh.secret);
  const after = await owner.post(`${path}/${id}/test`, {});
  await delivered(after.body.deliveryId);
  expect(receiver.unverified).toEqual([]);
  receiver.trust(secret);
});

test('what is asked for once is sent once', async () => {
  const id = await create();
  const key = { 'idempotency-key': crypto.randomUUID() };
  const send = async () => (await owner.post(`${path}/${id}/test`, {}, key)).body.deliveryId;
  expect(await send()).toBe(await send());
});

test('a disabled endpoint gets none, nor does one that is not there', async () => {
  const id = await create();
  await owner.send('PATCH', `${path}/${id}`, { enabled: false });
  expect((await owner.post(`${path}/${id}/test`, {})).body.code).toBe('resource.conflict');
  expect((await owner.post(`${path}/${crypto.randomUUID()}/test`, {})).status).toBe(404);
  expect((await owner.post(`${path}/${id}/test`, { eventType: 'no.such' })).body.code).toBe('request.invalid');
});
