import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { OutboundEvent } from '../../src/db/entities.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';

const path = '/dashboard/work-items';
let api: TestApi;
let owner: SignedIn;
beforeAll(async () => void (api = await startTestApi()));
afterAll(() => api.stop());
beforeEach(async () => void (owner = await api.signUp()));

const far = '2126-01-01T15:00:00.000Z';
const past = '2026-01-01T15:00:00.000Z';
const callback = { kind: 'callback', text: 'Chauffe-eau à l’entrée', callerNumber: '+15145550142', dueAt: far };
const create = async (item: object = callback): Promise<{ id: string }> => {
  const { status, body } = await owner.post(path, item);
  expect(status).toBe(201);
  return body;
};
const change = (id: string, body: object, headers?: Record<string, string>) =>
  owner.send('PATCH', `${path}/${id}`, body, headers);
const texts = async (query = '') => {
  const { status, body } = await owner.get(`${path}${query}`);
  expect(status).toBe(200);
  return body.data.map(({ text }: { text: string }) => text);
};
const deeds = async () => {
  const { body } = await owner.get('/dashboard/audit?search=work_item.');
  return body.data.map(({ action, before, after }: Record<string, unknown>) => ({ action, before, after }));
};
const events = () =>
  tenantEm(api.app.orm, owner.tenantId).find(
    OutboundEvent,
    { subjectKind: 'work_item' },
    { orderBy: { createdAt: 'asc', sequence: 'asc' } },
  );

test('one that a person makes is open, and has its event', async () => {
  const { body } = await owner.post(path, {
    ...callback,
    callerNumber: '+1 514 555-0142',
    dueAt: '2126-01-01T10:00:00-05:00',
  });
  expect(body).toEqual({
    id: expect.any(String),
    ...callback,
    callerName: null,
    language: null,
    ownerId: null,
    priority: 'normal',
    status: 'open',
    overdue: false,
    result: null,
    finishedAt: null,
    finishedBy: null,
    callId: null,
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
  });
  expect((await owner.get(`${path}/${body.id}`)).body).toEqual(body);
  const [event] = await events();
  expect(event).toMatchObject({ eventType: 'work_item.created', subjectId: body.id, sequence: 1 });
  expect(JSON.parse(event?.data ?? '')).toMatchObject({ workItemId: body.id, text: callback.text, status: 'open' });
});

test.each([
  [{ ...callback, text: ' ' }, 'body.text'],
  [{ ...callback, kind: 'fax' }, 'body.kind'],
  [{ ...callback, dueAt: 'tomorrow' }, 'body.dueAt'],
  [{ ...callback, callerNumber: '514 555-0142' }, 'body.callerNumber'],
  [{ ...callback, ownerId: '019b7c3e-0000-7000-8000-0000000000ff' }, 'body.ownerId'],
])('refused: %j', async (item, field) => {
  const { status, body } = await owner.post(path, item);
  expect([status, body.code, body.errors[0].path]).toEqual([400, 'request.invalid', field]);
});

test('a user of another tenant owns none', async () => {
  const stranger = await api.signUp();
  const { status } = await owner.post(path, { ...callback, ownerId: stranger.userId });
  expect(status).toBe(400);
  const { id } = await create();
  expect((await change(id, { ownerId: stranger.userId })).status).toBe(400);
  expect((await stranger.get(`${path}/${id}`)).status).toBe(404);
  expect((await stranger.send('PATCH', `${path}/${id}`, { status: 'done' })).status).toBe(404);
  expect((await stranger.get(path)).body.data).toEqual([]);
});

describe('the list', () => {
  beforeEach(async () => {
    await create({ ...callback, text: 'later', callerName: 'Josée Lebœuf' });
    await create({
      ...callback,
      text: 'overdue',
      kind: 'message',
      dueAt: past,
      priority: 'emergency',
      callerNumber: null,
    });
    const { id } = await create({ ...callback, text: 'done', dueAt: past, ownerId: owner.userId, callerNumber: null });
    await change(id, { status: 'done', result: 'Rappelé à midi' });
  });

  test.each([
    ['', ['overdue', 'done', 'later']],
    ['?status=open', ['overdue', 'later']],
    ['?status=overdue', ['overdue']],
    ['?status=done,overdue', ['overdue', 'done']],
    ['?kind=message', ['overdue']],
    ['?priority=emergency', ['overdue']],
    ['?search=leboeuf', ['later']],
    ['?search=514%20555-0142', ['later']],
    ['?search=rappele', ['done']],
    ['?sort=-createdAt', ['done', 'overdue', 'later']],
  ])('%s', async (query, expected) => {
    expect((await texts(query)).toSorted()).toEqual(expected.toSorted());
  });

  test('is by time, knows an owner’s, and comes as a file', async () => {
    expect((await texts()).at(-1)).toBe('later');
    expect(await texts(`?ownerId=${owner.userId}`)).toEqual(['done']);
    const { status, body } = await owner.get(`${path}/export?status=overdue`);
    expect([status, body.trim().split('\n').length]).toEqual([200, 2]);
  });
});

describe('a change', () => {
  test('ends it, says who did, and opens it again', async () => {
    const { id } = await create();
    const done = await change(id, { status: 'done', result: 'Passe vendredi' });
    expect(done.body).toMatchObject({ status: 'done', result: 'Passe vendredi', finishedBy: owner.email });
    expect(done.body.finishedAt).not.toBeNull();
    // Nothing new: no event follows.
    expect((await change(id, { status: 'done' })).body).toEqual(done.body);
    const open = await change(id, { status: 'open' });
    expect(open.body).toMatchObject({ status: 'open', finishedBy: null, finishedAt: null, result: 'Passe vendredi' });
    await change(id, { status: 'cancelled' });
    expect((await events()).map(({ eventType, sequence }) => [eventType, sequence])).toEqual([
      ['work_item.created', 1],
      ['work_item.done', 2],
      ['work_item.cancelled', 3],
    ]);
  });

  test('assigns it and gives it another time', async () => {
    const { id } = await create({ ...callback, dueAt: past });
    const { body } = await change(id, { ownerId: owner.userId, dueAt: far, priority: 'emergency' });
    expect(body).toMatchObject({ ownerId: owner.userId, dueAt: far, priority: 'emergency', overdue: false });
    expect((await events()).map(({ eventType }) => eventType)).toEqual(['work_item.created']);
  });

  test('with If-Match overwrites no other', async () => {
    const { id } = await create();
    const etag = (await owner.get(`${path}/${id}`)).headers.get('etag') ?? '';
    expect((await change(id, { result: 'un' }, { 'if-match': etag })).status).toBe(200);
    const late = await change(id, { result: 'deux' }, { 'if-match': etag });
    expect([late.status, late.body.code]).toEqual([412, 'resource.changed']);
  });

  test('leaves what the caller wants out of the audit log', async () => {
    const { id } = await create();
    await change(id, { status: 'done', result: 'Passe vendredi' });
    await change(id, { ownerId: owner.userId });
    await change(id, { ownerId: owner.userId });
    expect(await deeds()).toEqual([
      { action: 'work_item.changed', before: null, after: { fields: ['ownerId'] } },
      { action: 'work_item.done', before: null, after: { fields: ['status', 'result'] } },
      { action: 'work_item.created', before: null, after: null },
    ]);
  });
});

test('a viewer reads work items and changes none; a dispatcher does', async () => {
  const { id } = await create();
  const viewer = await api.signUpUser(owner, 'viewer');
  expect((await viewer.get(`${path}/${id}`)).status).toBe(200);
  for (const { status, body } of [
    await viewer.post(path, callback),
    await viewer.send('PATCH', `${path}/${id}`, { status: 'done' }),
  ])
    expect([status, body.code]).toEqual([403, 'auth.forbidden']);
  const dispatcher = await api.signUpUser(owner, 'dispatcher');
  expect((await dispatcher.send('PATCH', `${path}/${id}`, { status: 'done' })).body.finishedBy).toBe(dispatcher.email);
});
