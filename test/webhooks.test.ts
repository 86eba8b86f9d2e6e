import { randomBytes, randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse as parseForm } from 'node:querystring';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebhookEvent } from '../src/db/entities.ts';
import { saveIntegration } from '../src/db/tenants/integrations.ts';
import { systemEm, tenantEm } from '../src/db/core/tenancy.ts';
import { demo } from '../dev/simulator/demo.ts';
import { completedCall, post, signalwireJson, twilioBytes, twilioForm, vapiMessage } from './support/send.ts';
import { startStack, until, type Stack } from './support/stack.ts';

let stack: Stack;
let twilioPath: string;
let vapiPath: string;
beforeAll(async () => {
  stack = await startStack();
  twilioPath = `/webhooks/twilio/${stack.tenant.slug}`;
  vapiPath = `/webhooks/vapi/${stack.tenant.slug}`;
});
afterAll(() => stack.stop());

const newSid = () => `CA${randomBytes(16).toString('hex')}`;
const countEvents = () => tenantEm(stack.app.orm, stack.tenant.id).count(WebhookEvent);
const payloadOf = (name: string) => readFile(new URL(`fixtures/payloads/${name}`, import.meta.url));

describe('a signature', () => {
  test.each(['twilio', 'signalwire', 'vapi'])(
    'that is missing is refused by %s, and nothing is written',
    async (name) => {
      const before = await countEvents();
      const answer = await post(`${stack.baseUrl}/webhooks/${name}/${stack.tenant.slug}`, '{}', {
        'content-type': 'application/json',
      });
      expect(answer.status).toBe(401);
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'webhook.signature_missing', status: 401 });
      expect(await countEvents()).toBe(before);
    },
  );

  test('that is wrong, or made with another secret, is refused, and nothing is written', async () => {
    const before = await countEvents();
    const fields = completedCall(newSid());
    const answers = [
      await twilioForm(stack.baseUrl, twilioPath, fields, 'another-token'),
      await twilioForm(stack.baseUrl, twilioPath, fields, ''),
      await vapiMessage(stack.baseUrl, vapiPath, { type: 'hang' }, 'another-secret'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(await countEvents()).toBe(before);
  });

  test('of another tenant does not open the door', async () => {
    const other = await stack.createTenant();
    // Both tenants have the same secrets here: what differs is the signed URL.
    const path = `/webhooks/twilio/${other.slug}`;
    const fields = completedCall(newSid());
    const signed = await twilioForm(stack.baseUrl, path, fields);
    expect(signed.status).toBeLessThan(300);
    const stolen = await post(`${stack.baseUrl}${twilioPath}`, new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=',
    });
    expect(stolen.status).toBe(403);
    expect(await stack.webhookEvents(fields['CallSid'] ?? '')).toEqual([]);
  });

  test('does not help at an address without a tenant', async () => {
    const answer = await twilioForm(stack.baseUrl, '/webhooks/twilio/no-such-tenant', completedCall(newSid()));
    expect(answer.status).toBe(404);
  });
});

describe('a webhook', () => {
  test('that is repeated is recorded once, and acknowledged each time', async () => {
    const sid = newSid();
    const answers = await Promise.all([1, 2, 3].map(() => twilioForm(stack.baseUrl, twilioPath, completedCall(sid))));
    answers.push(await twilioForm(stack.baseUrl, twilioPath, completedCall(sid)));
    expect(answers.every(({ status }) => status < 300)).toBe(true);
    expect(await stack.webhookEvents(sid)).toHaveLength(1);
    expect(await stack.closedCall(sid)).toMatchObject({ status: 'completed', durationSeconds: 18, billedMinutes: 1 });
  });

  test('without a slug goes to the owner of the called number whose secret signed it', async () => {
    const number = `+1514555${String(randomInt(10_000)).padStart(4, '0')}`;
    const own = async (authToken: string) => {
      const tenant = await stack.createTenant();
      const em = tenantEm(stack.app.orm, tenant.id);
      const settings = { ...demo.twilio, authToken, phoneNumbers: [number] };
      await saveIntegration(em, stack.app.keys, tenant.id, 'twilio', settings, 'contested');
      await em.flush();
      return tenant.id;
    };
    const [first, second, bystander] = [await own('token-1'), await own('token-2'), await own('token-3')];
    const owners = async (callSid: string) => {
      const found = await systemEm(stack.app.orm).find(WebhookEvent, { subjectId: callSid });
      return found.map(({ tenantId }) => tenantId);
    };
    const send = (callSid: string, token: string) =>
      twilioForm(stack.baseUrl, '/webhooks/twilio', { ...completedCall(callSid), To: number }, token);

    const [one, two, none] = [newSid(), newSid(), newSid()];
    expect((await send(one, 'token-1')).status).toBeLessThan(300);
    expect((await send(two, 'token-2')).status).toBeLessThan(300);
    expect((await send(none, 'wrong')).status).toBe(403);
    expect([await owners(one), await owners(two), await owners(none)]).toEqual([[first], [second], []]);
    expect(await tenantEm(stack.app.orm, bystander).count(WebhookEvent)).toBe(0);
    const unknown = { ...completedCall(newSid()), To: '+15145550199' };
    expect((await twilioForm(stack.baseUrl, '/webhooks/twilio', unknown)).status).toBe(404);
  });

  test('of an unknown type is stored with all its fields, and acknowledged', async () => {
    const sid = newSid();
    const fields = { CallSid: sid, AccountSid: demo.twilio.accountSid, Unheard: 'of', Empty: '', Accent: 'Québec 🔧 ' };
    expect((await twilioForm(stack.baseUrl, twilioPath, fields)).status).toBeLessThan(300);
    const [event] = await stack.webhookEvents(sid);
    expect(event?.payload).toMatchObject(fields);

    const strange = { type: 'call.something-new', call: { id: newSid(), type: 'webCall' }, nested: { kept: true } };
    expect((await vapiMessage(stack.baseUrl, vapiPath, strange)).status).toBe(200);
  });

  test('of Vapi is stored without its secrets', async () => {
    const body = await payloadOf('vapi/tool-calls-object-args.json');
    const answer = await post(`${stack.baseUrl}${vapiPath}`, body, {
      'content-type': 'application/json',
      'x-vapi-secret': demo.vapi.webhookSecret,
    });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ results: [{ toolCallId: 'call_heldout_1' }] });
    const [event] = await stack.webhookEvents('CA00000000000000000000000000000a01');
    expect(JSON.stringify(event?.payload)).toContain('Josée Tremblay');
    expect(JSON.stringify(event?.payload)).not.toContain('must-not-be-logged');
  });

  test('with a text message gets an empty TwiML answer', async () => {
    const body = (await payloadOf('twilio/sms/inbound-fr.form')).toString();
    const answer = await twilioForm(stack.baseUrl, twilioPath, Object.fromEntries(new URLSearchParams(body)));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('xml');
    expect(answer.text).toContain('<Response');
  });
});

describe('a bad day', () => {
  test('a body of 20 MB is refused without being read', async () => {
    const answer = await post(`${stack.baseUrl}${twilioPath}`, Buffer.alloc(20 * 1024 * 1024, 'a'), {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': 'x',
    });
    expect(answer.status).toBe(413);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  test.each([
    ['malformed UTF-8', Buffer.from([0x42, 0x6f, 0x64, 0x79, 0x3d, 0xc3, 0x28]), { Body: '\ufffd(' }],
    ['broken percent encoding', Buffer.from('Body=%E0%A4%A&CallSid=%'), { Body: '\ufffd%A', CallSid: '%' }],
    ['nothing', Buffer.alloc(0), {}],
    ['a NUL', Buffer.from('Body=a%00b'), { Body: 'ab' }],
  ])('%s, signed, is read as far as it can be, and stored', async (_name, body, stored) => {
    const tenant = await stack.createTenant();
    // What the bytes decode to is what Twilio has signed.
    const fields = { ...parseForm(body.toString()) } as Record<string, string>;
    const answer = await twilioBytes(stack.baseUrl, `/webhooks/twilio/${tenant.slug}`, body, fields);
    expect(answer.status).toBeLessThan(300);
    const events = await tenantEm(stack.app.orm, tenant.id).find(WebhookEvent, {});
    expect(events.map(({ payload }) => payload)).toEqual([stored]);
  });

  test('a NUL, a lone surrogate and long names in a signed webhook are stored as far as PostgreSQL can', async () => {
    const sid = newSid();
    const fields = { ...completedCall(sid), Body: 'a\0b', Note: 'é', [`X${'x'.repeat(500)}`]: 'y' };
    expect((await twilioForm(stack.baseUrl, twilioPath, fields)).status).toBeLessThan(300);
    const [event] = await stack.webhookEvents(sid);
    expect(event?.payload).toMatchObject({ Body: 'ab', Note: 'é' });

    const message = `{"message":{"type":"${'t'.repeat(5_000)}","call":{"id":"${sid}","type":"webCall"},"text":"\\ud800"}}`;
    const answer = await post(`${stack.baseUrl}${vapiPath}`, message, {
      'content-type': 'application/json',
      'x-vapi-secret': demo.vapi.webhookSecret,
    });
    expect(answer.status).toBe(200);
  });

  test('broken JSON with a good signature gets a clear 400', async () => {
    const path = `/webhooks/signalwire/${stack.tenant.slug}`;
    const answer = await signalwireJson(stack.baseUrl, path, '{"CallSid":');
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'request.malformed' });
  });

  test('late news amends a closed call, without a second run', async () => {
    const sid = newSid();
    await twilioForm(stack.baseUrl, twilioPath, completedCall(sid));
    await stack.closedCall(sid);
    const recording = {
      AccountSid: demo.twilio.accountSid,
      CallSid: sid,
      RecordingSid: `RE${randomBytes(16).toString('hex')}`,
      RecordingUrl: 'https://api.twilio.com/2010-04-01/Accounts/AC/Recordings/RE1',
      RecordingStatus: 'completed',
      RecordingDuration: '12',
      RecordingSource: 'RecordVerb',
    };
    await twilioForm(stack.baseUrl, twilioPath, recording);
    const amended = await until('the recording', async () => {
      const call = await stack.findCall(sid);
      return call && call.recordings.length > 0 ? call : null;
    });
    expect(amended).toMatchObject({ outcome: 'VOICEMAIL', durationSeconds: 18 });
    await until('its event', async () =>
      (await stack.deliveries(sid)).some(({ eventType }) => eventType === 'recording.ready'),
    );
    const runs = stack.app.temporal.workflow.list({
      query: `WorkflowType = 'callWorkflow' and WorkflowId = 'call/${stack.tenant.id}/${sid}'`,
    });
    const started: string[] = [];
    for await (const { runId } of runs) started.push(runId);
    expect(started).toHaveLength(1);
  });
});
