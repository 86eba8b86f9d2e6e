import { createHash, createHmac } from 'node:crypto';
import { parse } from 'node:querystring';
import * as fc from 'fast-check';
import twilioClient from 'twilio';
import { expect, test } from 'vitest';
import { formBody, webhook, type FormFields } from '../../../test/support/webhooks.ts';
import type { InboundWebhook } from '../provider.ts';
import { createSignalWire } from '../signalwire.ts';
import { createTwilio } from '../twilio.ts';

const twilio = createTwilio('https://api.twilio.com');
const signalwire = createSignalWire('https://{space}');
const secret = '0123456789abcdef';
const twilioSettings = { accountSid: 'AC1', authToken: secret, phoneNumbers: [] };
const signalwireSettings = {
  projectId: 'p',
  apiToken: 't',
  space: 's.signalwire.com',
  signingKey: secret,
  phoneNumbers: [],
};

const name = fc.oneof(
  fc.constantFrom('CallSid', 'From', 'from', 'A', 'a', 'AB', '__proto__', 'constructor', 'é', '𝒳', '\uffff'),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const value = fc.oneof(fc.constantFrom('', ' ', '+15145550142', 'Québec 🔧 ', 'a&b=c%'), fc.string({ unit: 'binary' }));
const fields: fc.Arbitrary<FormFields> = fc.dictionary(
  name,
  fc.oneof(value, fc.array(value, { minLength: 2, maxLength: 4 })),
  { noNullPrototype: true },
);

const url = fc
  .record({
    scheme: fc.constantFrom('https://', 'http://', 'HTTPS://'),
    user: fc.constantFrom('', 'me:secret@'),
    host: fc.constantFrom('api.example.com', 'Example.COM', '[::1]', '127.0.0.1'),
    port: fc.constantFrom('', ':443', ':80', ':8443'),
    path: fc.constantFrom('', '/', '/webhooks/twilio/demo', "/it's", '/Québec', '/a%20b', '/..//x'),
    query: fc.constantFrom('', '?', '?step=after-assistant', "?a='b'&c=%27", '?é=1', '?a=b&a=c'),
  })
  .map((parts) => Object.values(parts).join(''));
const fragment = fc.constantFrom('', '#rc=3', '#rc=3&rp=all', '#');

/** What a sender may have signed instead of the URL as it came. */
const spelled = (text: string): string[] => [
  text,
  text.replace(/:(443|80|8443)(?=\/|\?|$)/, ''),
  text.replace(/^(\w+:\/\/[^/?]*?)(:\d+)?(?=\/|\?|$)/, '$1:443'),
  text.replace(/^(\w+:\/\/[^/?]*?)(:\d+)?(?=\/|\?|$)/, '$1:80'),
  URL.canParse(text) ? new URL(text).href : text,
  `${text}x`,
];

const request = (provider: string, at: string, form: FormFields, signature: string): InboundWebhook =>
  webhook(provider, {
    url: at,
    headers: { 'content-type': 'application/x-www-form-urlencoded', [`x-${provider}-signature`]: signature },
    body: formBody(form),
  });

test("Twilio's signatures get the verdict of Twilio's own library", () => {
  let valid = 0;
  fc.assert(
    fc.property(
      fields,
      url,
      fragment,
      fc.nat({ max: 5 }),
      fc.constantFrom(secret, secret, secret, 'another'),
      fc.constantFrom('', '', '', '=', 'é'),
      (form, at, rest, spelling, token, suffix) => {
        const params = parse(formBody(form), '&', '=', { maxKeys: 0 });
        const text = spelled(at)[spelling] ?? at;
        const signature = twilioClient.getExpectedTwilioSignature(token, text, params) + suffix;
        const verdict = twilioClient.validateRequest(secret, signature, at, params);
        if (verdict) valid += 1;
        expect(twilio.verify(request('twilio', at + rest, form, signature), twilioSettings)).toBe(verdict);
      },
    ),
    { numRuns: 2_000 },
  );
  expect(valid).toBeGreaterThan(200);
});

test("Twilio's library and ours agree about a body that the URL vouches for", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.boolean(),
      fc.constantFrom(secret, 'another'),
      (body, same, token) => {
        const hash = createHash('sha256')
          .update(same ? body : `${body} `)
          .digest('hex');
        const at = `https://api.example.com/webhooks/twilio/demo?bodySHA256=${hash}`;
        const signature = twilioClient.getExpectedTwilioSignature(token, at, {});
        const verdict = twilioClient.validateRequestWithBody(secret, signature, at, body);
        const headers = { 'content-type': 'application/json', 'x-twilio-signature': signature };
        expect(twilio.verify(webhook('twilio', { url: at, headers, body }), twilioSettings)).toBe(verdict);
        expect(verdict).toBe(same && token === secret);
      },
    ),
  );
});

/** As SignalWire describes it: sorted by name, a repeated name as often and in the order in which it was sent. */
const signedBySignalWire = (at: string, form: FormFields): string => {
  const params = parse(formBody(form), '&', '=', { maxKeys: 0 });
  const names = Object.keys(params).toSorted();
  const text = names.flatMap((key) => [params[key] ?? ''].flat().map((item) => key + item)).join('');
  return createHmac('sha1', secret)
    .update(at + text)
    .digest('base64');
};

test('SignalWire signs repeated names in the order in which they were sent', () => {
  fc.assert(
    fc.property(fields, fc.boolean(), (form, tampered) => {
      const at = 'https://api.example.com/webhooks/signalwire/demo';
      const sent = tampered ? { ...form, Extra: '1' } : form;
      fc.pre(!tampered || !('Extra' in form));
      const signature = signedBySignalWire(at, form);
      expect(signalwire.verify(request('signalwire', at, sent, signature), signalwireSettings)).toBe(!tampered);
    }),
    { numRuns: 500 },
  );
});

test.each(['https://api.example.com:443/webhooks', 'https://api.example.com/webhooks', 'http://x:80/y', 'http://x/y'])(
  'SignalWire may have signed %s with or without the standard port',
  (at) => {
    const form = { CallSid: 'CA1', CallStatus: 'ringing' };
    const withPort = at.includes('https') ? 'https://api.example.com:443/webhooks' : 'http://x:80/y';
    const without = withPort.replace(/:(443|80)\//, '/');
    for (const signed of [withPort, without]) {
      const webhookSigned = request('signalwire', at, form, signedBySignalWire(signed, form));
      expect(signalwire.verify(webhookSigned, signalwireSettings)).toBe(true);
    }
    const other = request('signalwire', at, form, signedBySignalWire(`${without}/other`, form));
    expect(signalwire.verify(other, signalwireSettings)).toBe(false);
  },
);
