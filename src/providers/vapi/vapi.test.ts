import { describe, expect, test } from 'vitest';
import { hmac, jsonWebhook, payload, payloadJson, receivedAt, webhook } from '../../../test/support/webhooks.ts';
import type { AnswerContext, VapiSettings } from '../provider.ts';
import { createVapi } from './vapi.ts';
import type { ToolAnswer } from '../../domain/tools/answer.ts';
import { toolCallsOf } from './tools.ts';

const vapi = createVapi('https://api.vapi.ai');
const settings: VapiSettings = { apiKey: 'private-key', webhookSecret: 'shared-secret' };
const body = payload('vapi/tool-calls-object-args.json');
const delivered = (headers: Record<string, string>) => webhook('vapi', { headers, body });

describe('verification', () => {
  test.each([
    { 'x-vapi-secret': 'shared-secret' },
    { authorization: 'Bearer shared-secret' },
    { authorization: 'bearer shared-secret' },
    { authorization: 'shared-secret' },
  ])('%o proves itself', (headers) => {
    expect(vapi.hasSignature(delivered(headers))).toBe(true);
    expect(vapi.verify(delivered(headers), settings)).toBe(true);
    expect(vapi.verify(delivered(headers), { ...settings, webhookSecret: 'of another tenant' })).toBe(false);
  });

  test('the API key is not the webhook secret', () => {
    expect(vapi.verify(delivered({ authorization: 'Bearer private-key' }), settings)).toBe(false);
  });

  test('neither nothing nor an empty secret is proof', () => {
    const plain = delivered({ 'content-type': 'application/json', 'x-forwarded-for': '1.2.3.4', 'x-request-id': 'r1' });
    expect(vapi.hasSignature(plain)).toBe(false);
    expect(vapi.verify(plain, settings)).toBe(false);
    expect(vapi.verify(delivered({ 'x-vapi-secret': '' }), settings)).toBe(false);
  });

  const timestamp = String(receivedAt.getTime());
  const signed = (hmacSettings: object, headers: Record<string, string>) => {
    const parsed = vapi.settings.parse({ ...settings, hmac: { secret: 'hmac-key', ...hmacSettings } });
    return vapi.verify(delivered({ 'x-timestamp': timestamp, ...headers }), parsed);
  };

  test("Vapi's default plan: SHA-256 in hex over timestamp and body", () => {
    const signature = hmac('sha256', 'hmac-key', Buffer.concat([Buffer.from(`${timestamp}.`), body]), 'hex');
    expect(signed({}, { 'x-signature': signature })).toBe(true);
    expect(signed({}, { 'x-signature': signature, 'x-timestamp': String(receivedAt.getTime() + 1) })).toBe(false);
    expect(signed({}, { 'x-signature': signature, 'x-timestamp': '' })).toBe(false);
    expect(signed({ secret: 'another' }, { 'x-signature': signature })).toBe(false);
  });

  test("the documentation's samples: x-vapi-signature over the body", () => {
    const signature = hmac('sha256', 'hmac-key', body, 'hex');
    expect(signed({ header: 'X-Vapi-Signature', format: '{body}' }, { 'x-vapi-signature': signature })).toBe(true);
  });

  test.each(['sha256', 'sha512', 'sha1'] as const)('%s in base64 behind a prefix, in any header', (algorithm) => {
    const plan = {
      algorithm,
      encoding: 'base64',
      prefix: 'v1=',
      format: '{timestamp}:{body}!',
      header: 'X-Proof',
      timestampHeader: 'X-When',
    };
    const signature = `v1=${hmac(algorithm, 'hmac-key', `${timestamp}:${body.toString()}!`, 'base64')}`;
    expect(vapi.hasSignature(delivered({ 'x-proof': signature }))).toBe(true);
    expect(signed(plan, { 'x-proof': signature, 'x-when': timestamp })).toBe(true);
    expect(signed(plan, { 'x-proof': signature.slice('v1='.length), 'x-when': timestamp })).toBe(false);
  });
});

describe('a signed timestamp', () => {
  const sent = (timestamp: string, format = '{timestamp}.{body}') => {
    const signature = hmac(
      'sha256',
      'hmac-key',
      format.replace('{timestamp}', timestamp).replace('{body}', body.toString()),
      'hex',
    );
    const parsed = vapi.settings.parse({ ...settings, hmac: { secret: 'hmac-key', format } });
    return vapi.verify(delivered({ 'x-timestamp': timestamp, 'x-signature': signature }), parsed);
  };
  const spelled = (offsetSeconds: number): string[] => {
    const at = receivedAt.getTime() + offsetSeconds * 1000;
    return [String(at), String(at / 1000), new Date(at).toISOString(), new Date(at).toUTCString()];
  };

  test.each([0, 1, -1, 299, -299, 300, -300])('may be %i seconds off, in any unit', (offset) => {
    expect(spelled(offset).map((timestamp) => sent(timestamp))).toEqual([true, true, true, true]);
  });

  test.each([301, -301, 600, -600, 86_400, -86_400])('may not be %i seconds off', (offset) => {
    expect(spelled(offset).map((timestamp) => sent(timestamp))).toEqual([false, false, false, false]);
  });

  test.each(['', '0', 'now', '-1', '1e13', 'NaN', '99999999999999999999'])('must be one: %j is none', (timestamp) => {
    expect(sent(timestamp)).toBe(false);
  });

  test('is not looked at where it is not signed', () => {
    expect(sent('long ago', '{body}')).toBe(true);
  });
});

describe('malformed bodies', () => {
  test.each(['', '{', '[]', '"x"', '{}', '{"message":{}}', '{"message":{"type":null}}'])('%j', (text) => {
    expect(() => vapi.parse(webhook('vapi', { body: text }))).toThrow(
      expect.objectContaining({ code: 'request.malformed' }),
    );
  });

  test('malformed UTF-8 is survived', () => {
    const broken = Buffer.concat([
      Buffer.from('{"message":{"type":"hang","note":"'),
      Buffer.from([0xff, 0xc3]),
      Buffer.from('"}}'),
    ]);
    expect(vapi.parse(webhook('vapi', { body: broken }))).toMatchObject({ eventType: 'hang', events: [] });
  });
});

test('secrets are removed at any depth', () => {
  const { payload: kept } = vapi.parse(delivered({}));
  const text = JSON.stringify(kept);
  expect(text).not.toMatch(/must-not-be-logged/);
  expect(text).not.toMatch(/twilioAuthToken|serverUrlSecret/);
  expect(text).toContain('Réserve un rendez-vous');

  const planted = {
    message: {
      type: 'hang',
      call: {
        id: 'c1',
        assistant: { credentials: [{ apiKey: 'S1' }], server: { headers: { 'X-Anything': 'S2' }, url: 'kept' } },
      },
      assistant: { model: { maxTokens: 250, tools: [{ server: { secret: 'S3' } }] }, credentialIds: ['kept'] },
      phoneNumber: { twilioApiKey: 'S4', authToken: 'S5', authorization: 'S6', secretary: 'kept' },
    },
  };
  const cleaned = JSON.stringify(vapi.parse(jsonWebhook('vapi', planted)).payload);
  expect(cleaned).not.toMatch(/S\d/);
  expect(cleaned.match(/kept/g)).toHaveLength(3);
  expect(cleaned).toContain('"maxTokens":250');
});

test('what jsonb refuses is cleaned', () => {
  const odd = '{"message":{"type":"hang","a\\u0000b":"x\\u0000y","half":"\\ud800"}}';
  expect(vapi.parse(webhook('vapi', { body: odd })).payload).toEqual({
    message: { type: 'hang', ab: 'xy', half: '\ufffd' },
  });
});

describe('tool calls', () => {
  const { message } = payloadJson('vapi/tool-calls-object-args.json') as { message: Record<string, unknown> };
  const args = { customerName: 'Josée Tremblay', date: '2026-11-21T09:00:00-05:00' };

  test.each<[string, Record<string, unknown>]>([
    ['an object', message],
    [
      'JSON text',
      {
        toolCallList: [
          { id: 'call_heldout_1', function: { name: 'bookAppointment', arguments: JSON.stringify(args) } },
        ],
      },
    ],
    ['flat parameters', { toolCallList: [{ id: 'call_heldout_1', name: 'bookAppointment', parameters: args }] }],
    ['one list only', { toolWithToolCallList: message['toolWithToolCallList'] }],
    ['the other list', { toolCalls: message['toolCalls'], toolCallList: null }],
  ])('arguments as %s', (_case, given) => {
    expect(toolCallsOf(given)).toEqual([{ id: 'call_heldout_1', name: 'bookAppointment', args }]);
  });

  test.each([
    { toolCallList: [{ id: 'x', function: { name: 'a', arguments: '{' } }] },
    { toolCallList: [{ id: 'x', name: 'a', arguments: null }] },
  ])('arguments that are none: %o', (given) => expect(toolCallsOf(given)).toEqual([{ id: 'x', name: 'a', args: {} }]));

  test("they belong to the carrier's call and change nothing by themselves", () => {
    expect(vapi.parse(delivered({}))).toMatchObject({
      eventType: 'tool-calls',
      externalCallId: 'CA00000000000000000000000000000a01',
      events: [],
    });
  });
});

describe('answers', () => {
  const context: AnswerContext = {
    tenant: { id: 't1', slug: 'demo-hvac', name: 'Climatisation Démo' },
    webhookUrl: 'https://api.example.com/webhooks/vapi/demo-hvac',
  };
  const own = { ...settings, assistantId: 'assistant-1' };
  const answer = (message: Record<string, unknown>, given: VapiSettings = own) => {
    const { status, contentType, body } = vapi.answer(vapi.parse(jsonWebhook('vapi', { message })), context, given);
    expect([status, contentType]).toEqual([200, 'application/json; charset=utf-8']);
    return JSON.parse(body) as Record<string, unknown>;
  };

  test("the tenant's assistant takes the call", () => {
    expect(answer({ type: 'assistant-request', call: { id: 'c1' } })).toEqual({
      assistantId: 'assistant-1',
      assistantOverrides: {
        variableValues: { businessName: 'Climatisation Démo', callerName: '', callerLanguage: '', hours: '' },
      },
    });
  });

  test.each([
    [undefined, 'le lundi, de 8 h à 17 h / Monday, 8 a.m. to 5 p.m.'],
    ['en', 'Monday, 8 a.m. to 5 p.m.'],
  ] as const)('a caller whose language is %s is told the hours in it', (language, hours) => {
    const openingHours = { fr: 'le lundi, de 8 h à 17 h', en: 'Monday, 8 a.m. to 5 p.m.' };
    const known = { ...context, openingHours, ...(language && { caller: { name: 'Ann', language } }) };
    const parsed = vapi.parse(jsonWebhook('vapi', { message: { type: 'assistant-request', call: { id: 'c1' } } }));
    expect(JSON.parse(vapi.answer(parsed, known, own).body)).toMatchObject({
      assistantOverrides: { variableValues: { hours } },
    });
  });

  test('without one the caller hears why, in French first', () => {
    const { error } = answer({ type: 'assistant-request' }, settings);
    expect(error).toMatch(/^Bonjour.*Hello/);
  });

  test('a tool call gets one honest line', () => {
    const { results } = JSON.parse(vapi.answer(vapi.parse(delivered({})), context, own).body) as {
      results: Record<string, string>[];
    };
    expect(results).toMatchObject([{ toolCallId: 'call_heldout_1', name: 'bookAppointment' }]);
    // Nothing has run: nothing is claimed.
    expect(results[0]).not.toHaveProperty('result');
    expect(results[0]?.['error']).toMatch(/^[^\n]*Rien n’a pu être noté[^\n]*$/);
  });

  test('a result is in the language of the assistant, and one for each call, in their order', () => {
    const parsed = vapi.parse(jsonWebhook('vapi', payloadJson('vapi/tool-calls-message-and-sms.json')));
    const noted = { kind: 'message', dueAt: '2026-11-20T21:00:00Z', notedAt: '2026-11-20T16:00:00Z' } as const;
    const toolAnswers = new Map<string, ToolAnswer>([
      ['call_sm1', { code: 'tool.unknown' }],
      ['call_ms1', { code: 'work_item.noted', timeZone: 'America/Toronto', ...noted }],
    ]);
    const resultsIn = (transcriber: object) => {
      const message = { ...(parsed.payload['message'] as object), assistant: { transcriber } };
      const { body } = vapi.answer({ ...parsed, payload: { message } }, { ...context, toolAnswers }, own);
      return (JSON.parse(body) as { results: Record<string, string>[] }).results;
    };
    expect(resultsIn({ language: 'fr-CA' })).toEqual([
      {
        toolCallId: 'call_ms1',
        name: 'take_message',
        result: 'C’est noté : l’équipe prend connaissance du message d’ici 16 h.',
      },
      { toolCallId: 'call_sm1', name: 'send_sms', error: expect.stringContaining('rien n’a été fait') },
    ]);
    expect(resultsIn({ language: 'en' })[0]?.['result']).toMatch(/^It is noted.* by 4\sp\.m\.\.$/);
    expect(resultsIn({ language: 'multi' })[0]?.['result']).toMatch(/^C’est noté.*\. It is noted.*\.$/);
  });

  test.each([
    ['transfer-destination-request', { error: expect.any(String) }],
    ['knowledge-base-request', { documents: [] }],
    ['status-update', {}],
    ['something-new', {}],
  ])('%s', (type, expected) => {
    expect(answer({ type, call: null })).toEqual(expected);
  });
});

describe('settings', () => {
  test("the documentation's example is accepted", () => {
    expect(vapi.settings.parse({ apiKey: 'key_xxx', webhookSecret: 'xxx' })).toEqual({
      apiKey: 'key_xxx',
      webhookSecret: 'xxx',
    });
  });

  test.each([
    [{ sipUri: 'https://sip.vapi.ai' }, 'sip:name@sip.vapi.ai'],
    [{ sipUri: 'sip:a@sip.vapi.ai"><Redirect' }, 'sip:name@sip.vapi.ai'],
    [{ hmac: { secret: 'x', format: '{timestamp}' } }, '{body}'],
    [{ hmac: { secret: 'x', header: 'host' } }, 'names a signature'],
    [{ webhookSecret: '' }, 'too_small'],
  ])('%o is refused', (given, message) => {
    expect(vapi.settings.safeParse({ ...settings, ...given }).error?.message).toContain(message);
  });

  test('every field that opens something is secret', () => {
    expect(vapi.secretFields).toEqual(['apiKey', 'webhookSecret', 'hmac.secret']);
  });
});

const idOf = (message: Record<string, unknown>): string => vapi.parse(jsonWebhook('vapi', { message })).externalId;

test('a repeated message has the same id, any other another', () => {
  const call = { id: 'c1' };
  expect(idOf({ type: 'hang', call })).toBe(idOf({ type: 'hang', call }));
  const ids = [
    { type: 'hang', call },
    { type: 'hang', call, timestamp: 1 },
    { type: 'hang' },
    { type: 'x'.repeat(900), call: { id: 'y'.repeat(900) } },
  ].map(idOf);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(200);
});

test('a type of any length and alphabet can be stored', () => {
  const { eventType, externalId } = vapi.parse(jsonWebhook('vapi', { message: { type: `x${'🔧'.repeat(500)}` } }));
  expect([eventType.isWellFormed(), externalId.isWellFormed()]).toEqual([true, true]);
  expect(externalId.length).toBeLessThanOrEqual(200);
});

test('messages of an unknown type are kept', () => {
  const parsed = vapi.parse(
    jsonWebhook('vapi', {
      message: { type: 'call.deleted', call: { id: 'c1', type: 'webCall' }, timestamp: receivedAt.getTime() },
    }),
  );
  expect(parsed).toMatchObject({ eventType: 'call.deleted', externalCallId: 'c1', events: [] });
});
