import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi } from '../src/api/api.ts';
import { demo } from '../dev/simulator/demo.ts';
import { completedCall, twilioFormUntilTaken, vapiMessage } from './support/send.ts';
import { startStack, until, type Stack } from './support/stack.ts';

let stack: Stack;
let baseUrl: string;
beforeAll(async () => {
  stack = await startStack({ CALL_PRICE_AFTER_SECONDS: '0.5,1' });
  baseUrl = stack.baseUrl;
});
afterAll(async () => {
  await stack.stop();
  expect(stack.standins.violations()).toEqual([]);
});

const newSid = () => `CA${randomUUID().replaceAll('-', '')}`;
const send = (fields: Record<string, string>) =>
  twilioFormUntilTaken(baseUrl, `/webhooks/twilio/${stack.tenant.slug}`, fields);

const carrierCall = (to: string, startedAt: Date) => ({
  accountSid: demo.twilio.accountSid,
  status: 'completed' as const,
  direction: 'inbound' as const,
  from: '+15145550177',
  to,
  startTime: startedAt.toISOString(),
  durationSeconds: 31,
  price: 0.01,
});

const restartApi = async (): Promise<() => Promise<void>> => {
  const api = await startApi(stack.app);
  baseUrl = api.url;
  return () => api.stop();
};

test('calls of which no webhook arrived while the API was away are found and reported', async () => {
  // The tenant is heard of: its number points here.
  const before = newSid();
  await send(completedCall(before));
  await stack.closedCall(before);

  await stack.api.stop();
  const [missed, elsewhere, leg] = [newSid(), newSid(), newSid()];
  const now = new Date(Date.now() - 1_000);
  stack.standins.twilio.setCall(missed, carrierCall(demo.numbers.twilio, now));
  stack.standins.twilio.setCall(elsewhere, carrierCall('+15145559999', now));
  stack.standins.twilio.setCall(leg, { ...carrierCall(demo.numbers.twilio, now), parentCallSid: missed });
  const overSignalwire = randomUUID();
  stack.standins.signalwire.setCall(overSignalwire, {
    ...carrierCall(demo.numbers.signalwire, now),
    accountSid: demo.signalwire.projectId,
  });
  const ofVapi = randomUUID();
  stack.standins.vapi.setCall({
    apiKey: demo.vapi.apiKey,
    call: {
      id: ofVapi,
      orgId: randomUUID(),
      type: 'inboundPhoneCall',
      status: 'ended',
      createdAt: now.toISOString(),
      updatedAt: now.toISOString(),
      startedAt: now.toISOString(),
      endedAt: new Date().toISOString(),
      endedReason: 'customer-ended-call',
      assistantId: demo.vapi.assistantId,
      artifact: { transcript: 'AI: Bonjour.' },
    },
  });
  const stop = await restartApi();
  try {
    expect(await stack.closedCall(missed)).toMatchObject({
      status: 'completed',
      from: '+15145550177',
      durationSeconds: 31,
      provider: 'TWILIO',
    });
    expect(await stack.closedCall(overSignalwire)).toMatchObject({ status: 'completed', provider: 'SIGNALWIRE' });
    expect(await stack.closedCall(ofVapi)).toMatchObject({ provider: 'VAPI', transcript: 'AI: Bonjour.' });
    expect(await stack.findCall(elsewhere)).toBeNull();
    expect(await stack.findCall(leg)).toBeNull();
    await until('the event', async () =>
      stack.standins.n8n.deliveries().some(({ eventId }) => eventId === `${missed}:call-ended`),
    );
  } finally {
    await stop();
  }
});

test('nothing is asked each hour where a call was heard of lately', async () => {
  const stop = await restartApi();
  try {
    const sid = newSid();
    await send(completedCall(sid));
    await until('the call', () => stack.findCall(sid));
    const missed = newSid();
    stack.standins.twilio.setCall(missed, carrierCall(demo.numbers.twilio, new Date()));
    const found: unknown = await stack.app.temporal.workflow.execute('callGapWorkflow', {
      workflowId: `gap-${randomUUID()}`,
      taskQueue: stack.app.config.temporal.taskQueue,
    });
    expect(found).toBe(0);
    expect(await stack.findCall(missed)).toBeNull();
  } finally {
    await stop();
  }
});

test('a call of which nothing but a recording is heard ends as its carrier knows it', async () => {
  const stop = await restartApi();
  try {
    const sid = newSid();
    stack.standins.twilio.setCall(sid, carrierCall(demo.numbers.twilio, new Date()));
    await send({
      AccountSid: demo.twilio.accountSid,
      CallSid: sid,
      RecordingSid: 'RE1',
      RecordingUrl: 'https://api.twilio.com/recordings/RE1',
      RecordingStatus: 'completed',
      RecordingDuration: '12',
    });
    expect(await stack.closedCall(sid)).toMatchObject({
      status: 'completed',
      from: '+15145550177',
      to: demo.numbers.twilio,
      durationSeconds: 31,
    });
  } finally {
    await stop();
  }
});

test('an assistant that has lost every webhook is asked for its report, found by the carrier’s id', async () => {
  const stop = await restartApi();
  try {
    const sid = newSid();
    const startedAt = new Date(Date.now() - 20_000).toISOString();
    stack.standins.vapi.setCall({
      apiKey: demo.vapi.apiKey,
      call: {
        id: randomUUID(),
        orgId: randomUUID(),
        type: 'inboundPhoneCall',
        status: 'ended',
        createdAt: startedAt,
        updatedAt: startedAt,
        startedAt,
        endedAt: new Date().toISOString(),
        endedReason: 'customer-ended-call',
        phoneCallProvider: 'twilio',
        phoneCallProviderId: sid,
        artifact: { transcript: 'AI: Bonjour, ici la réceptionniste.' },
      },
    });
    const child = { ...completedCall(newSid()), ParentCallSid: sid, To: 'sip:demo@sip.vapi.ai' };
    await send({ ...child, CallStatus: 'completed', Timestamp: new Date().toUTCString() });
    await send({ ...completedCall(sid), Timestamp: new Date().toUTCString() });
    expect(await stack.closedCall(sid)).toMatchObject({
      aiHandled: true,
      transcript: 'AI: Bonjour, ici la réceptionniste.',
    });
  } finally {
    await stop();
  }
});

test('a carrier that only the assistant speaks of is asked, too', async () => {
  const stop = await restartApi();
  try {
    const sid = newSid();
    stack.standins.twilio.setCall(sid, carrierCall(demo.numbers.twilio, new Date()));
    const path = `/webhooks/vapi/${stack.tenant.slug}`;
    const call = { id: randomUUID(), type: 'inboundPhoneCall', phoneCallProviderId: sid };
    const message = { type: 'status-update', status: 'in-progress', timestamp: Date.now(), call };
    await until('an acknowledgement', async () => (await vapiMessage(baseUrl, path, message)).status < 300);
    expect(await stack.closedCall(sid)).toMatchObject({ status: 'completed', durationSeconds: 31 });
  } finally {
    await stop();
  }
});
