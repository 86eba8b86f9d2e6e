import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { signatureHeaders } from './standardWebhooks.ts';

interface Vector {
  name: string;
  secret: string;
  id: string;
  timestamp: number;
  payload: string;
  signature: string;
  valid: boolean;
}

const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;
const now = () => Math.floor(Date.now() / 1000);

test('the headers are those of Standard Webhooks', async () => {
  const file = new URL('../../test/fixtures/payloads/standard-webhooks/vectors.json', import.meta.url);
  const { vectors } = JSON.parse(await readFile(file, 'utf8')) as { vectors: Vector[] };
  // Those that are invalid, or valid for their place among several, are for receivers to recognise.
  for (const vector of vectors.filter(({ valid, signature }) => valid && !signature.includes(' '))) {
    const headers = signatureHeaders([vector.secret], vector.id, vector.timestamp, vector.payload);
    expect({ name: vector.name, signature: headers['webhook-signature'] }).toEqual({
      name: vector.name,
      signature: vector.signature,
    });
  }
});

test('while secrets are rotated, a receiver verifies with the old one or the new one', () => {
  const [current, previous, another] = [newSecret(), newSecret(), newSecret()];
  const body = JSON.stringify({ transcript: 'Ça marche, à mardi!' });
  const headers = signatureHeaders([current, previous], 'msg_1', now(), body);
  expect(headers['webhook-signature']).toMatch(/^v1,\S{44} v1,\S{44}$/);
  expect(new Webhook(current).verify(body, headers)).toEqual(JSON.parse(body));
  expect(new Webhook(previous).verify(body, headers)).toEqual(JSON.parse(body));
  expect(() => new Webhook(another).verify(body, headers)).toThrow('No matching signature found');
  expect(() => new Webhook(current).verify(`${body} `, headers)).toThrow('No matching signature found');
});

test('each attempt has its own timestamp and signature, and the same id', () => {
  const secrets = [newSecret()];
  const [first, second] = [signatureHeaders(secrets, 'msg_1', 1, '{}'), signatureHeaders(secrets, 'msg_1', 2, '{}')];
  expect(second['webhook-id']).toBe(first['webhook-id']);
  expect(second['webhook-timestamp']).not.toBe(first['webhook-timestamp']);
  expect(second['webhook-signature']).not.toBe(first['webhook-signature']);
});

test('nothing goes out unsigned', () => {
  expect(() => signatureHeaders([], 'msg_1', now(), '{}')).toThrow('one secret');
});
