import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demo } from '../dev/simulator/demo.ts';
import { startVapi, type VapiStandin } from '../dev/standins/vapiApi.ts';
import { AuditEvent, LiveCall, WebhookEvent } from '../src/db/entities.ts';
import { saveIntegration } from '../src/db/tenants/integrations.ts';
import { systemEm, tenantEm } from '../src/db/core/tenancy.ts';
import { callWorkflowId } from '../src/temporal/ids.ts';
import { startTestApi, type SignedIn, type TestApi } from './support/http.ts';
import { post, signalwireJson, twilioForm, vapiMessage } from './support/send.ts';
import { startStack, until, type Stack } from './support/stack.ts';

let stack: Stack;
let owner: SignedIn;
let api: TestApi;
let control: VapiStandin;
beforeAll(async () => {
  control = await startVapi({ port: 0, apiKeys: [], log: () => {} });
  stack = await startStack({ VAPI_CONTROL_HOSTS: new URL(control.url).host, CALL_WATCHDOG_SECONDS: '600' });
  // A second API on the same database: users sign in there, and commands find what the first one heard.
  api = await startTestApi({
    DATABASE_URL: stack.app.config.database.url,
    DATABASE_OWNER_URL: stack.app.config.database.ownerUrl,
    TWILIO_API_URL: stack.standins.twilioUrl,
    SIGNALWIRE_API_URL: stack.standins.signalwireUrl,
    VAPI_API_URL: stack.standins.vapiUrl,
    VAPI_CONTROL_HOSTS: new URL(control.url).host,
  });
  owner = await api.signUpUser({ tenantId: stack.tenant.id, slug: stack.tenant.slug }, 'owner');
});
afterAll(async () => {
  await api.stop();
  await stack.stop();
  await control.stop();
});

const sid = () => `CA${randomUUID().replaceAll('-', '')}`;

const twilioPath = () => `/webhooks/twilio/${stack.tenant.slug}`;
const vapiPath = () => `/webhooks/vapi/${stack.tenant.slug}`;

/** A call that its carrier says goes on. */
const ring = async (callSid = sid()): Promise<{ callSid: string; id: string }> => {
  stack.standins.twilio.setCall(callSid, {
    accountSid: demo.twilio.accountSid,
    status: 'in-progress',
    direction: 'inbound',
    from: '+15145550142',
    to: demo.numbers.twilio,
    startTime: new Date().toISOString(),
  });
  const fields = {
    AccountSid: demo.twilio.accountSid,
    CallSid: callSid,
    CallStatus: 'ringing',
    Direction: 'inbound',
    From: '+15145550142',
    To: demo.numbers.twilio,
  };
  expect((await twilioForm(stack.baseUrl, twilioPath(), fields)).status).toBe(200);
  const call = await until('the call', () => stack.findCall(callSid));
  return { callSid, id: call.id };
};

const assistantCall = (callSid: string, assistantCallId: string, controlUrl: string) => ({
  id: assistantCallId,
  type: 'inboundPhoneCall',
  status: 'in-progress',
  phoneCallProvider: 'twilio',
  phoneCallProviderId: callSid,
  customer: { number: '+15145550142' },
  monitor: { controlUrl, listenUrl: 'wss://phone-call-websocket.vapi.ai/x/listen' },
});

/** The assistant has picked up, and says where the call takes commands. */
const join = async (callSid: string, url?: string): Promise<string> => {
  const assistantCallId = randomUUID();
  const controlUrl = url ?? `${control.url}/${assistantCallId}/control`;
  const call = assistantCall(callSid, assistantCallId, controlUrl);
  await vapiMessage(stack.baseUrl, vapiPath(), { type: 'status-update', status: 'in-progress', call });
  await until('the assistant', async () => (await stack.findCall(callSid))?.assistantCallId === assistantCallId);
  await until('where it takes commands', () =>
    tenantEm(stack.app.orm, stack.tenant.id).findOne(LiveCall, { assistantCallId }),
  );
  return assistantCallId;
};

const command = (id: string, what: string, body?: object, by = owner) =>
  by.post(`/dashboard/calls/${id}/${what}`, body);

const commandsOf = (assistantCallId: string) =>
  control.controls.received.filter(({ callId }) => callId === assistantCallId).map(({ body }) => body);

describe('what was said', () => {
  test('is seen while the call lasts, partial lines aside, and goes when it is over', async () => {
    const { callSid } = await ring();
    const assistantCallId = await join(callSid);
    const call = assistantCall(callSid, assistantCallId, `${control.url}/${assistantCallId}/control`);
    const say = (transcriptType: string, role: string, transcript: string, type = 'transcript') =>
      vapiMessage(stack.baseUrl, vapiPath(), { type, transcriptType, role, transcript, timestamp: Date.now(), call });
    await say('final', 'assistant', 'Bonjour!');
    await say('partial', 'user', 'Mon chauffe');
    await say('final', 'user', 'Mon chauffe-eau fuit.', 'transcript[transcriptType="final"]');
    const live = await until('both lines', async () => {
      const { body } = await owner.get('/dashboard/calls/live');
      const found = body.calls.find(({ externalCallId }: { externalCallId: string }) => externalCallId === callSid);
      return found?.lines.length === 2 && found;
    });
    expect(live).toMatchObject({ step: 'assistant', from: '+15145550142' });
    expect(live.lines.map(({ speaker, text }: { speaker: string; text: string }) => [speaker, text])).toEqual([
      ['assistant', 'Bonjour!'],
      ['caller', 'Mon chauffe-eau fuit.'],
    ]);

    stack.standins.twilio.setCall(callSid, {
      accountSid: demo.twilio.accountSid,
      status: 'completed',
      direction: 'inbound',
      from: '+15145550142',
      to: demo.numbers.twilio,
      startTime: new Date().toISOString(),
    });
    const over = { CallSid: callSid, CallStatus: 'completed', AccountSid: demo.twilio.accountSid, CallDuration: '3' };
    await twilioForm(stack.baseUrl, twilioPath(), { ...over, CallbackSource: 'call-progress-events' });
    await vapiMessage(stack.baseUrl, vapiPath(), {
      type: 'end-of-call-report',
      endedReason: 'customer-ended-call',
      call,
      artifact: { transcript: 'AI: Bonjour!' },
    });
    await until('its words to go', async () => {
      const rows = await tenantEm(stack.app.orm, stack.tenant.id).count(LiveCall, { assistantCallId });
      return rows === 0;
    });
  });

  test('and where it takes commands stands nowhere but sealed', async () => {
    const { callSid } = await ring();
    const assistantCallId = await join(callSid);
    const address = `${assistantCallId}/control`;
    const em = systemEm(stack.app.orm);
    const [row] = await em.execute<{ sealed_control: string }[]>(
      'select sealed_control from live_calls where assistant_call_id = ?',
      [assistantCallId],
    );
    expect(row?.sealed_control).toMatch(/^v1\./);
    const events = await em.find(WebhookEvent, { tenantId: stack.tenant.id });
    expect(JSON.stringify(events.map(({ payload }) => payload))).not.toContain(address);
    expect(JSON.stringify((await owner.get('/dashboard/calls/live')).body)).not.toContain(address);
    const call = await stack.findCall(callSid);
    expect(JSON.stringify((await owner.get(`/dashboard/calls/${call?.id}`)).body)).not.toContain(address);
    const workflowId = callWorkflowId({ tenantId: stack.tenant.id, externalCallId: callSid });
    const history = await stack.app.temporal.workflow.getHandle(workflowId).fetchHistory();
    expect(Buffer.from(JSON.stringify(history)).toString()).not.toContain(
      Buffer.from(address).toString('base64').slice(4, 40),
    );
  });
});

describe('commands', () => {
  test('reach the assistant as its vendor takes them', async () => {
    const { callSid, id } = await ring();
    const assistantCallId = await join(callSid);
    expect((await command(id, 'say', { text: 'Un instant.' })).status).toBe(200);
    expect((await command(id, 'mute-assistant')).status).toBe(200);
    expect((await command(id, 'unmute-assistant')).status).toBe(200);
    expect(control.violations()).toEqual([]);
    expect(commandsOf(assistantCallId)).toEqual([
      expect.objectContaining({ type: 'say', content: 'Un instant.' }),
      { type: 'control', control: 'mute-assistant' },
      { type: 'control', control: 'unmute-assistant' },
    ]);
    const rows = await tenantEm(stack.app.orm, stack.tenant.id).find(AuditEvent, { targetId: id });
    expect(rows.map(({ after }) => String(after?.['command'])).toSorted()).toEqual(['mute', 'say', 'unmute']);
    expect(JSON.stringify(rows)).not.toContain('Un instant.');
    control.controls.end(assistantCallId);
    expect((await command(id, 'mute-assistant')).body.code).toBe('call.over');
  });

  test('go nowhere but to the vendor of the assistant', async () => {
    const { callSid, id } = await ring();
    await join(callSid, `${stack.standins.n8n.url}/control`);
    expect((await command(id, 'say', { text: 'Bonjour' })).body.code).toBe('provider.refused');
  });

  test('without an assistant say that nothing takes them', async () => {
    const { id } = await ring();
    expect((await command(id, 'say', { text: 'Bonjour' })).body.code).toBe('call.not_controllable');
  });

  test('end a call at its carrier, which is asked whether it is over', async () => {
    const { callSid, id } = await ring();
    const { status, body } = await command(id, 'hang-up');
    expect([status, body]).toEqual([200, { ended: true }]);
    expect(stack.standins.twilio.updates()).toContainEqual({ callSid, Status: 'completed' });
    // The carrier says 21220 now: over is over.
    expect((await command(id, 'hang-up')).body).toEqual({ ended: true });
  });

  test('say that a call goes on which its carrier does not end', async () => {
    const { id } = await ring();
    stack.standins.twilio.setStubborn(true);
    const began = Date.now();
    const { body } = await command(id, 'hang-up');
    stack.standins.twilio.setStubborn(false);
    expect(body).toEqual({ ended: false });
    expect(Date.now() - began).toBeLessThan(15_000);
  });

  test("transfer the caller's own leg to a person, and to a message where no one answers", async () => {
    const { callSid, id } = await ring();
    expect((await command(id, 'transfer', { to: '+1 (514) 555-0191' })).status).toBe(200);
    const update = stack.standins.twilio.updates().find((one) => one['callSid'] === callSid);
    const url = new URL(update?.['Url'] ?? '');
    const path = url.pathname + url.search;
    const fields = {
      AccountSid: demo.twilio.accountSid,
      CallSid: callSid,
      CallStatus: 'in-progress',
      Direction: 'inbound',
    };
    const parties = { From: '+15145550142', To: demo.numbers.twilio };
    const answer = await twilioForm(stack.baseUrl, path, { ...fields, ...parties });
    expect(answer.text).toMatch(/<Number url="[^"]+">\+15145550191<\/Number>/);
    const [, action = ''] = /action="([^"]+)"/.exec(answer.text) ?? [];
    const after = new URL(action.replaceAll('&amp;', '&'));
    const unanswered = { ...fields, ...parties, DialCallStatus: 'no-answer', DialCallSid: sid() };
    expect((await twilioForm(stack.baseUrl, after.pathname + after.search, unanswered)).text).toContain('<Record');
    // Only the carrier's signature opens it.
    expect((await post(stack.baseUrl + path, '', {})).status).toBe(401);
  });

  test('transfer on SignalWire, which takes a URL alone', async () => {
    const callSid = randomUUID();
    stack.standins.signalwire.setCall(callSid, {
      accountSid: demo.signalwire.projectId,
      status: 'in-progress',
      direction: 'inbound',
      from: '+15145550142',
      to: demo.numbers.signalwire,
      startTime: new Date().toISOString(),
    });
    const body = {
      CallSid: callSid,
      CallStatus: 'ringing',
      Direction: 'inbound',
      From: '+15145550142',
      To: demo.numbers.signalwire,
    };
    await signalwireJson(stack.baseUrl, `/webhooks/signalwire/${stack.tenant.slug}`, JSON.stringify(body));
    const call = await until('the call', () => stack.findCall(callSid));
    expect((await command(call.id, 'transfer', { to: '+15145550191' })).status).toBe(200);
    const [update] = stack.standins.signalwire.updates();
    expect(update).toMatchObject({ callSid, Url: expect.stringContaining('step=transfer&to=%2B15145550191') });
    expect((await command(call.id, 'hang-up')).body).toEqual({ ended: true });
    expect(stack.standins.violations()).toEqual([]);
  });

  test('do not transfer to a number that would ring itself', async () => {
    const { id } = await ring();
    const tenantId = stack.tenant.id;
    const em = tenantEm(stack.app.orm, tenantId);
    const settings = { ...demo.twilio, phoneNumbers: ['+14385550177'] };
    await em.transactional((tx) => saveIntegration(tx, stack.app.keys, tenantId, 'twilio', settings, 'contested'));
    const { status, body } = await command(id, 'transfer', { to: '+14385550177' });
    expect([status, body.errors?.[0]?.path]).toEqual([400, 'body.to']);
  });

  test("are not taken from another tenant, from those who may only look, nor after the call's end", async () => {
    const { callSid, id } = await ring();
    const other = await api.signUp();
    const viewer = await api.signUpUser({ tenantId: stack.tenant.id, slug: stack.tenant.slug }, 'viewer');
    for (const [what, body] of [['hang-up'], ['say', { text: 'x' }], ['transfer', { to: '+15145550191' }]] as const) {
      expect((await command(id, what, body, other)).status).toBe(404);
      expect((await command(id, what, body, viewer)).status).toBe(403);
    }
    expect(stack.standins.twilio.updates().filter((one) => one['callSid'] === callSid)).toEqual([]);
    const over = { CallSid: callSid, CallStatus: 'completed', AccountSid: demo.twilio.accountSid, CallDuration: '3' };
    await twilioForm(stack.baseUrl, twilioPath(), { ...over, CallbackSource: 'call-progress-events' });
    await until('its end', async () => (await stack.findCall(callSid))?.status === 'completed');
    expect((await command(id, 'hang-up')).body.code).toBe('call.over');
  });
});

test('a known caller is greeted by name and in their language', async () => {
  await owner.post('/dashboard/contacts', { number: '+15145550188', name: 'Jane Roe', language: 'en' });
  const ask = async (number: string) => {
    const call = { id: randomUUID(), type: 'inboundPhoneCall', customer: { number } };
    const { text } = await vapiMessage(stack.baseUrl, vapiPath(), { type: 'assistant-request', call });
    return JSON.parse(text);
  };
  expect(await ask('+15145550188')).toMatchObject({
    assistantId: demo.vapi.assistantId,
    assistantOverrides: {
      firstMessage: expect.stringMatching(/^Hello/),
      variableValues: { callerName: 'Jane Roe', callerLanguage: 'English' },
    },
  });
  const stranger = await ask('+15145550189');
  expect(stranger.assistantOverrides.firstMessage).toBeUndefined();
  expect(stranger.assistantOverrides.variableValues.callerName).toBe('');
});
