import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  formBody,
  formWebhook,
  hmac,
  payload,
  payloadJson,
  webhook,
  type FormFields,
} from '../../test/support/webhooks.ts';
import { createTwilio } from './twilio.ts';

const twilio = createTwilio('https://api.twilio.com');
const authToken = '00112233445566778899aabbccddeeff';
const settings = { accountSid: 'ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', authToken, phoneNumbers: [] };
const url = 'https://api.example.com/webhooks/twilio/demo-hvac';
const form = 'application/x-www-form-urlencoded; charset=UTF-8';

interface Vector {
  name: string;
  token: string;
  url: string;
  params: FormFields;
  body?: string;
  signature: string;
  valid: boolean;
}

describe('the published signature vectors', () => {
  const { vectors } = payloadJson('twilio/signature-vectors.json') as { vectors: Vector[] };

  test.each(vectors)('$name: $valid', ({ token, url, params, body, signature, valid }) => {
    const headers = {
      'x-twilio-signature': signature,
      'content-type': body === undefined ? form : 'application/json',
    };
    const request = webhook('twilio', { url, headers, body: body ?? formBody(params) });
    expect(twilio.verify(request, { ...settings, authToken: token })).toBe(valid);
  });
});

describe('official bodies', () => {
  const bodies = [
    ['twilio/voice/status-outbound-completed-only.form', '6W8L7T/9aWpyj3/o9btrOzE1tAY='],
    ['twilio/voice/status-inbound-completed.form', 'j0HtMszSh5oO3aw9ypU4VhpIZbg='],
    ['twilio/voice/recording-completed.form', 'MuGzZziNy581pY/CyxJHLfwzeeI='],
    ['twilio/sms/inbound-fr.form', '38WCJdQwrxdkyUUrTddb89qRErU='],
  ] as const;

  test.each(bodies)('%s is what Twilio signed', (file, signature) => {
    const request = webhook('twilio', {
      headers: { 'content-type': form, 'x-twilio-signature': signature },
      body: payload(file),
    });
    expect(twilio.verify(request, settings)).toBe(true);
    expect(twilio.verify(request, { ...settings, authToken: 'another tenant' })).toBe(false);
    expect(
      twilio.verify({ ...request, rawBody: Buffer.concat([request.rawBody, Buffer.from('&a=1')]) }, settings),
    ).toBe(false);
    expect(twilio.verify({ ...request, url: `${request.url}-2` }, settings)).toBe(false);
  });
});

const signed = (body: string, at = url): ReturnType<typeof webhook> => {
  const fields = [...new URLSearchParams(body)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const signature = hmac('sha1', authToken, at + fields.flat().join(''), 'base64');
  return webhook('twilio', { url: at, headers: { 'content-type': form, 'x-twilio-signature': signature }, body });
};

describe('verification', () => {
  test('the connection overrides in the URL are not part of what is signed', () => {
    const request = signed('CallSid=CA1&CallStatus=ringing', `${url}?step=after-assistant`);
    expect(twilio.verify({ ...request, url: `${request.url}#rc=3&rp=all` }, settings)).toBe(true);
  });

  test('an unknown parameter is signed like any other', () => {
    expect(twilio.verify(signed('CallSid=CA1&SomethingNew=1'), settings)).toBe(true);
  });

  test('a webhook without a signature header is refused', () => {
    expect(twilio.hasSignature(signed('CallSid=CA1'))).toBe(true);
    const bare = formWebhook('twilio', { CallSid: 'CA1' });
    expect(twilio.hasSignature(bare)).toBe(false);
    expect(twilio.verify(bare, settings)).toBe(false);
  });

  test('a JSON body needs its hash in the URL', () => {
    const body = '{"CallSid":"CA1","CallStatus":"ringing"}';
    const hash = createHash('sha256').update(body).digest('hex');
    const at = `${url}?bodySHA256=${hash}`;
    const headers = { 'content-type': 'application/json', 'x-twilio-signature': hmac('sha1', authToken, at, 'base64') };
    expect(twilio.verify(webhook('twilio', { url: at, headers, body }), settings)).toBe(true);
    expect(twilio.verify(webhook('twilio', { url: at, headers, body: `${body} ` }), settings)).toBe(false);

    const unhashed = { ...headers, 'x-twilio-signature': hmac('sha1', authToken, url, 'base64') };
    expect(twilio.verify(webhook('twilio', { headers: unhashed, body }), settings)).toBe(false);
  });

  test.each([
    ['malformed UTF-8', Buffer.from([0x43, 0x3d, 0xff, 0xfe, 0x26, 0xc3])],
    ['malformed UTF-8 behind percent signs', Buffer.from('Body=%FF%FE&CallSid=CA1')],
    ['broken percent encoding', Buffer.from('Body=100%&CallSid=CA1%zz')],
    ['an empty body', Buffer.alloc(0)],
    ['thousands of fields', Buffer.from('a=1&'.repeat(10_000))],
    ['one endless field', Buffer.from(`Body=${'x'.repeat(60_000)}`)],
    ['hostile names', Buffer.from('__proto__=1&constructor=2&toString=3&CallSid=CA1')],
  ])('%s is refused or understood, never thrown', (_case, body) => {
    const request = webhook('twilio', { headers: { 'content-type': form, 'x-twilio-signature': 'AAAA' }, body });
    expect(twilio.verify(request, settings)).toBe(false);
    expect(twilio.parse(request).externalId).toMatch(/^.{10,200}$/);
  });

  test('values are decoded once, and an empty one still counts', () => {
    expect(twilio.verify(signed('Body=100%25%20s%C3%BBr&Empty=&CallSid=CA1'), settings)).toBe(true);
  });

  test('a URL that is none is refused', () => {
    const request = webhook('twilio', {
      url: '//nowhere',
      headers: { 'x-twilio-signature': 'AAAA' },
      body: 'CallSid=CA1',
    });
    expect(twilio.verify(request, settings)).toBe(false);
  });
});

describe('settings', () => {
  test("the documentation's example is accepted", () => {
    const example = { accountSid: 'ACxxx', authToken: 'xxx', phoneNumbers: ['+15145555678'] };
    expect(twilio.settings.parse(example)).toEqual(example);
    expect(twilio.settings.parse({ accountSid: 'ACxxx', authToken: 'xxx' }).phoneNumbers).toEqual([]);
    expect(twilio.settings.parse({ ...example, phoneNumbers: ['+1 (514) 555-5678'] })).toEqual(example);
  });

  test.each([
    [{ accountSid: 'SK123', authToken: 'x' }, 'field.wrong_format'],
    [{ accountSid: 'ACxxx', authToken: '' }, 'too_small'],
    [{ accountSid: 'ACxxx', authToken: 'x', phoneNumbers: ['514 555-5678'] }, 'E.164'],
  ])('%o is refused: %s', (given, message) => {
    expect(twilio.settings.safeParse(given).error?.message).toContain(message);
  });

  test('every field that opens something is secret', () => {
    expect(twilio.secretFields).toEqual(['authToken']);
  });
});
