import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startVapi, type VapiStandin } from '../../dev/standins/vapiApi.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';

let vapi: VapiStandin;
let api: TestApi;
beforeAll(async () => {
  vapi = await startVapi({ port: 0, apiKeys: [], log: () => {} });
  api = await startTestApi({ VAPI_API_URL: vapi.url });
});
afterAll(async () => {
  await api.stop();
  await vapi.stop();
});

const path = '/dashboard/assistant';
const webhookSecret = 'a-secret-of-the-tests';

let owner: SignedIn;
let apiKey: string;
beforeEach(async () => {
  owner = await api.signUp();
  apiKey = randomUUID();
  vapi.addAccount(apiKey);
});

const saveAccount = (more: object = {}) =>
  owner.put('/dashboard/tenant/config/vapi', { apiKey, webhookSecret, ...more });
const sync = () => owner.post(`${path}/sync`);
const made = (kind: 'assistant' | 'tool') => vapi.resources.all(apiKey, kind);

describe('the first sync', () => {
  test('creates tools and assistant as the vendor takes them, reads them back, and finds no drift', async () => {
    await saveAccount();
    const { status, body } = await sync();
    expect([status, body]).toEqual([200, expect.anything()]);
    expect(vapi.violations()).toEqual([]);
    const [assistant] = made('assistant');
    expect(body).toMatchObject({ assistantId: assistant?.['id'], drift: [], duplicates: [] });
    expect(Object.keys(body.toolIds).toSorted()).toEqual(['get_business_info', 'request_callback', 'take_message']);
    expect((await owner.get(path)).body).toEqual(body);
    // The next call is answered by it.
    expect((await owner.get('/dashboard/tenant/config/vapi')).body.assistantId).toBe(body.assistantId);
  });

  test('lets callers hear no English filler, and knows both languages, what it is, and what comes first', async () => {
    await saveAccount();
    await sync();
    for (const tool of made('tool')) {
      const messages = tool['messages'] as { type: string; contents: { language: string; text: string }[] }[];
      expect(messages.map(({ type }) => type)).toEqual(['request-start', 'request-response-delayed']);
      for (const { contents } of messages) expect(contents.map(({ language }) => language)).toEqual(['fr', 'en']);
      expect(tool['server']).toMatchObject({ url: `https://api.example.test/webhooks/vapi/${owner.slug}` });
    }
    const [assistant] = made('assistant');
    expect(assistant).toMatchObject({
      transcriber: { provider: 'deepgram', language: 'multi' },
      voice: { voiceId: 'fr-CA-SylvieNeural' },
      maxDurationSeconds: 1_860,
      firstMessage: expect.stringMatching(/assistante virtuelle.*virtual assistant/),
      serverMessages: expect.arrayContaining([
        'end-of-call-report',
        'tool-calls',
        'transcript[transcriptType="final"]',
      ]),
      server: { headers: { 'X-Vapi-Secret': webhookSecret } },
    });
    const { messages } = (assistant?.['model'] ?? { messages: [] }) as { messages: { content: string }[] };
    const prompt = messages[0]?.content ?? '';
    for (const words of [
      'français et anglais',
      'French and English',
      '911',
      'carbon monoxide',
      'monoxyde',
      'not a person',
    ])
      expect(prompt).toContain(words);
    expect(prompt.indexOf('911')).toBeLessThan(prompt.indexOf('outils'));
  });

  test('takes over the assistant that the settings name', async () => {
    await saveAccount();
    const { assistantId } = (await sync()).body;
    const other = await api.signUp();
    const settings = { apiKey, webhookSecret, assistantId };
    await other.put('/dashboard/tenant/config/vapi', settings);
    expect((await other.post(`${path}/sync`)).body.assistantId).toBe(assistantId);
    expect(made('assistant')).toHaveLength(1);
  });
});

describe('a further sync', () => {
  test('changes what was edited at the vendor back, and creates nothing', async () => {
    await saveAccount();
    const { body } = await sync();
    vapi.resources.edit(body.assistantId, { maxDurationSeconds: 600, voice: { provider: 'azure', voiceId: 'andrew' } });
    expect((await sync()).body).toMatchObject({ assistantId: body.assistantId, toolIds: body.toolIds, drift: [] });
    expect([made('assistant').length, made('tool').length]).toEqual([1, 3]);
    expect(made('assistant')[0]).toMatchObject({ maxDurationSeconds: 1_860 });
  });

  test('says what the vendor has otherwise all the same, without secrets', async () => {
    await saveAccount();
    const { assistantId } = (await sync()).body;
    const stale = {
      ...made('assistant')[0],
      voice: { provider: 'azure', voiceId: 'andrew' },
      server: { url: 'https://elsewhere.example', headers: { 'X-Vapi-Secret': 'another secret' } },
    };
    // As where a change is a draft that waits to be published.
    vapi.resources.fail({ on: 'PATCH assistant', done: false, answer: { status: 200, json: stale } });
    vapi.resources.edit(assistantId, stale);
    const { body } = await sync();
    expect(body.drift).toEqual(
      expect.arrayContaining([
        { field: 'voice.voiceId', ours: 'fr-CA-SylvieNeural', theirs: 'andrew' },
        expect.objectContaining({ field: 'server.url', theirs: 'https://elsewhere.example' }),
        { field: 'server.headers.X-Vapi-Secret', ours: '****', theirs: '****' },
      ]),
    );
    expect(JSON.stringify((await owner.get(path)).body)).not.toContain('another secret');
  });

  test('creates it anew where it was deleted at the vendor, and finds another of the same tenant first', async () => {
    await saveAccount({ assistantId: randomUUID() });
    const { body } = await sync();
    await saveAccount({ assistantId: randomUUID() });
    expect((await sync()).body.assistantId).toBe(body.assistantId);
    expect(made('assistant')).toHaveLength(1);
  });
});

describe('never two', () => {
  test('when two syncs run at once', async () => {
    await saveAccount();
    const answers = await Promise.all(Array.from({ length: 5 }, sync));
    const outcomes = answers.map(({ status, body }) => (status === 200 ? 'done' : `${status} ${body.code}`));
    expect(outcomes).toContain('done');
    expect(['done', '409 assistant.sync_running']).toEqual(expect.arrayContaining(outcomes));
    expect([made('assistant').length, made('tool').length]).toEqual([1, 3]);
  });

  test.each(['POST tool', 'POST assistant'])('when the answer to %s is lost', async (on) => {
    await saveAccount();
    vapi.resources.fail({ on, done: true, answer: 'reset' });
    expect((await sync()).status).toBe(200);
    expect([made('assistant').length, made('tool').length]).toEqual([1, 3]);
  });

  test('when it fails on its way, which is said, and done by the next sync', async () => {
    await saveAccount();
    vapi.resources.fail({ on: 'PATCH assistant', done: false, answer: { status: 503, json: {} } });
    await sync();
    const failed = await sync();
    expect([failed.status, failed.body.code]).toEqual([502, 'provider.unreachable']);
    expect((await sync()).status).toBe(200);
    expect(made('assistant')).toHaveLength(1);
  });

  test('when it stays unknown: the way is not free at once', async () => {
    await saveAccount();
    vapi.resources.fail({ on: 'POST assistant', done: false, answer: 'reset' });
    expect((await sync()).body.code).toBe('provider.unreachable');
    expect((await sync()).body.code).toBe('assistant.sync_running');
    expect(vapi.resources.requests.filter((deed) => deed === 'POST assistant').length).toBeGreaterThan(0);
  });
});

test('without an account, or with a wrong key, it says so', async () => {
  expect((await sync()).body.code).toBe('assistant.not_configured');
  expect((await owner.get(path)).body).toMatchObject({ assistantId: null, syncedAt: null });
  await owner.put('/dashboard/tenant/config/vapi', { apiKey: 'wrong-key', webhookSecret });
  const { status, body } = await sync();
  expect([status, body.code]).toEqual([409, 'provider.refused']);
  expect(body.detail).toContain('Invalid Key');
  expect(JSON.stringify(body)).not.toContain('wrong-key');
});
