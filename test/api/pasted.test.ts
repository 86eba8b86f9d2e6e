import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDefaultEndpoint } from '../../src/db/deliveries/endpoints.ts';
import { findIntegration } from '../../src/db/tenants/integrations.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { publicUrl, startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { sendRaw } from '../support/raw.ts';

let api: TestApi;
let owner: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
});
afterAll(() => api.stop());

const edges: [string, (text: string) => string][] = [
  ['a line break after it', (text) => `${text}\n`],
  ['a line break of Windows after it', (text) => `${text}\r\n`],
  ['spaces around it', (text) => `  ${text} `],
  ['a tab after it', (text) => `${text}\t`],
  ['a no-break space after it', (text) => `${text}\u00a0`],
  ['a character without width before it', (text) => `\u200b${text}`],
  ['a byte order mark before it', (text) => `\ufeff${text}`],
];

const clean = {
  twilio: { accountSid: 'AC0123', authToken: 'twilio-token-1234', phoneNumbers: ['+14385550131'] },
  signalwire: {
    projectId: '4b7ae78a-d02e-4889-a63b-08b156d5916e',
    apiToken: 'PT-signalwire-0001',
    space: 'demo.signalwire.com',
    signingKey: 'PSK-signing-0002',
    phoneNumbers: [],
  },
  vapi: {
    apiKey: 'vapi-key-123456',
    webhookSecret: 'vapi-secret-abcd',
    assistantId: 'assistant-1',
    sipUri: 'sip:demo@sip.vapi.ai',
    hmac: { secret: 'hmac-secret-efgh' },
  },
  n8n: { webhookUrl: 'https://n8n.example.com/webhook/calls', signatureSecret: 'endpoint-secret-ijkl' },
};

const spoilt = (value: unknown, spoil: (text: string) => string): unknown => {
  if (typeof value === 'string') return spoil(value);
  if (Array.isArray(value)) return value.map((one) => spoilt(one, spoil));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoilt(inner, spoil)]));
};

const stored = async (kind: keyof typeof clean): Promise<unknown> => {
  const em = tenantEm(api.app.orm, owner.tenantId);
  if (kind === 'n8n') return openDefaultEndpoint(em, api.app.keys, owner.tenantId);
  return findIntegration(em, api.app.keys, kind);
};

describe.each(edges)('with %s', (_name, spoil) => {
  test.each(Object.keys(clean) as (keyof typeof clean)[])('all of the %s settings are saved without', async (kind) => {
    const { status, body } = await owner.put(`/dashboard/tenant/config/${kind}`, spoilt(clean[kind], spoil));
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(await stored(kind)).toMatchObject(clean[kind]);
  });

  test('a masked secret is still the one that is stored', async () => {
    await owner.put('/dashboard/tenant/config/twilio', clean.twilio);
    const masked = { ...clean.twilio, authToken: spoil('****1234') };
    expect((await owner.put('/dashboard/tenant/config/twilio', masked)).status).toBe(200);
    expect(await stored('twilio')).toMatchObject(clean.twilio);
  });

  test('a header and a secret of an endpoint are kept without', async () => {
    const headers = { Authorization: spoil('Bearer of-an-endpoint') };
    const endpoint = { url: clean.n8n.webhookUrl, headers, secret: spoil('endpoint-secret-mnop') };
    const { status, body } = await owner.post('/dashboard/webhooks/endpoints', endpoint);
    expect([status, body.secret, body.headers]).toEqual([201, 'endpoint-secret-mnop', { Authorization: '****oint' }]);
    await owner.send('DELETE', `/dashboard/webhooks/endpoints/${body.id}`);
  });
});

test.each([
  ['twilio', { ...clean.twilio, authToken: 'two parts' }, 'body.authToken'],
  ['twilio', { ...clean.twilio, authToken: 'clé' }, 'body.authToken'],
  ['twilio', { ...clean.twilio, authToken: ' \n' }, 'body.authToken'],
  ['signalwire', { ...clean.signalwire, signingKey: 'PSK two' }, 'body.signingKey'],
  ['signalwire', { ...clean.signalwire, apiToken: 'PT\ttwo' }, 'body.apiToken'],
  ['vapi', { ...clean.vapi, apiKey: 'two parts' }, 'body.apiKey'],
  ['vapi', { ...clean.vapi, webhookSecret: 'clé' }, 'body.webhookSecret'],
])('%s: a secret that can never work is refused, %#', async (kind, settings, path) => {
  const { status, body } = await owner.put(`/dashboard/tenant/config/${kind}`, settings);
  expect([status, body.errors[0].path]).toEqual([400, path]);
});

describe('a webhook', () => {
  const fields = {
    CallSid: 'CA1',
    AccountSid: 'AC0123',
    From: '+14385550142',
    To: '+14385550131',
    CallStatus: 'ringing',
  };
  const send = (target: string, signedPath: string) => {
    const body = new URLSearchParams(fields).toString();
    const signature = getExpectedTwilioSignature(clean.twilio.authToken, `${publicUrl}${signedPath}`, fields);
    const lines = [
      `POST ${target} HTTP/1.1`,
      'Host: gateway.test',
      'Connection: close',
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${body.length}`,
      `X-Twilio-Signature: ${signature}`,
    ];
    return sendRaw(api.api.url, `${lines.join('\r\n')}\r\n\r\n${body}`);
  };

  test('passes whose secret was pasted with a line break', async () => {
    const settings = { ...clean.twilio, authToken: `${clean.twilio.authToken}\n` };
    await owner.put('/dashboard/tenant/config/twilio', settings);
    const path = `/webhooks/twilio/${owner.slug}`;
    expect((await send(path, path)).status).toBe(200);
  });

  test.each([
    ['http://gateway.test', ''],
    ['HTTPS://gateway.test:8443', ''],
    ['http://gateway.test', '?from=gateway'],
  ])('passes whose target is in absolute form: %s…%s', async (origin, query) => {
    await owner.put('/dashboard/tenant/config/twilio', clean.twilio);
    const path = `/webhooks/twilio/${owner.slug}${query}`;
    expect((await send(origin + path, path)).status).toBe(200);
    expect((await send(origin + path, `${path}x`)).status).toBe(403);
  });
});
