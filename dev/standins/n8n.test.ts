import { afterEach, beforeEach, expect, test } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { demo } from '../simulator/demo.ts';
import type { N8nStandin } from './n8n.ts';
import { startStandins, type Standins } from './standins.ts';

let standins: Standins;
let n8n: N8nStandin;
let lines: string[];
beforeEach(async () => {
  lines = [];
  standins = await startStandins({ log: (line) => lines.push(line) });
  n8n = standins.n8n;
});
afterEach(() => standins.stop());

const event = { eventId: 'CA1:call-ended', eventType: 'call.ended', data: { transcript: 'Ça marche, à mardi!' } };

const deliver = (
  given: { path?: string; body?: string; secret?: string; contentType?: string; at?: Date; method?: string } = {},
): Promise<Response> => {
  const { path = demo.n8n.path, body = JSON.stringify(event), secret = demo.n8n.signatureSecret } = given;
  const { contentType = 'application/json', at = new Date(), method = 'POST' } = given;
  return fetch(n8n.webhookUrl(path), {
    method,
    body,
    headers: {
      'content-type': contentType,
      'webhook-id': 'delivery-1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('delivery-1', at, body),
    },
  });
};

test('a signed delivery starts the workflow, is remembered and shown', async () => {
  const answer = await deliver();
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ message: 'Workflow was started' });
  expect(n8n.deliveries()).toMatchObject([
    { id: 'delivery-1', eventId: event.eventId, eventType: 'call.ended', verified: true, accepted: true, body: event },
  ]);
  expect(lines.at(-1)).toContain('✓ call.ended');
  const shown = await fetch(`${n8n.url}/deliveries`);
  expect(await shown.json()).toEqual({ deliveries: n8n.deliveries() });
});

const otherSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
test.each([
  { name: 'another secret', given: { secret: otherSecret }, status: 401 },
  { name: 'an old timestamp', given: { at: new Date(Date.now() - 3_600_000) }, status: 401 },
  { name: 'another content type', given: { contentType: 'text/plain' }, status: 415 },
  { name: 'what is not JSON', given: { body: '{"eventId":' }, status: 422 },
])('$name is refused with $status', async ({ given, status }) => {
  const answer = await deliver(given);
  expect(answer.status).toBe(status);
  expect(n8n.deliveries()).toEqual([]);
  expect(n8n.attempts()).toMatchObject([{ verified: false, accepted: false, status }]);
  expect(lines.at(-1)).toContain('✗');
});

test('an inactive workflow and a wrong method are answered as n8n does', async () => {
  const inactive = await deliver({ path: 'elsewhere' });
  expect(inactive.status).toBe(404);
  expect(await inactive.json()).toMatchObject({ code: 404, message: expect.stringContaining('is not registered') });
  expect((await deliver({ method: 'PUT' })).status).toBe(404);
  expect(n8n.attempts()).toEqual([]);
});

test('bad days come as often as asked for, then it is well again', async () => {
  n8n.misbehave('error', 2);
  n8n.misbehave('booting');
  n8n.misbehave('gone');
  n8n.misbehave('throttled');
  const answers = [
    await deliver(),
    await deliver(),
    await deliver(),
    await deliver(),
    await deliver(),
    await deliver(),
  ];
  expect(answers.map(({ status }) => status)).toEqual([500, 500, 200, 410, 429, 200]);
  expect(answers[2]?.headers.get('content-type')).toContain('text/html');
  expect(n8n.deliveries()).toHaveLength(1);
  expect(n8n.attempts()).toHaveLength(6);
});

test('it can cut the connection and hang, and still be stopped', async () => {
  n8n.misbehave('reset');
  await expect(deliver()).rejects.toThrow('fetch failed');
  n8n.misbehave('hang');
  const hanging = deliver().catch((error: Error) => error.message);
  await expect.poll(() => n8n.attempts()).toHaveLength(2);
  await standins.stop();
  expect(await hanging).toBe('fetch failed');
  standins = await startStandins();
});

test('another process can add a workflow and ask for a bad day', async () => {
  const put = await fetch(`${n8n.url}/__standin/webhooks/other`, {
    method: 'PUT',
    body: JSON.stringify({ secret: otherSecret }),
  });
  expect(put.status).toBe(200);
  await fetch(`${n8n.url}/__standin/misbehave`, { method: 'POST', body: JSON.stringify({ kind: 'error' }) });
  expect((await deliver({ path: 'other', secret: otherSecret })).status).toBe(500);
  expect((await deliver({ path: 'other', secret: otherSecret })).status).toBe(200);
});

test('a taken port is reported in one sentence', async () => {
  const port = Number(new URL(n8n.url).port);
  await expect(startStandins({ ports: { n8n: port } })).rejects.toThrow(
    `Port ${port} for the n8n stand-in is taken by another program.`,
  );
});
