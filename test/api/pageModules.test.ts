import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReceptionistClient } from '@ai-receptionist/client';
import { scopes } from '../../src/api/access/apiKeys.ts';
import { attemptErrorCodes, attemptSentence } from '../../src/domain/deliveries/attemptErrors.ts';
import { fieldErrorCodes, fieldSentence } from '../../src/contract/problems/fieldErrors.ts';
import { errorCodes, errorReasons, reasonSentence } from '../../src/errors.ts';
import { eventTypes } from '../../src/contract/events/catalogue.ts';
import { inEnglish, inFrench } from '../../web/counting.js';
import { contactBody, editedFields, numberOfCaller } from '../../web/contactFields.js';
import { endpointBody, repeatedHeader } from '../../web/endpointBody.js';
import { gathered, type Entry } from '../../web/timelineGroups.js';
import { endpointWords } from '../../web/wordsEndpoints.js';
import { fieldErrorWords } from '../../web/wordsFieldErrors.js';
import { problemWords } from '../../web/wordsProblems.js';
import { recordWords } from '../../web/wordsRecords.js';
import { instantOf } from '../../web/zone.js';
import { startTestApi, type TestApi } from '../support/http.ts';
import { recordsOf } from '../support/records.ts';

const formOf = (pairs: [name: string, value: string][]): FormData => {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
};

let api: TestApi;
let tenantId: string;
let client: ReturnType<typeof createReceptionistClient>;
beforeAll(async () => {
  api = await startTestApi();
  const owner = await api.signUp();
  const { email, password } = owner;
  ({ tenantId } = owner);
  const { data } = await createReceptionistClient({ baseUrl: api.api.url }).POST('/auth/login', {
    body: { email, password },
  });
  client = createReceptionistClient({ baseUrl: api.api.url, token: data?.accessToken ?? '' });
});
afterAll(() => api.stop());

describe('the form of an endpoint', () => {
  const header = (name: string, value: string): [string, string][] => [
    ['headerName', name],
    ['headerValue', value],
  ];
  const filled: [string, string][] = [
    ['url', ' https://example.com/hook '],
    ['description', 'Réservations'],
    ['wants', 'some'],
    ['eventTypes', 'call.ended'],
    ['eventTypes', 'call.analyzed'],
    ...header('Authorization', 'Bearer a-secret-1234'),
    ...header('', ''),
    ['rateLimitPerSecond', '20'],
  ];

  test('says what the API takes, and a header that is sent back masked stays', async () => {
    const { data: made } = await client.POST('/dashboard/webhooks/endpoints', { body: endpointBody(formOf(filled)) });
    expect(made).toMatchObject({
      url: 'https://example.com/hook',
      eventTypes: ['call.ended', 'call.analyzed'],
      headers: { Authorization: '****1234' },
      rateLimitPerSecond: 20,
    });
    const shown = Object.entries(made?.headers ?? {}).flatMap(([name, value]) => header(name, value));
    const body = endpointBody(
      formOf([['url', made?.url ?? ''], ['wants', 'all'], ['rateLimitPerSecond', ''], ...shown]),
    );
    const params = { path: { id: made?.id ?? '' } };
    const { data: changed } = await client.PATCH('/dashboard/webhooks/endpoints/{id}', { params, body });
    expect(changed).toMatchObject({
      description: '',
      eventTypes: null,
      headers: { Authorization: '****1234' },
      rateLimitPerSecond: null,
    });
  });

  test('what is wrong comes back by the names of its fields', async () => {
    const wrong = formOf([['url', 'x'], ['wants', 'some'], ['rateLimitPerSecond', '0'], ...header('Host', 'x')]);
    const { error } = await client.POST('/dashboard/webhooks/endpoints', { body: endpointBody(wrong) });
    const paths = ['body.url', 'body.eventTypes', 'body.headers.Host', 'body.rateLimitPerSecond'];
    expect(error?.errors?.map(({ path }) => path)).toEqual(paths);
  });

  test('a change of what was changed meanwhile is refused', async () => {
    const { data } = await client.POST('/dashboard/webhooks/endpoints', { body: endpointBody(formOf(filled)) });
    const path = { id: data?.id ?? '' };
    const { response } = await client.GET('/dashboard/webhooks/endpoints/{id}', { params: { path } });
    const params = { path, header: { 'If-Match': response.headers.get('etag') ?? '' } };
    const change = (rateLimitPerSecond: number) =>
      client.PATCH('/dashboard/webhooks/endpoints/{id}', { params, body: { rateLimitPerSecond } });
    expect((await change(30)).response.status).toBe(200);
    expect((await change(40)).error?.code).toBe('resource.changed');
  });

  test.each([
    [['A', 'B'], undefined],
    [['Authorization', 'x', 'authorization'], 'authorization'],
    [['', ''], undefined],
  ])('headers %j: %j is there twice', (names, expected) => {
    expect(repeatedHeader(formOf(names.flatMap((name) => header(name, 'x'))))).toBe(expected);
  });
});

describe('the form of a contact', () => {
  const filled = {
    number: '514 555-0142',
    name: 'Josée Lebœuf',
    language: 'fr',
    notes: 'Sonner deux fois.\nPorte bleue.',
  };

  test('says what the API takes, and a language that is not chosen is unknown', async () => {
    const { data: made } = await client.POST('/dashboard/contacts', { body: contactBody(filled) });
    expect(made).toMatchObject({ ...filled, number: '+15145550142' });
    const params = { path: { id: made?.id ?? '' } };
    const body = contactBody({ ...filled, language: '', notes: '' });
    const { data: changed } = await client.PATCH('/dashboard/contacts/{id}', { params, body });
    expect(changed).toMatchObject({ number: '+15145550142', language: null, notes: '' });
  });

  test('can be saved after a call came in, and not over another change', async () => {
    const number = '+15145550177';
    const { data } = await client.POST('/dashboard/contacts', { body: contactBody({ ...filled, number }) });
    const path = { id: data?.id ?? '' };
    const read = async () => {
      const { data: contact, response } = await client.GET('/dashboard/contacts/{id}', { params: { path } });
      return { fields: contact && editedFields(contact), etag: response.headers.get('etag') ?? '' };
    };
    const drawn = await read();
    await recordsOf(api.app, tenantId).call({ from: number });
    const afterCall = await read();
    expect(afterCall.fields).toEqual(drawn.fields);
    expect(afterCall.etag).not.toBe(drawn.etag);
    const save = (notes: string) => {
      const params = { path, header: { 'If-Match': afterCall.etag } };
      return client.PATCH('/dashboard/contacts/{id}', { params, body: { notes } });
    };
    expect((await save('Chien gentil.')).response.status).toBe(200);
    expect((await read()).fields).not.toEqual(drawn.fields);
    expect((await save('Chien méchant.')).error?.code).toBe('resource.changed');
  });

  test.each([
    ['INBOUND', '+15145550142', '+15145550100', '+15145550142'],
    ['OUTBOUND', '+15145550100', '+15145550142', '+15145550142'],
    ['INBOUND', 'anonymous', '+15145550100', undefined],
    ['INBOUND', 'sip:josee@example.com', '+15145550100', undefined],
    ['OUTBOUND', '+15145550100', null, undefined],
  ] as const)('%s, from %s to %s: %s can become a contact', (direction, from, to, expected) => {
    expect(numberOfCaller({ direction, from, to })).toBe(expected);
  });
});

test.each([
  ['2026-01-15T10:30', 'America/Toronto', '2026-01-15T15:30:00.000Z'],
  ['2026-07-15T10:30', 'America/Toronto', '2026-07-15T14:30:00.000Z'],
  // The clocks went back at 2:00.
  ['2026-11-01T00:30', 'America/Toronto', '2026-11-01T04:30:00.000Z'],
  ['2026-11-01T02:30', 'America/Toronto', '2026-11-01T07:30:00.000Z'],
  ['2026-01-15T10:30', 'Asia/Kolkata', '2026-01-15T05:00:00.000Z'],
  ['2026-01-15T00:00', 'UTC', '2026-01-15T00:00:00.000Z'],
])('%s in %s is %s', (local, timeZone, expected) => {
  expect(instantOf(local, timeZone)).toBe(expected);
});

describe('the timeline of a call', () => {
  const webhook = (provider: 'twilio' | 'vapi', eventType: string, ...said: string[]): Entry => ({
    kind: 'webhook',
    id: '1',
    at: '2026-01-15T10:30:00.000Z',
    provider,
    eventType,
    facts: said.map((type) => ({ type })),
    relayedAt: null,
  });

  test('gathers what says nothing about the call, and nothing else', () => {
    const entries = [
      webhook('twilio', 'voice.inbound', 'status'),
      webhook('vapi', 'speech-update'),
      webhook('vapi', 'transcript'),
      webhook('vapi', 'speech-update'),
      webhook('vapi', 'status-update', 'status'),
      webhook('vapi', 'speech-update'),
      webhook('twilio', 'voice.status'),
    ];
    const group = { kind: 'webhooks', at: entries[1]?.at, provider: 'vapi', count: 3 };
    expect(gathered(entries)).toEqual([
      entries[0],
      {
        ...group,
        types: [
          ['speech-update', 2],
          ['transcript', 1],
        ],
      },
      ...entries.slice(4),
    ]);
  });
});

test.each([
  [0, '0 appel', '0 calls'],
  [1, '1 appel', '1 call'],
  [2, '2 appels', '2 calls'],
  [1_500, '1\u00A0500 appels', '1,500 calls'],
])('%d is counted in French and in English', (count, french, english) => {
  expect([inFrench(count, 'appel', 'appels'), inEnglish(count, 'call', 'calls')]).toEqual([french, english]);
});

describe('the words', () => {
  type Words = Record<'fr' | 'en', Record<string, unknown>>;
  const folder = new URL('../../web/', import.meta.url);
  const readWords = async (): Promise<Words[]> => {
    const names = (await readdir(folder)).filter((name) => /^words[A-Z]/.test(name));
    const modules = await Promise.all(
      names.map((name): Promise<Record<string, Words>> => import(new URL(name, folder).href)),
    );
    return modules.flatMap((module) => Object.values(module));
  };

  test('no file says what another one says already', async () => {
    const names = (await readWords()).flatMap(({ fr }) => Object.keys(fr));
    expect(names.length).toBeGreaterThan(200);
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
  });

  test.each(['fr', 'en'] as const)('%s: every event of the catalogue has a text, and nothing else has', (language) => {
    expect(Object.keys(endpointWords[language].eventNames).toSorted()).toEqual(eventTypes.toSorted());
  });

  test.each(['fr', 'en'] as const)('%s: every scope of an API key has a name, and nothing else has', (language) => {
    expect(Object.keys(recordWords[language].scopeNames).toSorted()).toEqual(scopes.toSorted());
  });

  /** The params that the English sentence of the API asks for, each a list and a word at the same time. */
  const paramsOf = (sentence: (params: never) => string): Record<string, string[]> => {
    const asked = new Set<string>();
    sentence(new Proxy({}, { get: (_, name) => void asked.add(String(name)) }) as never);
    return Object.fromEntries([...asked].map((name) => [name, ['this']]));
  };

  type List = 'problems' | 'reasons' | 'fieldErrors' | 'attemptErrors';
  const coded: [List, readonly string[], (code: never, params: never) => string][] = [
    ['problems', errorCodes, () => ''],
    ['reasons', errorReasons, reasonSentence],
    ['fieldErrors', fieldErrorCodes, (code, params) => fieldSentence({ code, params })],
    ['attemptErrors', attemptErrorCodes, (code, params) => attemptSentence({ code, params })],
  ];

  describe.each(['fr', 'en'] as const)('%s', (language) => {
    test.each(coded)('%s: every code has a sentence, which knows what the code is about', (list, codes, english) => {
      const words = { ...problemWords[language], ...fieldErrorWords[language] };
      const sentences = words[list] as Record<string, string | ((params: object) => string)>;
      expect(Object.keys(sentences).toSorted()).toEqual(codes.toSorted());
      for (const code of codes) {
        const word = sentences[code];
        const params = paramsOf((all) => english(code as never, all));
        const sentence = typeof word === 'function' ? word(params) : word;
        expect(sentence, code).toMatch(/\.$/);
        expect(sentence, code).not.toMatch(/undefined|\[object/);
      }
    });
  });

  test('each list is complete in both languages', async () => {
    const listsOf = (words: Record<string, unknown>) =>
      Object.entries(words).map(([name, value]) => [
        name,
        typeof value,
        value instanceof Object ? Object.keys(value) : [],
      ]);
    for (const { fr, en } of await readWords()) expect(listsOf(en)).toEqual(listsOf(fr));
  });
});
