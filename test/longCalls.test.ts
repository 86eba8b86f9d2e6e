import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo } from '../dev/simulator/demo.ts';
import { startVapi, type VapiStandin } from '../dev/standins/vapiApi.ts';
import { LiveCall } from '../src/db/entities.ts';
import { tenantEm } from '../src/db/core/tenancy.ts';
import { twilioForm, vapiMessage } from './support/send.ts';
import { startStack, until, type Stack } from './support/stack.ts';

let stack: Stack;
let control: VapiStandin;
beforeAll(async () => {
  control = await startVapi({ port: 0, apiKeys: [], log: () => {} });
  stack = await startStack({
    VAPI_CONTROL_HOSTS: new URL(control.url).host,
    CALL_LONGEST_SECONDS: '8',
    CALL_WATCHDOG_SECONDS: '600',
  });
});
afterAll(async () => {
  await stack.stop();
  await control.stop();
});

test('a call that lasts too long hears a sentence, is ended at its carrier, and found to be over', async () => {
  const callSid = `CA${randomUUID().replaceAll('-', '')}`;
  const assistantCallId = randomUUID();
  stack.standins.twilio.setCall(callSid, {
    accountSid: demo.twilio.accountSid,
    status: 'in-progress',
    direction: 'inbound',
    from: '+15145550142',
    to: demo.numbers.twilio,
    startTime: new Date().toISOString(),
  });
  await twilioForm(stack.baseUrl, `/webhooks/twilio/${stack.tenant.slug}`, {
    AccountSid: demo.twilio.accountSid,
    CallSid: callSid,
    CallStatus: 'ringing',
    Direction: 'inbound',
    From: '+15145550142',
    To: demo.numbers.twilio,
  });
  const call = {
    id: assistantCallId,
    type: 'inboundPhoneCall',
    phoneCallProvider: 'twilio',
    phoneCallProviderId: callSid,
    customer: { number: '+15145550142' },
    monitor: { controlUrl: `${control.url}/${assistantCallId}/control` },
  };
  const answered = { type: 'status-update', status: 'in-progress', timestamp: Date.now(), call };
  await vapiMessage(stack.baseUrl, `/webhooks/vapi/${stack.tenant.slug}`, answered);
  await until('where it takes commands', () =>
    tenantEm(stack.app.orm, stack.tenant.id).findOne(LiveCall, { assistantCallId }),
  );

  // No webhook says that it is over: its carrier is asked.
  const over = await until('its end', async () => {
    const row = await stack.findCall(callSid);
    return row?.status === 'completed' && row;
  });
  expect(control.violations()).toEqual([]);
  expect(control.controls.received).toEqual([
    { callId: assistantCallId, body: expect.objectContaining({ type: 'say', endCallAfterSpoken: true }) },
  ]);
  expect(control.controls.received[0]?.body['content']).toMatch(/Au revoir.*Goodbye/);
  expect(stack.standins.twilio.updates()).toEqual([{ callSid, Status: 'completed' }]);
  expect(stack.standins.violations()).toEqual([]);
  expect(over.endedAt).not.toBeNull();
});
