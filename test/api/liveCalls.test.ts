import { createPrivateKey, randomUUID } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Call } from '../../src/db/entities.ts';
import { noteLiveCalls } from '../../src/db/calls/liveCalls.ts';
import { systemEm, tenantEm } from '../../src/db/core/tenancy.ts';
import { openEventStream, type EventStream } from '../support/eventStream.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { jwtPrivateKey } from '../support/keys.ts';
import { recordsOf } from '../support/records.ts';
import { until } from '../support/stack.ts';

let api: TestApi;
let owner: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const streams: EventStream[] = [];
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});

const follow = async ({ token }: SignedIn): Promise<EventStream> => {
  const stream = await openEventStream(`${api.api.url}/dashboard/calls/live/stream`, token);
  streams.push(stream);
  return stream;
};

const open = (tenant: SignedIn, data: Partial<Call> = {}) =>
  recordsOf(api.app, tenant.tenantId).call({
    status: 'in-progress',
    from: '+15145550142',
    to: '+15145550100',
    startedAt: new Date(),
    ...data,
  });

const change = (call: Call, data: Partial<Call>) =>
  tenantEm(api.app.orm, call.tenantId).nativeUpdate(Call, call.id, data);

/** The same token, for a few seconds only. */
const expiring = async (token: string): Promise<string> => {
  const claims = decodeJwt(token);
  const header = decodeProtectedHeader(token) as { alg: string };
  return new SignJWT({ ...claims, exp: Math.floor(Date.now() / 1000) + 4 })
    .setProtectedHeader(header)
    .sign(createPrivateKey(jwtPrivateKey));
};

const event = (
  stream: EventStream,
  name: string,
  holds: (data: EventStream['events'][0]['data']) => boolean = () => true,
) => until(`the event ${name}`, async () => stream.events.find((one) => one.event === name && holds(one.data)), 20);

describe('the list', () => {
  beforeAll(async () => void (owner = await api.signUp()));

  test('has what goes on, with its step, its contact and the last words', async () => {
    const assistantCallId = randomUUID();
    const call = await open(owner, {
      assistantCallId,
      facts: { assistantStatus: { value: 'in-progress', rank: 1, at: '2026-11-20T15:00:00Z' } },
    });
    await recordsOf(api.app, owner.tenantId).call({ status: 'completed' });
    await owner.post('/dashboard/contacts', { number: '+15145550142', name: 'Josée Tremblay' });
    const line = (text: string, second: number) => ({
      speaker: 'caller' as const,
      text,
      at: `2026-11-20T15:00:0${second}.000Z`,
    });
    const note = (lines: ReturnType<typeof line>[]) =>
      systemEm(api.app.orm).transactional((em) =>
        noteLiveCalls(em, api.app.keys, [{ tenantId: owner.tenantId, assistantCallId, lines }]),
      );
    await note([1, 2, 3, 4].map((second) => line(`before ${second}`, second)));
    await note([5, 6, 7, 8].map((second) => line(`after ${second}`, second)));

    const { status, body } = await owner.get('/dashboard/calls/live');
    expect(status).toBe(200);
    expect(body.calls).toEqual([
      expect.objectContaining({
        id: call.id,
        status: 'in-progress',
        step: 'assistant',
        from: '+15145550142',
        contact: expect.objectContaining({ name: 'Josée Tremblay' }),
        since: call.startedAt?.toISOString(),
      }),
    ]);
    const said = body.calls[0].lines.map(({ text }: { text: string }) => text);
    expect(said).toEqual(['before 3', 'before 4', 'after 5', 'after 6', 'after 7', 'after 8']);
  });

  test('hides contacts from those who may not see them', async () => {
    const key = await owner.post('/dashboard/api-keys', { name: 'wall', scopes: ['calls:read'] });
    const headers = { authorization: `Bearer ${key.body.key}` };
    const { body } = await api.request('/dashboard/calls/live', { headers });
    expect(body.calls).toEqual([expect.objectContaining({ from: '+15145550142', contact: null })]);
  });

  test('finds open calls by their own index', async () => {
    const plan = await tenantEm(api.app.orm, owner.tenantId).transactional(async (em) => {
      await em.execute('set local enable_seqscan = off');
      return em.execute<Record<string, string>[]>(
        `explain select id from calls where tenant_id = ? and status in ('queued', 'ringing', 'in-progress') order by created_at desc limit 200`,
        [owner.tenantId],
      );
    });
    expect(JSON.stringify(plan)).toContain('calls_open');
  });
});

describe('the stream', () => {
  beforeAll(async () => void (owner = await api.signUp()));

  test('begins with the whole, then says what is new, has changed, and is over, within a second and a half', async () => {
    const first = await open(owner, { status: 'ringing' });
    const stream = await follow(owner);
    expect(stream.status).toBe(200);
    const whole = await event(stream, 'calls');
    expect(whole.data.calls).toEqual([expect.objectContaining({ id: first.id, step: 'ringing' })]);

    const began = performance.now();
    const second = await open(owner);
    await change(first, { status: 'in-progress' });
    const fresh = await event(stream, 'call', ({ id }) => id === second.id);
    expect(fresh.data).toMatchObject({ id: second.id, status: 'in-progress' });
    const changed = await event(stream, 'call', ({ id, status }) => id === first.id && status === 'in-progress');
    expect(Math.max(fresh.at, changed.at) - began).toBeLessThan(5_000);

    await change(first, { status: 'completed' });
    expect((await event(stream, 'over')).data).toEqual({ id: first.id });
    // What has not changed is not said again.
    expect(stream.events.filter(({ data }) => data.id === second.id)).toHaveLength(1);
  });

  test('shows the whole to who connects again', async () => {
    const before = await follow(owner);
    await event(before, 'calls');
    before.close();
    const call = await open(owner);
    const again = await follow(owner);
    const { data } = await event(again, 'calls');
    expect(data.calls.map(({ id }: { id: string }) => id)).toContain(call.id);
  });

  test("says nothing of another tenant's calls", async () => {
    const other = await api.signUp();
    const [mine, theirs] = [await follow(owner), await follow(other)];
    await event(mine, 'calls');
    expect((await event(theirs, 'calls')).data.calls).toEqual([]);
    const call = await open(owner);
    await event(mine, 'call', ({ id }) => id === call.id);
    const own = await open(other);
    await event(theirs, 'call', ({ id }) => id === own.id);
    expect(JSON.stringify(theirs.events)).not.toContain(call.id);
  });

  test('ends when its session does, and shows until then that it holds', async () => {
    const user = await api.signUpUser(owner, 'viewer');
    const stream = await follow(user);
    await event(stream, 'calls');
    await until('a heartbeat', async () => stream.comments.length > 0, 30);
    const { status } = await user.post('/auth/logout', { everywhere: false });
    expect(status).toBeLessThan(300);
    expect(await until('its end', async () => stream.isEnded(), 30)).toBe(true);
  });

  test('ends when its token does', async () => {
    const stream = await openEventStream(`${api.api.url}/dashboard/calls/live/stream`, await expiring(owner.token));
    streams.push(stream);
    await event(stream, 'calls');
    expect(await until('its end', async () => stream.isEnded(), 30)).toBe(true);
  });

  test('is bounded', async () => {
    const tenant = await api.signUp();
    const all = await Promise.all(Array.from({ length: 51 }, () => follow(tenant)));
    expect(all.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([...Array(50).fill(200), 429]);
  });

  test('needs the permission', async () => {
    const key = await owner.post('/dashboard/api-keys', { name: 'no calls', scopes: ['analytics:read'] });
    expect((await openEventStream(`${api.api.url}/dashboard/calls/live/stream`, key.body.key)).status).toBe(403);
  });
});

test('an API that stops ends its streams', async () => {
  const own = await startTestApi();
  const user = await own.signUp();
  const stream = await openEventStream(`${own.api.url}/dashboard/calls/live/stream`, user.token);
  await event(stream, 'calls');
  await own.stop();
  await stream.ended;
  expect(stream.isEnded()).toBe(true);
});
