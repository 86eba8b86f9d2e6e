import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { signSignalwireForm, signTwilioForm } from './signing.ts';

interface Vector {
  name: string;
  token?: string;
  key?: string;
  url: string;
  body?: string;
  params?: Record<string, string | string[]> | [string, string][];
  signature: string;
  valid: boolean;
  signedOver?: string;
}

const vectorsOf = (provider: string): Vector[] =>
  (
    JSON.parse(readFileSync(`test/fixtures/payloads/${provider}/signature-vectors.json`, 'utf8')) as {
      vectors: Vector[];
    }
  ).vectors.filter(({ valid, body, params }) => valid && params && !body);

/** The form as it is sent: a repeated key once for each of its values. */
const formOf = (params: Vector['params'] = {}): string =>
  new URLSearchParams(
    (Array.isArray(params) ? params : Object.entries(params)).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, one]),
    ),
  ).toString();

describe("the simulator's signatures are those of the published vectors", () => {
  test.each(vectorsOf('twilio').filter(({ signedOver }) => signedOver === 'url as received'))(
    'Twilio: $name',
    ({ token = '', url, params, signature }) => {
      expect(signTwilioForm(token, url, formOf(params))).toBe(signature);
    },
  );

  test.each(vectorsOf('signalwire'))('SignalWire: $name', ({ key = '', url, params, signature }) => {
    expect(signSignalwireForm(key, url, formOf(params))).toBe(signature);
  });

  test('the fragment with overrides is not signed', () => {
    expect(signTwilioForm('12345', 'https://example.com/a#rc=2', 'A=1')).toBe(
      signTwilioForm('12345', 'https://example.com/a', 'A=1'),
    );
  });
});
