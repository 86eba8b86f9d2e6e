import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { usualCallbacks } from '../../src/domain/business/businessInfo.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';

const path = '/dashboard/business';
let api: TestApi;
let owner: SignedIn;
beforeAll(async () => void (api = await startTestApi()));
afterAll(() => api.stop());
beforeEach(async () => void (owner = await api.signUp()));

const unsaid = {
  address: null,
  area: null,
  services: [],
  paymentMethods: [],
  callbacks: usualCallbacks,
  assigneeId: null,
};
const drains = { name: { fr: 'débouchage', en: 'drain cleaning' }, price: { fromCents: 15_000, toCents: 25_000 } };

test('nothing is said of a business that has not said it', async () => {
  const { status, body } = await owner.get(path);
  expect([status, body]).toEqual([200, unsaid]);
});

test('what is saved is there, for its tenant alone, with what it was before in the audit log', async () => {
  const saved = { ...unsaid, address: '4025, rue\nSaint-Denis ', services: [drains], assigneeId: owner.userId };
  const expected = { ...saved, address: '4025, rue Saint-Denis' };
  expect((await owner.put(path, saved)).body).toEqual(expected);
  expect((await owner.get(path)).body).toEqual(expected);
  await owner.put(path, expected);
  const other = await api.signUp();
  expect((await other.get(path)).body).toEqual(unsaid);
  const { body } = await owner.get('/dashboard/audit?search=business.');
  expect(body.data).toMatchObject([
    { action: 'business.changed', before: { address: null }, after: { services: [drains] } },
  ]);
});

test.each([
  [{ services: [{ ...drains, price: { fromCents: 2, toCents: 1 } }] }, 'body.services.0.price'],
  [{ services: [{ ...drains, name: { fr: 'débouchage' } }] }, 'body.services.0.name.en'],
  [{ callbacks: { ...usualCallbacks, days: [] } }, 'body.callbacks.days'],
  [{ callbacks: { ...usualCallbacks, from: '17:00', until: '08:00' } }, 'body.callbacks'],
  [{ paymentMethods: ['shells'] }, 'body.paymentMethods.0'],
  [{ assigneeId: '019b7c3e-0000-7000-8000-0000000000ff' }, 'body.assigneeId'],
])('refused: %j', async (wrong, field) => {
  const { status, body } = await owner.put(path, { ...unsaid, ...wrong });
  expect([status, body.code, body.errors[0].path]).toEqual([400, 'request.invalid', field]);
});

test('a dispatcher does not change it', async () => {
  const dispatcher = await api.signUpUser(owner, 'dispatcher');
  expect((await dispatcher.put(path, unsaid)).status).toBe(403);
});
