import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { recordsOf } from '../support/records.ts';

const path = '/dashboard/contacts';
let api: TestApi;
let owner: SignedIn;
let save: ReturnType<typeof recordsOf>;
beforeAll(async () => void (api = await startTestApi()));
afterAll(() => api.stop());
beforeEach(async () => {
  owner = await api.signUp();
  save = recordsOf(api.app, owner.tenantId);
});

const josee = { number: '+15145550142', name: 'Josée Lebœuf' };
const create = async (contact: object = josee): Promise<{ id: string }> => {
  const { status, body } = await owner.post(path, contact);
  expect(status).toBe(201);
  return body;
};
const names = async (query = '') => {
  const { status, body } = await owner.get(`${path}${query}`);
  expect(status).toBe(200);
  return body.data.map(({ name }: { name: string }) => name);
};
const deeds = async () => {
  const { body } = await owner.get('/dashboard/audit?search=contact.');
  return body.data.map(({ action, before, after }: Record<string, unknown>) => ({ action, before, after }));
};

test('a contact is created under the number as calls have it', async () => {
  const { status, body } = await owner.post(path, {
    number: ' +1 (514) 555-0142 ',
    name: ' Josée Lebœuf '.normalize('NFD'),
  });
  expect([status, body]).toEqual([
    201,
    {
      id: expect.any(String),
      ...josee,
      language: null,
      notes: '',
      callCount: 0,
      lastCallAt: null,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    },
  ]);
  expect((await owner.get(`${path}/${body.id}`)).body).toEqual(body);
});

test('a number without a country code is read as Canada dials it', async () => {
  const { status, body } = await owner.post(path, { ...josee, number: '514 555-1234' });
  expect([status, body.number]).toEqual([201, '+15145551234']);
  const changed = await owner.send('PATCH', `${path}/${body.id}`, { number: '(438) 555-0142' });
  expect([changed.status, changed.body.number]).toEqual([200, '+14385550142']);
});

test.each([
  [{ name: 'Odile' }, 'body.number'],
  [{ number: '555-0142', name: 'Odile' }, 'body.number'],
  [{ number: '01 42 68 53 00', name: 'Odile' }, 'body.number'],
  [{ number: 'anonymous', name: 'Odile' }, 'body.number'],
  [{ number: '+15145550142', name: ' ' }, 'body.name'],
  [{ ...josee, language: 'es' }, 'body.language'],
])('refused: %j', async (contact, field) => {
  const { status, body } = await owner.post(path, contact);
  expect([status, body.code, body.errors[0].path]).toEqual([400, 'request.invalid', field]);
});

describe('the list', () => {
  beforeEach(async () => {
    await create({ ...josee, language: 'fr', notes: 'Chauffe-eau à l’entrée' });
    await create({ number: '+15145550177', name: 'Adam', language: 'en' });
    await create({ number: '+33142685300', name: 'Zoé' });
  });

  test('is by name', async () => {
    expect(await names()).toEqual(['Adam', 'Josée Lebœuf', 'Zoé']);
    expect(await names('?language=en')).toEqual(['Adam']);
  });

  test.each([
    ['514 555-0142', ['Josée Lebœuf']],
    ['01 42 68 53 00', ['Zoé']],
    ['josee leboeuf', ['Josée Lebœuf']],
    ["a l'entree", ['Josée Lebœuf']],
    ['514 555-0143', []],
  ])('is searched for %s', async (text, expected) => {
    expect(await names(`?search=${encodeURIComponent(text)}`)).toEqual(expected);
  });
});

describe('a change', () => {
  test('with If-Match overwrites no other', async () => {
    const { id } = await create();
    const etag = (await owner.get(`${path}/${id}`)).headers.get('etag') ?? '';
    const changeIf = (notes: string) => owner.send('PATCH', `${path}/${id}`, { notes }, { 'if-match': etag });
    const { status, body } = await changeIf('Sonner deux fois');
    expect([status, body.notes, body.name]).toEqual([200, 'Sonner deux fois', josee.name]);
    const late = await changeIf('Ne pas sonner');
    expect([late.status, late.body.code]).toEqual([412, 'resource.changed']);
    expect((await owner.get(`${path}/${id}`)).body.notes).toBe('Sonner deux fois');
  });

  test('leaves what is known about the contact out of the audit log', async () => {
    const { id } = await create();
    await owner.send('PATCH', `${path}/${id}`, { name: josee.name, language: 'fr', notes: 'Sonner deux fois' });
    // Changes nothing.
    await owner.send('PATCH', `${path}/${id}`, { language: 'fr' });
    await owner.send('DELETE', `${path}/${id}`);
    expect(await deeds()).toEqual([
      { action: 'contact.deleted', before: null, after: null },
      { action: 'contact.changed', before: null, after: { fields: ['language', 'notes'] } },
      { action: 'contact.created', before: null, after: null },
    ]);
  });
});

test('a number is of one contact in each tenant', async () => {
  await create();
  const { id } = await create({ number: '+15145550177', name: 'Adam' });
  const taken = [
    await owner.post(path, { number: '+1 514 555-0142', name: 'Odile' }),
    await owner.send('PATCH', `${path}/${id}`, { number: josee.number }),
  ];
  for (const { status, body } of taken) expect([status, body.code]).toEqual([409, 'contact.number_taken']);
  expect(await names()).toEqual(['Adam', josee.name]);
  const other = await api.signUp();
  expect((await other.post(path, josee)).status).toBe(201);
});

test('a deleted contact is gone, and its number is free', async () => {
  const { id } = await create();
  await save.call({ externalCallId: 'kept', from: josee.number });
  expect((await owner.send('DELETE', `${path}/${id}`)).status).toBe(204);
  expect((await owner.get(`${path}/${id}`)).status).toBe(404);
  expect((await owner.send('DELETE', `${path}/${id}`)).status).toBe(404);
  const { status, body } = await owner.get('/dashboard/calls/kept');
  expect([status, body.contact]).toEqual([200, null]);
  await create();
});

test('a viewer reads contacts and changes none', async () => {
  const { id } = await create();
  const viewer = await api.signUpUser(owner, 'viewer');
  expect((await viewer.get(`${path}/${id}`)).body.name).toBe(josee.name);
  const refused = [
    await viewer.post(path, { number: '+15145550177', name: 'Adam' }),
    await viewer.send('PATCH', `${path}/${id}`, { name: 'Adam' }),
    await viewer.send('DELETE', `${path}/${id}`),
  ];
  for (const { status, body } of refused) expect([status, body.code]).toEqual([403, 'auth.forbidden']);
  expect(await names()).toEqual([josee.name]);
});

describe('the calls of a contact', () => {
  const at = (iso: string) => new Date(iso);

  test('are counted from and to its number, its tenant’s alone', async () => {
    const { id } = await create();
    await save.call({ from: josee.number, to: '+15145550100', startedAt: at('2026-01-15T10:00:00Z') });
    await save.call({
      direction: 'OUTBOUND',
      from: '+15145550100',
      to: josee.number,
      startedAt: at('2026-01-16T10:00:00Z'),
    });
    // The number is on our side of these.
    await save.call({ from: '+15145550177', to: josee.number, startedAt: at('2026-01-17T10:00:00Z') });
    await save.call({
      direction: 'OUTBOUND',
      from: josee.number,
      to: '+15145550177',
      startedAt: at('2026-01-17T10:00:00Z'),
    });
    const other = await api.signUp();
    await recordsOf(api.app, other.tenantId).call({ from: josee.number, startedAt: at('2026-01-18T10:00:00Z') });

    const counted = { callCount: 2, lastCallAt: '2026-01-16T10:00:00.000Z' };
    expect((await owner.get(`${path}/${id}`)).body).toMatchObject(counted);
    expect((await owner.get(path)).body.data).toMatchObject([counted]);
  });

  test('name it, whichever end it is at', async () => {
    const { id } = await create();
    const named = { id, name: josee.name };
    await save.call({ externalCallId: 'in', from: josee.number, to: '+15145550100' });
    await save.call({ externalCallId: 'out', direction: 'OUTBOUND', from: '+15145550100', to: josee.number });
    await save.call({ externalCallId: 'unknown', from: '+15145550177', to: josee.number });
    await save.call({ externalCallId: 'withheld', to: josee.number });
    const contactOf = async (call: string) => (await owner.get(`/dashboard/calls/${call}`)).body.contact;
    expect(await contactOf('in')).toEqual(named);
    expect(await contactOf('out')).toEqual(named);
    expect(await contactOf('unknown')).toBeNull();
    expect(await contactOf('withheld')).toBeNull();
  });

  test('keep its name from a key that may not read contacts', async () => {
    await create();
    await save.call({ externalCallId: 'in', from: josee.number });
    const contactFor = async (scopes: string[]) => {
      const { body: key } = await owner.post('/dashboard/api-keys', { name: 'n8n', scopes });
      const headers = { authorization: `Bearer ${key.key}` };
      const { status, body } = await api.request('/dashboard/calls/in', { headers });
      expect(status).toBe(200);
      return body.contact;
    };
    expect(await contactFor(['calls:read'])).toBeNull();
    expect(await contactFor(['calls:read', 'contacts:read'])).toMatchObject({ name: josee.name });
  });
});
