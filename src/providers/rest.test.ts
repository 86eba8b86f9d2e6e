import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { payload, payloadJson } from '../../test/support/webhooks.ts';
import { createSignalWire } from './signalwire.ts';
import { createTwilio } from './twilio.ts';
import { createVapi } from './vapi/vapi.ts';
import { VendorError } from './shared/vendorHttp.ts';

interface Seen {
  method: string | undefined;
  path: string | undefined;
  host: string | undefined;
  authorization: string | undefined;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const json =
  (body: unknown, status = 200): Answer =>
  (_request, response) => {
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
  };

/** A vendor's REST API of one answer. */
const serve = async (answer: Answer): Promise<{ url: string; seen: Seen[] }> => {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const { method, url: path, headers } = request;
    seen.push({ method, path, host: headers.host, authorization: headers.authorization });
    answer(request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
};

const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
const refusal = (promise: Promise<unknown>): Promise<VendorError> =>
  promise.then(
    () => expect.fail('it should have been refused'),
    (error: unknown) => error as VendorError,
  );

afterEach(() => vi.unstubAllEnvs());

describe('Twilio', () => {
  const settings = { accountSid: 'ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', authToken: 'top-secret', phoneNumbers: [] };
  const callSid = 'CAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
  const official = payload('twilio/rest/calls-fetch.json');

  test('a call is asked for by its id, with basic authentication', async () => {
    const { url, seen } = await serve(json(official));
    const answer = await createTwilio(url).fetchCall(settings, callSid);
    expect(seen).toEqual([
      {
        method: 'GET',
        path: `/2010-04-01/Accounts/${settings.accountSid}/Calls/${callSid}.json`,
        host: url.slice('http://'.length),
        authorization: basic(settings.accountSid, settings.authToken),
      },
    ]);
    const base = { source: 'twilio', confirmed: true, at: '2019-10-18T17:03:00.000Z' };
    expect(answer).toEqual({
      found: true,
      priced: true,
      events: [
        {
          ...base,
          type: 'status',
          status: 'completed',
          direction: 'OUTBOUND',
          from: '+13051416799',
          to: '+13051913581',
          startedAt: '2019-10-18T17:02:00.000Z',
          endedAt: '2019-10-18T17:03:00.000Z',
          durationSeconds: 4,
        },
        { ...base, type: 'machine', legId: callSid },
        { ...base, type: 'cost', microUsd: 200_000 },
      ],
    });
  });

  test('no setting of the environment sends the password elsewhere', async () => {
    vi.stubEnv('TWILIO_REGION', 'au1');
    vi.stubEnv('TWILIO_EDGE', 'sydney');
    vi.stubEnv('TWILIO_ACCOUNT_SID', 'ACother');
    const { url, seen } = await serve(json(official));
    await createTwilio(url.replace('127.0.0.1', 'localhost')).fetchCall(settings, callSid);
    expect(seen).toMatchObject([
      {
        host: url.slice('http://'.length).replace('127.0.0.1', 'localhost'),
        authorization: basic(settings.accountSid, 'top-secret'),
      },
    ]);
  });

  test('a call has no price before it is rated, and no end before it ends', async () => {
    const live = {
      ...payloadJson('twilio/rest/calls-fetch.json'),
      status: 'in-progress',
      price: null,
      end_time: null,
      duration: null,
      direction: 'inbound',
    };
    const { url } = await serve(json(live));
    const answer = await createTwilio(url).fetchCall(settings, callSid);
    expect(answer).toMatchObject({
      found: true,
      priced: false,
      events: [{ status: 'in-progress', direction: 'INBOUND', at: '2019-10-18T17:02:00.000Z' }],
    });
    expect(answer).not.toHaveProperty('events.0.endedAt');
    expect(answer).not.toHaveProperty('events.0.durationSeconds');
  });

  test('a price in another currency is not taken for a cost in dollars', async () => {
    const { url } = await serve(json({ ...payloadJson('twilio/rest/calls-fetch.json'), price_unit: 'CAD' }));
    expect(await createTwilio(url).fetchCall(settings, callSid)).toMatchObject({
      priced: true,
      events: [{ type: 'status' }, { type: 'machine' }],
    });
  });

  test('an unknown call is not found', async () => {
    const { url } = await serve(json({ code: 20404, message: 'not found', more_info: '', status: 404 }, 404));
    expect(await createTwilio(url).fetchCall(settings, callSid)).toEqual({ found: false });
  });

  test.each([401, 429, 500])('a refusal with %d is reported once, without the request', async (status) => {
    const { url, seen } = await serve(json({ code: 20003, message: 'Authenticate', more_info: '', status }, status));
    const error = await refusal(createTwilio(url).fetchCall(settings, callSid));
    expect(error).toBeInstanceOf(VendorError);
    expect(error).toMatchObject({ status, code: '20003', message: `twilio ${status} 20003 Authenticate` });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(
      basic(settings.accountSid, 'top-secret'),
    );
    expect(seen).toHaveLength(1);
  });

  test('a vendor that is not there is an error without credentials', async () => {
    const error = await refusal(createTwilio('http://127.0.0.1:9').fetchCall(settings, callSid));
    expect(error).toMatchObject({ name: 'VendorError', status: undefined });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/Basic|top-secret/);
  });

  test('the caller may stop waiting', async () => {
    const { url } = await serve(() => {});
    const reason = new Error('the worker stops');
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 50);
    await expect(createTwilio(url).fetchCall(settings, callSid, controller.signal)).rejects.toBe(reason);
  });
});

describe('SignalWire', () => {
  const settings = {
    projectId: '4b7ae78a-d02e-4889-a63b-08b156d5916e',
    apiToken: 'PTsecret',
    space: 'example.signalwire.com',
    signingKey: 'PSK',
    phoneNumbers: [],
  };
  const callSid = '4f9f0d0e-0f3a-4c0f-9c3a-1d4a7a1c8f11';
  const call = {
    ...payloadJson('twilio/rest/calls-fetch.json'),
    sid: callSid,
    account_sid: settings.projectId,
    duration: 20,
    price: 0.005,
  };

  test('price is a positive number, duration an integer, the path its own', async () => {
    vi.stubEnv('TWILIO_REGION', 'au1');
    const { url, seen } = await serve(json(call));
    const answer = await createSignalWire(url).fetchCall(settings, callSid);
    expect(seen).toMatchObject([
      {
        path: `/api/laml/2010-04-01/Accounts/${settings.projectId}/Calls/${callSid}.json`,
        authorization: basic(settings.projectId, settings.apiToken),
      },
    ]);
    expect(answer).toMatchObject({
      found: true,
      priced: true,
      events: [{ source: 'signalwire', durationSeconds: 20 }, { type: 'machine' }, { microUsd: 5000 }],
    });
  });

  test('the space is part of the host', async () => {
    const { url, seen } = await serve(json(call));
    // A host that resolves to nothing but this machine: the template is filled before anything is asked.
    await createSignalWire(url.replace('127.0.0.1', '{space}')).fetchCall({ ...settings, space: 'localhost' }, callSid);
    expect(seen).toMatchObject([{ host: url.slice('http://'.length).replace('127.0.0.1', 'localhost') }]);
  });

  test.each<[string, Answer, string]>([
    [
      'a list of errors',
      json({ errors: [{ code: '30010', message: 'Invalid', type: 'validation_error' }] }, 422),
      'signalwire 422 30010 Invalid',
    ],
    ['a list of sentences', json({ errors: ['Something is wrong'] }, 500), 'signalwire 500 Something is wrong'],
    [
      'a page',
      (_request, response) => void response.writeHead(502, { 'content-type': 'text/html' }).end('<html>'),
      'signalwire 502',
    ],
    ['a page in place of a call', (_request, response) => void response.writeHead(200).end('<html>'), 'signalwire 200'],
    [
      'a redirection',
      (_request, response) => void response.writeHead(302, { location: 'https://evil.example' }).end(),
      'signalwire 302',
    ],
  ])('%s is understood as a refusal', async (_case, answer, message) => {
    const { url } = await serve(answer);
    const error = await refusal(createSignalWire(url).fetchCall(settings, callSid));
    expect(error).toBeInstanceOf(VendorError);
    expect(error.message).toContain(message);
  });

  test('an unknown call is not found, even where a page says so', async () => {
    const { url } = await serve((_request, response) => void response.writeHead(404).end('Not Found'));
    expect(await createSignalWire(url).fetchCall(settings, callSid)).toEqual({ found: false });
  });
});

describe('Vapi', () => {
  const settings = { apiKey: 'private-key', webhookSecret: 's' };
  const created = payloadJson('vapi/rest/call-create-201.json');
  const callId = String(created['id']);

  test('a call that is under way', async () => {
    const { url, seen } = await serve(json(payload('vapi/rest/call-create-201.json')));
    const answer = await createVapi(url).fetchCall(settings, callId);
    expect(seen).toMatchObject([{ method: 'GET', path: `/call/${callId}`, authorization: 'Bearer private-key' }]);
    expect(answer).toEqual({
      found: true,
      priced: false,
      events: [
        {
          source: 'vapi',
          confirmed: true,
          at: '2024-09-10T11:14:12.339Z',
          type: 'status',
          status: 'queued',
          direction: 'OUTBOUND',
          to: '+12345678913',
          assistantCallId: callId,
          carrier: 'twilio',
          carrierCallId: 'CA4c6793d069ef42f4ccad69a0957451ec',
          startedAt: '2024-09-10T11:14:12.339Z',
        },
      ],
    });
  });

  test('a call that is over comes with its report and its cost', async () => {
    const { url } = await serve(
      json({
        ...created,
        status: 'ended',
        endedReason: 'customer-busy',
        startedAt: '2024-09-10T11:14:20.000Z',
        endedAt: '2024-09-10T11:15:20.400Z',
        cost: 0.00001,
        analysis: { summary: 'Occupé', structuredData: null },
        artifact: { transcript: 'AI: Bonjour', recordingUrl: 'https://x/rec.wav' },
      }),
    );
    expect(await createVapi(url).fetchCall(settings, callId)).toMatchObject({
      found: true,
      priced: true,
      events: [
        { type: 'status', confirmed: true, status: 'busy', durationSeconds: 60, endedAt: '2024-09-10T11:15:20.400Z' },
        {
          type: 'report',
          report: { endedReason: 'customer-busy', endedClass: 'busy', summary: 'Occupé', transcript: 'AI: Bonjour' },
        },
        { type: 'cost', confirmed: true, microUsd: 10 },
        { type: 'recording', recordingId: callId, url: 'https://x/rec.wav' },
      ],
    });
  });

  test('an unknown call is not found', async () => {
    const missing = await serve(json({ statusCode: 404, message: "Couldn't find call", error: 'Not Found' }, 404));
    expect(await createVapi(missing.url).fetchCall(settings, callId)).toEqual({ found: false });
    const gone = await serve(json({ ...created, status: 'not-found' }));
    expect(await createVapi(gone.url).fetchCall(settings, callId)).toEqual({ found: false });
  });

  test('a refusal and a vendor that is not there are errors', async () => {
    const { url } = await serve(json({ statusCode: 401, message: 'Invalid Key', error: 'Unauthorized' }, 401));
    expect(await refusal(createVapi(url).fetchCall(settings, callId))).toMatchObject({
      status: 401,
      message: 'vapi 401 Invalid Key',
    });
    const page = await serve((_request, response) => void response.end('<html>'));
    expect(await refusal(createVapi(page.url).fetchCall(settings, callId))).toMatchObject({ status: 200 });
    expect(await refusal(createVapi('http://127.0.0.1:9').fetchCall(settings, callId))).toBeInstanceOf(VendorError);
  });

  test('the caller may stop waiting', async () => {
    const { url } = await serve(() => {});
    const reason = new Error('the worker stops');
    await expect(createVapi(url).fetchCall(settings, callId, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
