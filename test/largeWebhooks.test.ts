import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveIntegration } from '../src/db/tenants/integrations.ts';
import { WebhookEvent } from '../src/db/entities.ts';
import { tenantEm } from '../src/db/core/tenancy.ts';
import { demo } from '../dev/simulator/demo.ts';
import { post, vapiMessage, type Answer } from './support/send.ts';
import { startStack, until, type Stack } from './support/stack.ts';

let stack: Stack;
let path: string;
beforeAll(async () => {
  stack = await startStack({ LOG_LEVEL: 'fatal' });
  path = `/webhooks/vapi/${stack.tenant.slug}`;
});
afterAll(() => stack.stop());

const report = (callId: string, more: object) => ({
  type: 'end-of-call-report',
  timestamp: Date.now(),
  endedReason: 'customer-ended-call',
  startedAt: '2026-11-20T15:20:00.000Z',
  endedAt: '2026-11-20T15:21:00.000Z',
  durationSeconds: 60,
  cost: 0.12,
  analysis: { summary: 'Une fuite.' },
  artifact: { transcript: 'AI: Bonjour.\nUser: Allô.', messages: [] },
  call: { id: callId, type: 'webCall', createdAt: '2026-11-20T15:19:59.000Z' },
  ...more,
});

const events = () => tenantEm(stack.app.orm, stack.tenant.id);

describe('a report that Temporal could not carry', () => {
  test('reaches its call with what fits, and says what was cut', async () => {
    const callId = randomUUID();
    const analysis = { summary: 'Une fuite.', structuredData: { notes: 'é'.repeat(1_200_000), urgent: true } };
    expect((await vapiMessage(stack.baseUrl, path, report(callId, { analysis }))).status).toBe(200);
    const call = await stack.closedCall(callId);
    expect(call).toMatchObject({ status: 'completed', summary: 'Une fuite.', structuredData: { urgent: true } });
    expect(String(call.structuredData?.['notes']).length).toBeGreaterThan(60_000);
    const [event] = await stack.webhookEvents(callId);
    expect(event).toMatchObject({ relayAttempts: 1, relayError: null });
    expect(event?.payload['_cut']).toContain('message.analysis.structuredData.notes');
  });

  test('and of 8 MB loses what it repeats first, and nothing else', async () => {
    const callId = randomUUID();
    const messages = Array.from({ length: 20_000 }, (_, index) => ({ role: 'bot', message: `${index} `.repeat(30) }));
    const artifact = { transcript: 'AI: Bonjour.\nUser: Allô.', messages };
    const answer = await vapiMessage(stack.baseUrl, path, report(callId, { artifact, messages }));
    expect(answer.status).toBe(200);
    expect(await stack.closedCall(callId)).toMatchObject({ transcript: 'AI: Bonjour.\nUser: Allô.' });
    const [event] = await stack.webhookEvents(callId);
    expect(event?.payload).toMatchObject({
      _cut: ['message.artifact', 'message.messages'],
      message: { artifact: null, messages: null, analysis: { summary: 'Une fuite.' } },
    });
  });
});

describe('a large body', () => {
  /** Announces 12 MB and sends nothing of it. */
  const announce = async (headers: string[]): Promise<string> => {
    const socket = connect(Number(new URL(stack.baseUrl).port), '127.0.0.1');
    const head = [`POST ${path} HTTP/1.1`, 'host: x', 'content-type: application/json', 'content-length: 12000000'];
    socket.write([...head, ...headers, '', ''].join('\r\n'));
    const [answer] = await once(socket, 'data');
    socket.destroy();
    return String(answer);
  };

  test('of a sender whose headers prove nothing is refused before it comes', async () => {
    expect(await announce(['x-vapi-secret: wrong'])).toMatch(/^HTTP\/1\.1 403 [\s\S]*webhook\.signature_invalid/);
    expect(await announce([])).toMatch(/^HTTP\/1\.1 401 [\s\S]*webhook\.signature_missing/);
  });

  test('that is part of the proof is read, a few of them at a time', async () => {
    const tenant = await stack.createTenant();
    const em = tenantEm(stack.app.orm, tenant.id);
    const hmac = {
      secret: 'hmac-secret',
      algorithm: 'sha256',
      header: 'x-signature',
      timestampHeader: 'x-timestamp',
      format: '{body}',
      encoding: 'hex',
      prefix: '',
    };
    await saveIntegration(em, stack.app.keys, tenant.id, 'vapi', { ...demo.vapi, hmac });
    await em.flush();
    const url = `${stack.baseUrl}/webhooks/vapi/${tenant.slug}`;
    const send = (signature: (body: string) => string): Promise<Answer> => {
      const body = JSON.stringify({
        message: report(randomUUID(), { artifact: { transcript: 'x'.repeat(5_000_000) } }),
      });
      return post(url, body, { 'content-type': 'application/json', 'x-signature': signature(body) });
    };
    const sign = (body: string) => createHmac('sha256', 'hmac-secret').update(body).digest('hex');
    expect((await send(sign)).status).toBe(200);
    expect((await send(() => 'wrong')).status).toBe(403);
    const hold = () => {
      const socket = connect(Number(new URL(stack.baseUrl).port), '127.0.0.1');
      const head = [`POST ${new URL(url).pathname} HTTP/1.1`, 'host: x', 'content-length: 12000000', 'x-signature: x'];
      socket.write([...head, '', 'a'].join('\r\n'));
      return socket;
    };
    const held = Array.from({ length: 4 }, hold);
    await until('all places to be taken', async () => {
      const refused = hold();
      const [answer] = (await Promise.race([once(refused, 'data'), once(refused, 'close')])) as [unknown];
      refused.destroy();
      return String(answer).startsWith('HTTP/1.1 503 ');
    });
    for (const socket of held) socket.destroy();
    await until('a place again', async () => (await send(sign)).status === 200);
    expect(await em.count(WebhookEvent)).toBeGreaterThanOrEqual(2);
  });
});

test.each([
  'conversation-update',
  'speech-update',
  'transcript',
  'transcript[transcriptType="final"]',
  'model-output',
  'voice-input',
  'user-interrupted',
])('chatter such as %s is verified and acknowledged, and not stored', async (type) => {
  const before = await events().count(WebhookEvent);
  const message = { type, call: { id: randomUUID(), type: 'webCall' }, artifact: { messages: [] } };
  const answer = await vapiMessage(stack.baseUrl, path, message);
  expect(answer).toMatchObject({ status: 200, text: '{}' });
  expect((await vapiMessage(stack.baseUrl, path, message, 'wrong')).status).toBe(403);
  expect(await events().count(WebhookEvent)).toBe(before);
});

test.each(['assistant-request', 'tool-calls', 'transfer-destination-request'])(
  'a question such as %s is stored and answered',
  async (type) => {
    const callId = randomUUID();
    const toolCallList = [{ id: 'call_1', type: 'function', function: { name: 'look', arguments: {} } }];
    const answer = await vapiMessage(stack.baseUrl, path, {
      type,
      toolCallList,
      call: { id: callId, type: 'webCall' },
    });
    expect(answer.status).toBe(200);
    expect(answer.text).not.toBe('{}');
    expect(await stack.webhookEvents(callId)).toHaveLength(1);
  },
);
