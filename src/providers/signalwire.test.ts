import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  formWebhook,
  hmac,
  jsonWebhook,
  payload,
  payloadJson,
  receivedAt,
  webhook,
} from '../../test/support/webhooks.ts';
import { createSignalWire } from './signalwire.ts';

const signalwire = createSignalWire('https://{space}');
const signingKey = 'PSKtest1234567890abcdef';
const settings = {
  projectId: '4b7ae78a-d02e-4889-a63b-08b156d5916e',
  apiToken: 'PTtoken',
  space: 'example.signalwire.com',
  signingKey,
  phoneNumbers: [],
};
const url = 'https://api.example.com/webhooks/signalwire/demo-hvac';
const form = 'application/x-www-form-urlencoded';

interface Vector {
  name: string;
  key: string;
  url: string;
  body?: string;
  params?: [string, string][];
  signature: string;
  valid: boolean;
}

describe('the published signature vectors', () => {
  const { vectors } = payloadJson('signalwire/signature-vectors.json') as { vectors: Vector[] };

  describe.each(['x-signalwire-signature', 'x-twilio-signature'])('in %s', (header) => {
    test.each(vectors)('$name: $valid', ({ key, url, body, params, signature, valid }) => {
      const headers = { [header]: signature, 'content-type': params ? form : 'application/json' };
      const request = webhook('signalwire', { url, headers, body: body ?? new URLSearchParams(params).toString() });
      expect(signalwire.hasSignature(request)).toBe(true);
      expect(signalwire.verify(request, { ...settings, signingKey: key })).toBe(valid);
    });
  });
});

describe('verification', () => {
  const body = payload('twilio/voice/status-inbound-completed.form');
  const fields = [...new URLSearchParams(body.toString())].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const sign = (key: string, at = url) => hmac('sha1', key, at + fields.flat().join(''), 'base64');
  const posted = (signature: string, at = url) =>
    webhook('signalwire', { url: at, headers: { 'content-type': form, 'x-signalwire-signature': signature }, body });

  test('the signing key counts, not the API token', () => {
    expect(signalwire.verify(posted(sign(signingKey)), settings)).toBe(true);
    expect(signalwire.verify(posted(sign(settings.apiToken)), settings)).toBe(false);
  });

  test('a form is not verified as JSON, nor JSON as a form', () => {
    expect(signalwire.verify(posted(hmac('sha1', signingKey, url + body.toString(), 'hex')), settings)).toBe(false);
    const json = '{"CallSid":"4f9f0d0e-0f3a-4c0f-9c3a-1d4a7a1c8f11"}';
    const headers = {
      'content-type': 'application/json',
      'x-signalwire-signature': hmac('sha1', signingKey, url + json, 'hex'),
    };
    expect(signalwire.verify(webhook('signalwire', { headers, body: json }), settings)).toBe(true);
    const asForm = { ...headers, 'x-signalwire-signature': hmac('sha1', signingKey, url, 'base64') };
    expect(signalwire.verify(webhook('signalwire', { headers: asForm, body: json }), settings)).toBe(false);
  });

  test('the URL may have been signed with its standard port, and without its fragment', () => {
    expect(signalwire.verify(posted(sign(signingKey, url.replace('.com/', '.com:443/'))), settings)).toBe(true);
    expect(signalwire.verify(posted(sign(signingKey), `${url}#rc=2`), settings)).toBe(true);
  });

  test('a body that the signed hash does not fit is refused', () => {
    const json = '{"CallSid":"a"}';
    const at = `${url}?bodySHA256=${createHash('sha256').update(json).digest('hex')}`;
    const headers = {
      'content-type': 'application/json',
      'x-signalwire-signature': hmac('sha1', signingKey, at, 'base64'),
    };
    expect(signalwire.verify(webhook('signalwire', { url: at, headers, body: json }), settings)).toBe(true);
    expect(signalwire.verify(webhook('signalwire', { url: at, headers, body: '{"CallSid":"b"}' }), settings)).toBe(
      false,
    );
  });

  test('a webhook without a signature header is refused', () => {
    const bare = formWebhook('signalwire', { CallSid: 'x' });
    expect(signalwire.hasSignature(bare)).toBe(false);
    expect(signalwire.verify(bare, settings)).toBe(false);
  });
});

describe('callbacks', () => {
  const callSid = '4f9f0d0e-0f3a-4c0f-9c3a-1d4a7a1c8f11';

  test('ids are UUIDs, the audio statistics are kept, `answered` is in progress', () => {
    const parsed = signalwire.parse(
      formWebhook('signalwire', {
        CallSid: callSid,
        AccountSid: settings.projectId,
        From: '+15145550142',
        To: '+15145550100',
        Direction: 'inbound',
        CallStatus: 'answered',
        CallbackSource: 'call-progress-events',
        AudioInMos: '4.5',
        HangupBy: '',
      }),
    );
    expect(parsed).toMatchObject({
      eventType: 'voice.status',
      externalCallId: callSid,
      payload: { AudioInMos: '4.5' },
    });
    expect(parsed.events).toEqual([
      {
        source: 'signalwire',
        at: '2026-11-20T15:30:00.000Z',
        type: 'status',
        status: 'in-progress',
        direction: 'INBOUND',
        from: '+15145550142',
        to: '+15145550100',
      },
    ]);
  });

  test('JSON says the same as a form', () => {
    const fields = {
      CallSid: callSid,
      From: '+15145550142',
      To: '+15145550100',
      CallStatus: 'completed',
      CallDuration: '42',
    };
    const numbers = { ...fields, CallDuration: 42 };
    expect(signalwire.parse(jsonWebhook('signalwire', numbers)).events).toEqual(
      signalwire.parse(formWebhook('signalwire', fields)).events,
    );
  });

  test("the number's own callback reports when the call began, not when it ended", () => {
    const [event] = signalwire.parse(
      formWebhook('signalwire', {
        CallSid: callSid,
        From: '+15145550142',
        To: '+15145550100',
        Timestamp: 'Fri, 20 Nov 2026 15:20:00 +0000',
        CallStatus: 'completed',
        CallDuration: '90',
        AudioInMos: '4.5',
      }),
    ).events;
    expect(event).toMatchObject({
      status: 'completed',
      direction: 'INBOUND',
      startedAt: '2026-11-20T15:20:00.000Z',
      at: '2026-11-20T15:21:30.000Z',
      durationSeconds: 90,
    });
  });

  test('documents of the newer API are understood', () => {
    const swml = signalwire.parse(
      jsonWebhook('signalwire', {
        call: {
          call_id: callSid,
          call_state: 'created',
          direction: 'inbound',
          from_number: '+15145550142',
          to_number: '+15145550100',
        },
        vars: {},
      }),
    );
    expect(swml).toMatchObject({
      externalCallId: callSid,
      events: [{ status: 'ringing', from: '+15145550142', to: '+15145550100' }],
    });
    expect(signalwire.calledNumber(swml)).toBe('+15145550100');
    const ended = signalwire.parse(
      jsonWebhook('signalwire', { event: 'call.state', params: { call_id: callSid, state: 'ended' } }),
    );
    expect(ended).toMatchObject({ externalCallId: callSid, events: [{ status: 'completed' }] });
  });

  const stateDocument = (call_state: string, more: Record<string, unknown> = {}) => ({
    event_type: 'calling.call.state',
    timestamp: receivedAt.getTime() / 1000,
    params: {
      call_id: callSid,
      node_id: 'n',
      call_state,
      direction: 'outbound',
      device: { type: 'phone', params: { from_number: '+15145550101', to_number: '+15145550142' } },
      ...more,
    },
  });
  const parseDocument = (document: unknown) => signalwire.parse(jsonWebhook('signalwire', document));

  test.each([
    ['busy', 'busy'],
    ['decline', 'busy'],
    ['noAnswer', 'no-answer'],
    ['no_answer', 'no-answer'],
    ['cancel', 'canceled'],
    ['error', 'failed'],
    ['hangup', 'completed'],
    ['', 'completed'],
    ['something new', 'completed'],
  ])('a call that ended with %j is %s', (end_reason, status) => {
    expect(parseDocument(stateDocument('ended', { end_reason }))).toMatchObject({
      externalCallId: callSid,
      events: [
        { status, direction: 'OUTBOUND', from: '+15145550101', to: '+15145550142', at: receivedAt.toISOString() },
      ],
    });
  });

  test('a document with times says how long the call was', () => {
    const times = { start_time: 1795190400000, answer_time: 1795190404000, end_time: 1795190446000 };
    expect(parseDocument(stateDocument('ended', { end_reason: 'hangup', ...times })).events).toMatchObject([
      {
        status: 'completed',
        durationSeconds: 42,
        at: '2026-11-20T16:00:46.000Z',
        answeredAt: '2026-11-20T16:00:04.000Z',
      },
    ]);
    const unanswered = { ...times, answer_time: 0, end_reason: 'busy' };
    expect(parseDocument(stateDocument('ended', unanswered)).events).toMatchObject([{ status: 'busy' }]);
  });

  test("a SIP device's call, and one that has a parent", () => {
    const sip = { type: 'sip', params: { from: 'sip:anonymous@anonymous.invalid', to: 'sip:demo@sip.vapi.ai' } };
    const parsed = parseDocument(stateDocument('answered', { device: sip, parent: { call_id: 'parent' } }));
    expect(parsed).toMatchObject({ externalCallId: 'parent' });
    expect(parsed.events).toMatchObject([{ type: 'leg', legId: callSid, role: 'assistant', status: 'answered' }]);
    expect(parseDocument(stateDocument('ringing', { device: sip })).events).toMatchObject([{ from: 'anonymous' }]);
  });

  test('other events of a call say what they say, and never how the call is', () => {
    const about = (event_type: string, params: Record<string, unknown>) =>
      parseDocument({ event_type, params: { call_id: callSid, control_id: 'c1', ...params } }).events;
    const record = { state: 'finished', url: 'https://example.signalwire.com/r.wav', duration: 12.4 };
    expect(about('calling.call.record', record)).toMatchObject([
      { type: 'recording', recordingId: 'c1', durationSeconds: 12, url: record.url },
    ]);
    expect(about('calling.call.record', { state: 'recording' })).toEqual([]);
    const detect = (event: string) => ({ detect: { type: 'machine', params: { event } } });
    expect(about('calling.call.detect', detect('MACHINE'))).toMatchObject([{ type: 'machine', legId: callSid }]);
    expect(about('calling.call.detect', detect('HUMAN'))).toEqual([]);
    for (const type of ['play', 'collect', 'tap', 'connect'])
      for (const state of ['finished', 'answered', 'ended'])
        expect(about(`calling.call.${type}`, { state })).toEqual([]);
  });

  test('`initiated` is a status of a text, too', () => {
    const text = {
      MessageSid: 'b7b5e5b8-8f33-4b8e-9d4e-7d9c3a2f1e00',
      MessageStatus: 'initiated',
      From: '+1',
      To: '+2',
    };
    expect(signalwire.parse(formWebhook('signalwire', text))).toMatchObject({ eventType: 'sms.status', events: [] });
  });
});

describe('settings', () => {
  test.each(['example.signalwire.com', 'https://Example.SignalWire.com/', ' example.signalwire.com '])(
    'the space %j',
    (space) => {
      expect(signalwire.settings.parse({ ...settings, space }).space).toBe('example.signalwire.com');
    },
  );

  test.each(['example.com', 'evil.com/.signalwire.com', '127.0.0.1', 'signalwire.com.evil.com'])(
    'the token is never sent to %s',
    (space) => {
      expect(signalwire.settings.safeParse({ ...settings, space }).error?.message).toContain('example.signalwire.com');
    },
  );

  test('every field that opens something is secret', () => {
    expect(signalwire.secretFields).toEqual(['apiToken', 'signingKey']);
  });
});
