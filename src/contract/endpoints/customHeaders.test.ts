import { expect, test } from 'vitest';
import { CustomHeaders, isReservedHeader } from './customHeaders.ts';

const numbered = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`x-${index}`, 'a']));

test.each<Record<string, string>>([
  {},
  { Authorization: 'Bearer abc.def', 'X-Tenant': 'acme hvac' },
  { "!#$%&'*+.^_`|~": '~' },
  { 'x-long': 'a'.repeat(1024) },
  numbered(20),
])('taken: %j', (headers) => {
  expect(CustomHeaders.parse(headers)).toEqual(headers);
});

test.each([' a', 'a ', 'a\n', '\u200ba\u00a0'])('the value %j is taken without what was pasted along', (value) => {
  expect(CustomHeaders.parse({ x: value })).toEqual({ x: 'a' });
});

test.each<Record<string, string>>([
  { '': 'a' },
  { 'x y': 'a' },
  { 'x:y': 'a' },
  { 'x\r\ny': 'a' },
  { é: 'a' },
  { ['x'.repeat(101)]: 'a' },
  { x: '' },
  { x: ' \n' },
  { x: 'a\r\nwebhook-id: 1' },
  { x: 'a\tb' },
  { x: 'a\0b' },
  { x: 'é' },
  { x: 'a'.repeat(1025) },
  { 'X-A': '1', 'x-a': '2' },
  numbered(21),
])('refused: %j', (headers) => {
  expect(CustomHeaders.safeParse(headers).success).toBe(false);
});

const reserved =
  'webhook-id Webhook-Signature webhook-anything Content-Type content-length content-encoding Host User-Agent Connection ' +
  'Transfer-Encoding TE Trailer Upgrade Expect Keep-Alive Proxy-Authorization Date Accept-Encoding Sec-Fetch-Mode';
test.each(reserved.split(' '))('%s stays ours', (name) => {
  expect(isReservedHeader(name)).toBe(true);
  expect(CustomHeaders.safeParse({ [name]: 'a' }).success).toBe(false);
});

test('what only looks like one of ours is free', () => {
  for (const name of ['x-webhook-id', 'webhooks', 'x-host', 'hostname', 'update', 'content']) {
    expect(isReservedHeader(name)).toBe(false);
  }
});
