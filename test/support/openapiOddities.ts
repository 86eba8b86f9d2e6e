import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';

const oddTexts = [
  '',
  ' ',
  '\0',
  'a\u0000b',
  '\ud800',
  'a\udfff\ud800b',
  '\ufeff\u202e\u0300',
  '🙂'.repeat(200),
  'x'.repeat(5_000),
  '%00%',
  "' or 1=1 --",
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
  '-1',
  '1e400',
  '9'.repeat(40),
  '0x10',
  '2026-02-30',
  '+275760-09-13T00:00:00.001Z',
  '-000001-01-01T00:00:00Z',
  '0000-01-01',
  '9999-12-31',
  '9999-12-31T23:59:59-11:00',
  'a@b',
  ',,,',
  '{{7*7}}\r\nx: y',
];

export const oddText: Arbitrary<string> = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
);

/** Values that no schema of ours asks for. */
export const odd: Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 2 ** 31, 2 ** 53, -1e308, 1e308, [], {}, [[]], [null], {
    a: { b: [] },
  }),
  fc.jsonValue({ maxDepth: 4 }),
);

/** One or two that clients send to other servers, or to find out how this one breaks. */
export const oddHeaders: Arbitrary<Record<string, string>> = fc
  .array(
    fc.constantFrom(
      ...Object.entries({
        'content-type': [
          'text/plain',
          'application/json; charset=latin1',
          'application/JSON',
          'multipart/form-data',
          '*/*',
        ],
        'content-encoding': ['gzip', 'identity'],
        accept: ['text/html', 'application/xml', '*/*;q=0', ';;;'],
        'if-none-match': ['*', '"x"', 'W/"x", "y"', 'x'],
        'if-match': ['*', '"x"', 'W/"x"', 'x'],
        'idempotency-key': ['a', 'a b', 'é', 'x'.repeat(300)],
        'x-request-id': ['a b', 'x'.repeat(300), '<script>'],
        'x-forwarded-for': ['not an address', '::1', ','],
        origin: ['null', 'https://evil.example', 'x'],
        range: ['bytes=0-1', 'rows=1'],
        'x-twilio-signature': ['', 'AAAA', 'é'],
        'x-signalwire-signature': ['AAAA'],
        'x-vapi-secret': ['AAAA'],
      }).flatMap(([name, values]) => values.map((value): [string, string] => [name, value])),
    ),
    { maxLength: 2 },
  )
  .map((headers) => Object.fromEntries(headers));
