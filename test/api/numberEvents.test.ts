import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { OutboundEvent } from '../../src/db/entities.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { eventCatalogue } from '../../src/contract/events/catalogue.ts';
import { startDeliveringApi } from '../support/apis.ts';
import { releaseNumbers } from '../support/numbers.ts';
import type { SignedIn, TestApi } from '../support/http.ts';
import { deliveriesTo } from '../support/outbox.ts';
import { addReceiver, type ReceivingEndpoint } from '../support/receiver.ts';
import { until } from '../support/stack.ts';

let api: TestApi;
let owner: SignedIn;
const endpoints: ReceivingEndpoint[] = [];
beforeAll(async () => {
  api = await startDeliveringApi();
});
beforeEach(async () => {
  await releaseNumbers(api.app.orm, one, two, three);
  owner = await api.signUp();
});
afterAll(async () => {
  for (const { receiver } of endpoints) await receiver.stop();
  await api.stop();
});

const listen = async (settings: Parameters<typeof addReceiver>[2] = {}): Promise<ReceivingEndpoint> => {
  const endpoint = await addReceiver(api.app, owner.tenantId, settings);
  endpoints.push(endpoint);
  return endpoint;
};

const path = '/dashboard/tenant/config/twilio';
const [one, two, three] = ['+14385550111', '+14385550112', '+14385550113'] as const;
const twilio = (...phoneNumbers: (string | undefined)[]) => ({ accountSid: 'ACxxx', authToken: 'token', phoneNumbers });
const signalwire = (...phoneNumbers: (string | undefined)[]) => ({
  projectId: crypto.randomUUID(),
  apiToken: 'PT-signalwire-0001',
  space: 'demo.signalwire.com',
  signingKey: 'PSK-signing-0002',
  phoneNumbers,
});
const save = async (settings: object, to = path): Promise<void> => {
  expect((await owner.put(to, settings)).status).toBe(200);
};

const stored = () => tenantEm(api.app.orm, owner.tenantId).count(OutboundEvent);

/** Each as `number.added twilio +1…`, once so many have come. */
const told = ({ receiver }: ReceivingEndpoint, count: number): Promise<string[]> =>
  until(`${count} numbers`, async () => {
    const events = receiver.taken().map(({ event }) => event);
    if (events.length < count) return null;
    return events.map(({ eventType, data }) => [eventType, data['provider'], data['phoneNumber']].join(' ')).toSorted();
  });

test('each number that comes or goes gives rise to one event, as the catalogue says', async () => {
  const endpoint = await listen();
  await save(twilio(one, two, two));
  expect(await told(endpoint, 2)).toEqual([`number.added twilio ${one}`, `number.added twilio ${two}`]);

  await save(twilio(two, three));
  await save(twilio(three, two));
  await save(signalwire(one), '/dashboard/tenant/config/signalwire');
  expect(await told(endpoint, 5)).toEqual([
    `number.added signalwire ${one}`,
    `number.added twilio ${one}`,
    `number.added twilio ${two}`,
    `number.added twilio ${three}`,
    `number.removed twilio ${one}`,
  ]);
  expect(await stored()).toBe(5);
  expect(endpoint.receiver.unverified).toEqual([]);
  for (const { event } of endpoint.receiver.taken()) {
    const entry = eventCatalogue[event.eventType as 'number.added'];
    expect(entry.data.parse(event.data)).toEqual(event.data);
    expect(Object.keys(event)).toEqual(['eventId', 'eventType', 'timestamp', 'sequence', 'data', 'signature']);
  }
});

test('only endpoints that want them receive them; what a disabled endpoint misses is held', async () => {
  const wants = await listen({ eventTypes: ['number.removed'] });
  const others = await listen({ eventTypes: ['call.ended', 'number.added'], disabledAt: new Date() });
  await save(twilio(one));
  await save(twilio());
  expect(await told(wants, 1)).toEqual([`number.removed twilio ${one}`]);
  const held = await deliveriesTo(api.app, others);
  expect(held.map(({ eventType, status }) => [eventType, status])).toEqual([['number.added', 'held']]);
});

test('settings that are not saved, or have no numbers, send nothing', async () => {
  await save(twilio(one));
  expect(await stored()).toBe(1);
  expect((await owner.put(path, twilio('514-555-0199'))).status).toBe(400);
  expect((await owner.send('PUT', path, twilio(two), { 'if-match': '"of-another-time"' })).status).toBe(412);
  await save({ apiKey: 'key', webhookSecret: 'secret' }, '/dashboard/tenant/config/vapi');
  await save({ ...twilio(one), authToken: 'another' });
  expect(await stored()).toBe(1);
});

test('a number that comes back is reported again', async () => {
  const endpoint = await listen();
  for (const numbers of [[one], [], [one]]) await save(twilio(...numbers));
  expect(await told(endpoint, 3)).toEqual([
    `number.added twilio ${one}`,
    `number.added twilio ${one}`,
    `number.removed twilio ${one}`,
  ]);
  const numbered = endpoint.receiver.taken().map(({ event }) => `${event.sequence} ${event.eventType}`);
  expect(numbered.toSorted()).toEqual(['1 number.added', '2 number.removed', '3 number.added']);
});
