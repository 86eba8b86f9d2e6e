import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendEvents } from './support/outbox.ts';
import { addReceiver, type ReceivingEndpoint } from './support/receiver.ts';
import { completedCall, twilioForm } from './support/send.ts';
import { startStack, until, withoutAssistant, type Stack } from './support/stack.ts';

let stack: Stack;
let endpoint: ReceivingEndpoint;
beforeAll(async () => {
  stack = await startStack({ ...withoutAssistant, CALL_WATCHDOG_SECONDS: '3600' });
  endpoint = await addReceiver(stack.app, stack.tenant.id);
});
afterAll(() => stack.stop());

test('calls go on while a worker that stops waits for an endpoint that hangs', async () => {
  endpoint.receiver.behave(() => 'hang');
  await sendEvents(stack.app, endpoint, 1);
  await until('an attempt that hangs', async () => endpoint.receiver.received.length > 0);

  const stopping = stack.worker.stop();
  const sid = `CA-while-stopping-${stack.tenant.id}`;
  await twilioForm(stack.baseUrl, `/webhooks/twilio/${stack.tenant.slug}`, completedCall(sid));
  const first = await Promise.race([
    until('the call', () => stack.findCall(sid)).then(() => 'the call'),
    stopping.then(() => 'the stop'),
  ]);
  expect(first).toBe('the call');
  await endpoint.receiver.stop();
  await stopping;
});
