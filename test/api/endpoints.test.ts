import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openEndpoint, validSecrets } from '../../src/db/deliveries/endpoints.ts';
import { AuditEvent, WebhookEndpoint, type WebhookDelivery } from '../../src/db/entities.ts';
import { seal as sealText } from '../../src/db/core/sealing.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { recordsOf } from '../support/records.ts';

let api: TestApi;
let owner: SignedIn;
beforeAll(async () => void (api = await startTestApi({ DELIVERY_ALLOWED_HOSTS: 'n8n:5678' })));
afterAll(() => api.stop());
beforeEach(async () => void (owner = await api.signUp()));

const path = '/dashboard/webhooks/endpoints';
const url = 'https://n8n.example/webhook/1';
const create = async (settings: object = {}) => (await owner.post(path, { url, ...settings })).body;
const change = (id: string, body: object) => owner.send('PATCH', `${path}/${id}`, body);
const row = (id: string) => tenantEm(api.app.orm, owner.tenantId).findOneOrFail(WebhookEndpoint, id);
const storedSecrets = async (id: string) => openEndpoint(api.app.keys, await row(id));
const pathsOf = ({ errors }: { errors: { path: string }[] }): string[] => errors.map((error) => error.path);

test('is created with a secret of its own, and for all events', async () => {
  const { status, body } = await owner.post(path, { url });
  const { id, secret, createdAt, ...rest } = body;
  expect([status, rest]).toEqual([
    201,
    {
      url,
      description: '',
      eventTypes: null,
      headers: {},
      rateLimitPerSecond: null,
      isDefault: false,
      status: 'enabled',
      disabledAt: null,
      disabledBecause: null,
      failingSince: null,
      previousSecretUntil: null,
    },
  ]);
  expect(secret).toMatch(/^whsec_/);
  expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32);
  expect((await storedSecrets(id)).secret).toBe(secret);
  expect((await owner.get(`${path}/${id}`)).body).toEqual({ id, createdAt, ...rest });
  expect((await create()).secret).not.toBe(secret);
});

test('takes a secret that its owner brings along', async () => {
  const secret = `whsec_${Buffer.alloc(24, 5).toString('base64')}`;
  expect((await create({ secret })).secret).toBe(secret);
});

test('the list shows the default one too, and no secret of any', async () => {
  await owner.put('/dashboard/tenant/config/n8n', { webhookUrl: url, signatureSecret: 'a long secret 1234' });
  const made = await create({ headers: { Authorization: 'Bearer of-a-customer-5a1c', 'X-Short': 'abc' } });
  const { body } = await owner.get(path);
  expect(body.data.map(({ id, isDefault }: { id: string; isDefault: boolean }) => [id === made.id, isDefault])).toEqual(
    [
      [true, false],
      [false, true],
    ],
  );
  expect(body.data[0].headers).toEqual({ Authorization: '****5a1c', 'X-Short': '****' });
  const file = await owner.get(`${path}/export`);
  expect(file.status).toBe(200);
  for (const text of [JSON.stringify(body), file.body]) expect(text).not.toMatch(/whsec_|customer|1234/);
});

test('the list is filtered by whether they are enabled', async () => {
  const [on, off] = [await create(), await create()];
  await change(off.id, { enabled: false });
  const idsWith = async (status: string) =>
    (await owner.get(`${path}?status=${status}`)).body.data.map(({ id }: { id: string }) => id);
  expect([await idsWith('enabled'), await idsWith('disabled')]).toEqual([[on.id], [off.id]]);
  expect(await idsWith('enabled,disabled')).toHaveLength(2);
});

test('a new URL: what waits and what was missed is counted, and what the former one took is not shown as its', async () => {
  const { body: endpoint } = await owner.post(path, { url: 'https://n8n.example/former' });
  const save = recordsOf(api.app, owner.tenantId);
  const ofEndpoint = (status: WebhookDelivery['status']) => save.delivery({ endpointId: endpoint.id, status });
  for (const status of ['retrying', 'retrying', 'dead', 'held'] as const) await ofEndpoint(status);
  const { id } = await ofEndpoint('delivered');
  await save.attempt(id, 1, { url: 'https://n8n.example/former' });
  const formerUrl = async () => (await owner.get(`/dashboard/webhooks/deliveries/${id}`)).body.formerUrl;
  expect(await formerUrl()).toBeNull();
  const resting = { failureStreak: 9, restingUntil: new Date(Date.now() + 60_000) };
  await tenantEm(api.app.orm, owner.tenantId).nativeUpdate(WebhookEndpoint, { id: endpoint.id }, resting);

  const { body } = await change(endpoint.id, { url: 'https://n8n.example/new' });
  expect(body).toMatchObject({ waiting: 2, missed: 2 });
  expect(await formerUrl()).toBe('https://n8n.example/former');
  const [listed] = (await owner.get(`/dashboard/webhooks/deliveries?endpointId=${endpoint.id}&status=delivered`)).body
    .data;
  expect(listed).toMatchObject({ id, formerUrl: 'https://n8n.example/former' });
  const row = await tenantEm(api.app.orm, owner.tenantId).findOneOrFail(WebhookEndpoint, endpoint.id);
  expect(row).toMatchObject({ failureStreak: 0, restingUntil: null });
});

test('changes what is sent, and leaves the rest', async () => {
  const { id, secret: _, ...made } = await create({ description: 'One', eventTypes: ['call.ended'] });
  const wanted = { url: 'https://n8n.example/webhook/2', eventTypes: null, rateLimitPerSecond: 5 };
  const { status, body } = await change(id, wanted);
  const { waiting, missed, ...changed } = body;
  expect([status, changed, waiting, missed]).toEqual([200, { id, ...made, ...wanted }, 0, 0]);
  expect((await owner.get(`${path}/${id}`)).body).toEqual(changed);
});

describe('custom headers', () => {
  test('are replaced as a whole; a masked one stays as it is', async () => {
    const headers = { Authorization: 'Bearer of-a-customer-5a1c', 'X-Tenant': 'plomberie' };
    const made = await create({ headers });
    const { body } = await change(made.id, { headers: { authorization: '****5a1c', 'X-New': 'nouveau' } });
    expect(body.headers).toEqual({ authorization: '****5a1c', 'X-New': '****' });
    expect((await storedSecrets(made.id)).headers).toEqual({
      authorization: headers.Authorization,
      'X-New': 'nouveau',
    });
    expect((await storedSecrets(made.id)).secret).toBe(made.secret);
    await change(made.id, { description: 'Another' });
    expect(Object.keys((await storedSecrets(made.id)).headers)).toHaveLength(2);
  });

  test('a mask that hides nothing of ours is refused', async () => {
    const { id } = await create({ headers: { Authorization: 'Bearer of-a-customer-5a1c' } });
    for (const headers of [{ Authorization: '****9999' }, { 'X-Other': '****5a1c' }]) {
      const { status, body } = await change(id, { headers });
      expect([status, pathsOf(body)]).toEqual([400, [`body.headers.${Object.keys(headers)[0]}`]]);
    }
  });

  test('a mask is refused in a new endpoint too', async () => {
    const { status, body } = await owner.post(path, { url, headers: { Authorization: '****5a1c' } });
    expect([status, pathsOf(body)]).toEqual([400, ['body.headers.Authorization']]);
  });
});

test('disabled and enabled again', async () => {
  const { id } = await create();
  const { body: off } = await change(id, { enabled: false });
  expect(off).toMatchObject({ status: 'disabled', disabledBecause: 'asked', disabledAt: expect.any(String) });
  expect((await change(id, { enabled: false })).body.disabledAt).toBe(off.disabledAt);
  const em = tenantEm(api.app.orm, owner.tenantId);
  await em.nativeUpdate(WebhookEndpoint, { id }, { disabledBecause: 'failing', failingSince: new Date() });
  expect((await change(id, { enabled: true })).body).toMatchObject({
    status: 'enabled',
    disabledAt: null,
    disabledBecause: null,
    failingSince: null,
  });
});

test('another URL has not failed yet', async () => {
  const { id } = await create();
  const em = tenantEm(api.app.orm, owner.tenantId);
  await em.nativeUpdate(WebhookEndpoint, { id }, { failingSince: new Date() });
  expect((await change(id, { url })).body.failingSince).not.toBeNull();
  expect((await change(id, { url: `${url}/repaired` })).body.failingSince).toBeNull();
});

test('deleted, the default one too', async () => {
  await owner.put('/dashboard/tenant/config/n8n', { webhookUrl: url, signatureSecret: 'a long secret 1234' });
  const { id } = (await owner.get(path)).body.data[0];
  expect((await owner.send('DELETE', `${path}/${id}`)).status).toBe(204);
  expect((await owner.send('DELETE', `${path}/${id}`)).status).toBe(404);
  expect((await owner.get('/dashboard/tenant/config/n8n')).status).toBe(404);
});

test('with If-Match, a change that was saved since is not overwritten', async () => {
  const { id } = await create();
  const etag = (await owner.get(`${path}/${id}`)).headers.get('etag') ?? '';
  const changeIf = (description: string) => owner.send('PATCH', `${path}/${id}`, { description }, { 'if-match': etag });
  expect((await changeIf('first')).status).toBe(200);
  expect((await changeIf('second')).body.code).toBe('resource.changed');
});

test('there are at most twenty, however many are made at the same time', async () => {
  for (let made = 0; made < 18; made += 1) await create();
  const answers = await Promise.all([1, 2, 3, 4].map(() => owner.post(path, { url })));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 409, 409]);
  expect((await owner.get(path)).body.pagination.total).toBe(20);
});

describe('the secret', () => {
  const rotate = (id: string, body: object = {}) => owner.post(`${path}/${id}/secret/rotate`, body);

  test('is shown again with the permission to change settings, and the audit log notes it', async () => {
    const { id, secret } = await create();
    const { body, headers } = await owner.get(`${path}/${id}/secret`);
    expect(body).toEqual({ secret, previousSecretUntil: null });
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null]);
    const em = tenantEm(api.app.orm, owner.tenantId);
    const rows = await em.find(AuditEvent, { action: 'endpoint.secret_shown', targetId: id });
    expect(rows).toEqual([expect.objectContaining({ actorId: owner.userId, after: { url } })]);
    const dispatcher = await api.signUpUser(owner, 'dispatcher');
    expect((await dispatcher.get(`${path}/${id}/secret`)).status).toBe(403);
  });

  test('is rotated: both sign for a day', async () => {
    const { id, secret } = await create({ headers: { 'X-Kept': 'yes' } });
    const { status, body } = await rotate(id);
    expect(status).toBe(200);
    expect(validSecrets(await storedSecrets(id))).toEqual([body.secret, secret]);
    const hours = (Date.parse(body.previousSecretUntil) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
    expect((await owner.get(`${path}/${id}`)).body.previousSecretUntil).toBe(body.previousSecretUntil);
    expect((await storedSecrets(id)).headers).toEqual({ 'X-Kept': 'yes' });
  });

  test('is rotated again before the day is over: receivers that hold an earlier one are not cut off', async () => {
    const { id, secret: first } = await create();
    const { body: second } = await rotate(id);
    const { body: third } = await rotate(id, { overlapHours: 1 });
    expect(validSecrets(await storedSecrets(id))).toEqual([third.secret, second.secret, first]);
    // The second one ends within the hour; the first one still has its day.
    expect(third.previousSecretUntil).toBe(second.previousSecretUntil);
    expect((await owner.get(`${path}/${id}/secret`)).body).toEqual(third);
    expect((await owner.get(`${path}/${id}`)).body.previousSecretUntil).toBe(second.previousSecretUntil);
  });

  test('is rotated again and again: four earlier ones sign, the oldest goes first', async () => {
    const { id } = await create();
    const secrets: string[] = [];
    for (let made = 0; made < 6; made += 1) secrets.unshift((await rotate(id)).body.secret);
    expect(validSecrets(await storedSecrets(id))).toEqual(secrets.slice(0, 5));
  });

  test('is rotated back to an earlier one, which signs once', async () => {
    const { id, secret: first } = await create();
    const { body: second } = await rotate(id);
    await rotate(id, { secret: first });
    expect(validSecrets(await storedSecrets(id))).toEqual([first, second.secret]);
  });

  test('each earlier one ends at its own time, also one that was sealed when there was one at most', async () => {
    const { id, secret } = await create();
    const seal = async (previous: object) => {
      const secrets = JSON.stringify({ secret, headers: {}, previous });
      const sealedSecrets = sealText(api.app.keys, secrets, `${owner.tenantId}/endpoint/${id}`);
      await tenantEm(api.app.orm, owner.tenantId).nativeUpdate(WebhookEndpoint, { id }, { sealedSecrets });
    };
    const until = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const previousOf = async () => {
      const [, ...previous] = validSecrets(await storedSecrets(id));
      return [previous, (await owner.get(`${path}/${id}`)).body.previousSecretUntil];
    };

    const only = { secret: 'the only one', until: until(1) };
    await seal(only);
    expect(await previousOf()).toEqual([['the only one'], only.until]);
    const { body: next } = await rotate(id, { overlapHours: 2 });
    expect(await previousOf()).toEqual([[secret, 'the only one'], next.previousSecretUntil]);

    await seal({ secret: 'over', until: until(-1) });
    expect(await previousOf()).toEqual([[], null]);
    const [long, short] = [until(3), until(2)];
    await seal([
      { secret: 'over', until: until(-1) },
      { secret: 'short', until: short },
      { secret: 'long', until: long },
    ]);
    expect(await previousOf()).toEqual([['short', 'long'], long]);
  });

  test('is rotated at once where one has leaked: all earlier ones end', async () => {
    const { id } = await create();
    await rotate(id);
    const { body } = await rotate(id, { overlapHours: 0, secret: 'one of their own' });
    expect(body).toEqual({ secret: 'one of their own', previousSecretUntil: null });
    expect(validSecrets(await storedSecrets(id))).toEqual(['one of their own']);
  });

  test.each([{ overlapHours: 169 }, { overlapHours: -1 }, { secret: 'short' }, { secret: 'whsec_short' }])(
    'is not rotated with %j',
    async (body) => {
      const { id } = await create();
      expect((await rotate(id, body)).body.code).toBe('request.invalid');
    },
  );

  test('is never rotated to itself', async () => {
    const { id, secret } = await create();
    expect(pathsOf((await rotate(id, { secret })).body)).toEqual(['body.secret']);
  });
});

describe('refused', () => {
  test.each([
    [{ url: 'http://n8n.example/x' }, 'body.url', 'destination.https_required'],
    [{ url: 'https://127.0.0.1/x' }, 'body.url', 'destination.not_public'],
    [{ url: 'https://0x7f.1/x' }, 'body.url', 'destination.not_public'],
    [{ url: 'https://[::ffff:10.0.0.1]/x' }, 'body.url', 'destination.not_public'],
    [{ url: 'https://169.254.169.254/latest' }, 'body.url', 'destination.not_public'],
    [{ url: 'http://n8n:5679/x' }, 'body.url', 'destination.https_required'],
    [{ url: 'ftp://n8n.example/x' }, 'body.url', 'url.malformed'],
    [{ url: 'https://user:pass@n8n.example/x' }, 'body.url', 'url.credentials'],
    [{ url, eventTypes: ['call.ended', 'no.such'] }, 'body.eventTypes.1', 'field.not_allowed'],
    [{ url, eventTypes: [] }, 'body.eventTypes', 'field.none_chosen'],
    [{ url, eventTypes: ['call.ended', 'call.ended'] }, 'body.eventTypes', 'field.repeated'],
    [{ url, rateLimitPerSecond: 0 }, 'body.rateLimitPerSecond', 'field.too_small'],
    [{ url, rateLimitPerSecond: 1001 }, 'body.rateLimitPerSecond', 'field.too_large'],
    [{ url, headers: { 'webhook-signature': 'v1,mine' } }, 'body.headers.webhook-signature', 'header.reserved'],
    [{ url, headers: { Host: 'other.example' } }, 'body.headers.Host', 'header.reserved'],
    [{ url, headers: { 'X Y': 'a' } }, 'body.headers.X Y', 'header.malformed_name'],
    [{ url, headers: { 'X-Split': 'a\r\nb' } }, 'body.headers.X-Split', 'header.malformed_value'],
    [{ url, secret: 'short' }, 'body.secret', 'field.too_short'],
  ])('%j', async (body, at, code) => {
    const answer = await owner.post(path, body);
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
    expect(answer.body.errors).toMatchObject([{ path: at, code }]);
    expect((await owner.get(path)).body.data).toEqual([]);
  });

  test('a URL that a change would bring in', async () => {
    const { id } = await create();
    expect(pathsOf((await change(id, { url: 'https://10.0.0.1/' })).body)).toEqual(['body.url']);
    expect((await row(id)).url).toBe(url);
  });

  test('as settings too', async () => {
    const settings = { webhookUrl: 'https://[fd00::1]/x', signatureSecret: 'a long secret 1234' };
    expect(pathsOf((await owner.put('/dashboard/tenant/config/n8n', settings)).body)).toEqual(['body.webhookUrl']);
  });
});

test('what the configuration allows may be inside, and by http', async () => {
  expect((await owner.post(path, { url: 'http://n8n:5678/webhook/1' })).status).toBe(201);
});

test('the audit log shows before and after, masked, and names what was replaced', async () => {
  const { id } = await create({ headers: { Authorization: 'Bearer of-a-customer-5a1c' } });
  await change(id, { headers: { Authorization: 'Bearer of-another-one-5a1c' }, enabled: false });
  const em = tenantEm(api.app.orm, owner.tenantId);
  const [, changed] = await em.find(AuditEvent, { targetId: id }, { orderBy: { id: 'asc' } });
  expect(changed).toMatchObject({
    action: 'endpoint.changed',
    before: { url, status: 'enabled', headers: { Authorization: '****5a1c' } },
    after: { url, status: 'disabled', headers: { Authorization: '****5a1c' }, replacedHeaders: ['Authorization'] },
  });
});
