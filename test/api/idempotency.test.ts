import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiKey, IdempotencyKey } from '../../src/db/entities.ts';
import { systemEm, tenantEm } from '../../src/db/core/tenancy.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';

let api: TestApi;
let owner: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
});
afterAll(() => api.stop());

/** A request with an effect that can be counted. */
const createKey = (key: string, { name = key, by = owner } = {}) =>
  by.post('/dashboard/api-keys', { name, scopes: ['calls:read'] }, { 'idempotency-key': key });
const created = (name: string, { tenantId } = owner) => tenantEm(api.app.orm, tenantId).count(ApiKey, { name });

test('a request that is repeated gets the first answer again, to the letter', async () => {
  const key = randomUUID();
  const [first, again] = [await createKey(key), await createKey(key)];
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body).toEqual(first.body);
  expect(first.headers.get('idempotent-replayed')).toBeNull();
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(await created(key)).toBe(1);
});

test('the kept answer is sealed: what is shown once stays secret', async () => {
  const key = randomUUID();
  const { body } = await createKey(key);
  const rows = await systemEm(api.app.orm).execute('select * from idempotency_keys where key = ?', [key]);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(body.key);
});

test('another request under the same key is refused', async () => {
  const key = randomUUID();
  await createKey(key);
  const { status, body } = await createKey(key, { name: 'another' });
  expect([status, body.code]).toEqual([422, 'idempotency.key_reused']);
  expect(await created('another')).toBe(0);
});

test('of many at the same time one runs; the others get 409 while it runs, and its answer afterwards', async () => {
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 8 }, () => createKey(key)));
  const waiting = answers.filter(({ status }) => status !== 201);
  const told = waiting.map(({ status, body, headers }) => [status, body.code, headers.get('retry-after')]);
  expect(told).toEqual(waiting.map(() => [409, 'idempotency.in_progress', '1']));
  expect(answers.filter(({ status, headers }) => status === 201 && !headers.has('idempotent-replayed'))).toHaveLength(
    1,
  );
  expect(await created(key)).toBe(1);
});

test('two users may choose the same key', async () => {
  const key = randomUUID();
  const colleague = await api.signUpUser(owner, 'admin');
  const stranger = await api.signUp();
  for (const by of [owner, colleague, stranger]) {
    const { status, headers } = await createKey(key, { by });
    expect([status, headers.has('idempotent-replayed')]).toEqual([201, false]);
  }
  expect([await created(key), await created(key, stranger)]).toEqual([2, 1]);
});

test('a refusal is not kept: the request may be corrected', async () => {
  const key = randomUUID();
  const refused = await owner.post(
    '/dashboard/api-keys',
    { name: key, scopes: ['no:such'] },
    { 'idempotency-key': key },
  );
  expect(refused.status).toBe(400);
  expect((await createKey(key)).status).toBe(201);
});

test('a key is forgotten after 24 hours', async () => {
  const key = randomUUID();
  await createKey(key);
  await systemEm(api.app.orm).nativeUpdate(IdempotencyKey, { key }, { expiresAt: new Date(Date.now() - 1) });
  const { status, headers } = await createKey(key);
  expect([status, headers.has('idempotent-replayed')]).toEqual([201, false]);
  expect(await created(key)).toBe(2);
});

test('a process that died in the middle keeps the key for a minute only', async () => {
  const key = randomUUID();
  await createKey(key);
  const abandoned = { status: null, sealedBody: null };
  const em = systemEm(api.app.orm);
  await em.nativeUpdate(IdempotencyKey, { key }, { ...abandoned, lockedUntil: new Date(Date.now() + 30_000) });
  expect((await createKey(key)).status).toBe(409);
  await em.nativeUpdate(IdempotencyKey, { key }, { ...abandoned, lockedUntil: new Date(Date.now() - 1) });
  expect((await createKey(key)).status).toBe(201);
});

test.each(['é'.normalize('NFD'), 'two words', 'x'.repeat(256)])('%j is refused as a key', async (key) => {
  const { status, body } = await createKey(encodeURI(key) === key ? key : Buffer.from(key).toString('latin1'));
  expect([status, body.errors[0].path]).toEqual([400, 'header.idempotency-key']);
});

test('without a key each request counts', async () => {
  const name = randomUUID();
  for (let round = 0; round < 2; round += 1) await owner.post('/dashboard/api-keys', { name, scopes: ['calls:read'] });
  expect(await created(name)).toBe(2);
});
