import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { problemOf } from '../../n8n/code/verify.js';
import { signatureHeaders } from '../../src/outbox/standardWebhooks.ts';

const now = 1_795_000_000;
const whsec = (bytes: number) => `whsec_${randomBytes(bytes).toString('base64')}`;
const body = '{"data":"Fournaise arrêtée 🥶"}';

/** @returns what the Code node finds wrong */
const verify = (headers: Record<string, string>, secret: string, text = body, at = now) =>
  problemOf(headers, Buffer.from(text), secret, at);

describe("the template's own verification", () => {
  test.each([whsec(24), whsec(32), whsec(64), 'plain text of a secret', 'é'.repeat(200)])(
    'knows our signature by %s',
    (secret) => {
      expect(verify(signatureHeaders([secret], 'msg_1', now, body), secret)).toBeUndefined();
    },
  );

  test('agrees with Node for bodies of any length', () => {
    const key = randomBytes(32);
    for (let length = 0; length < 300; length += 1) {
      const bytes = randomBytes(length);
      const signed = Buffer.concat([Buffer.from(`msg_1.${now}.`), bytes]);
      const headers = {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(now),
        'webhook-signature': `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
      };
      expect(problemOf(headers, bytes, `whsec_${key.toString('base64')}`, now)).toBeUndefined();
    }
  });

  test('agrees with the published vectors', () => {
    // https://github.com/standard-webhooks/standard-webhooks
    const headers = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    expect(verify(headers, secret, '{"test": 2432232314}', 1_614_265_330)).toBeUndefined();
  });

  test('takes one of several signatures', () => {
    const [before, after] = [whsec(32), whsec(32)];
    const headers = signatureHeaders([before, after], 'msg_1', now, body);
    expect(verify(headers, before)).toBeUndefined();
    expect(verify(headers, after)).toBeUndefined();
    expect(verify(headers, whsec(32))).toBe('no signature fits the secret');
  });

  test('refuses what is changed, old, or not signed', () => {
    const secret = whsec(32);
    const headers = signatureHeaders([secret], 'msg_1', now, body);
    const signature = headers['webhook-signature'] ?? '';
    const mismatch = 'no signature fits the secret';
    expect(verify(headers, secret, `${body} `)).toBe(mismatch);
    expect(verify({ ...headers, 'webhook-id': 'msg_2' }, secret)).toBe(mismatch);
    expect(verify({ ...headers, 'webhook-timestamp': String(now + 1) }, secret)).toBe(mismatch);
    for (const wrong of [signature.slice(0, -1), `${signature}=`, signature.replace('v1,', 'v2,'), 'v1,', ' '])
      expect(verify({ ...headers, 'webhook-signature': wrong }, secret)).toBe(mismatch);
    expect(verify(headers, secret, body, now + 300)).toBeUndefined();
    const late = 'the timestamp is more than 5 minutes off';
    expect(verify(headers, secret, body, now + 301)).toBe(late);
    expect(verify(headers, secret, body, now - 301)).toBe(late);
    expect(verify({ ...headers, 'webhook-timestamp': 'soon' }, secret)).toBe(late);
    for (const name of Object.keys(headers)) expect(verify({ ...headers, [name]: '' }, secret)).toMatch(/is missing$/);
  });
});
