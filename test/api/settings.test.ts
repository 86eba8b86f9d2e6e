import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDefaultEndpoint } from '../../src/db/deliveries/endpoints.ts';
import { AuditEvent, Integration, WebhookEndpoint } from '../../src/db/entities.ts';
import { findIntegration } from '../../src/db/tenants/integrations.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { releaseNumbers } from '../support/numbers.ts';
import { publicUrl, startTestApi, type SignedIn, type TestApi } from '../support/http.ts';

let api: TestApi;
let owner: SignedIn;
beforeAll(async () => void (api = await startTestApi()));
afterAll(() => api.stop());
beforeEach(async () => {
  await releaseNumbers(api.app.orm, '+14385550101', '+14385550102', '+14385550103');
  owner = await api.signUp();
});

const base = '/dashboard/tenant/config';
const twilio = { accountSid: 'ACxxx', authToken: 'twilio-token-1234', phoneNumbers: ['+14385550101'] };
const stored = async (kind: string) => {
  const em = tenantEm(api.app.orm, owner.tenantId);
  if (kind === 'n8n') {
    const { sealedSecrets } = await em.findOneOrFail(WebhookEndpoint, { isDefault: true });
    return { sealed: sealedSecrets, settings: await openDefaultEndpoint(em, api.app.keys, owner.tenantId) };
  }
  const row = await em.findOneOrFail(Integration, { kind: kind as 'twilio' });
  return { sealed: row.sealedSettings, settings: await findIntegration(em, api.app.keys, row.kind) };
};

test('before anything is saved', async () => {
  const { body } = await owner.get(base);
  expect(body).toEqual({
    tenant: {
      id: owner.tenantId,
      slug: owner.slug,
      name: 'Plomberie Essai',
      timeZone: 'America/Toronto',
      callRetentionMonths: 12,
      logRetentionDays: 90,
    },
    webhookUrls: {
      twilio: `${publicUrl}/webhooks/twilio/${owner.slug}`,
      signalwire: `${publicUrl}/webhooks/signalwire/${owner.slug}`,
      vapi: `${publicUrl}/webhooks/vapi/${owner.slug}`,
    },
    twilio: null,
    signalwire: null,
    vapi: null,
    n8n: null,
  });
  expect((await owner.get(`${base}/twilio`)).status).toBe(404);
});

test.each([
  ['twilio', twilio, { ...twilio, authToken: '****1234' }],
  [
    'signalwire',
    {
      projectId: crypto.randomUUID(),
      apiToken: 'PT-signalwire-0001',
      space: 'demo.signalwire.com',
      signingKey: 'PSK-signing-0002',
      phoneNumbers: [],
    },
    { apiToken: '****0001', signingKey: '****0002', space: 'demo.signalwire.com' },
  ],
  ['vapi', { apiKey: 'key_xxx_123456', webhookSecret: 'xxx' }, { apiKey: '****3456', webhookSecret: '****' }],
  [
    'vapi',
    { apiKey: 'key_xxx_123456', webhookSecret: 'vapi-secret-abcd', hmac: { secret: 'hmac-secret-efgh' } },
    { webhookSecret: '****abcd', hmac: expect.objectContaining({ secret: '****efgh', algorithm: 'sha256' }) },
  ],
  [
    'n8n',
    { webhookUrl: 'https://n8n.io/webhook/1', signatureSecret: `whsec_${Buffer.alloc(24, 1).toString('base64')}` },
    { signatureSecret: '****AQEB' },
  ],
])('%s: saved, encrypted, shown masked', async (kind, settings, shown) => {
  const put = await owner.put(`${base}/${kind}`, settings);
  expect([put.status, put.body]).toEqual([200, expect.objectContaining(shown)]);
  expect((await owner.get(`${base}/${kind}`)).body).toEqual(put.body);
  const overview = await owner.get(base);
  expect(overview.body[kind]).toEqual(put.body);
  const secrets = ['twilio-token', 'PT-signalwire', 'PSK-signing', 'key_xxx', 'vapi-secret', 'hmac-secret', 'whsec_'];
  const { sealed, settings: kept } = await stored(kind);
  expect(kept).toMatchObject(settings);
  for (const secret of secrets)
    for (const text of [JSON.stringify(put.body), JSON.stringify(overview.body), sealed])
      expect(text).not.toContain(secret);
});

test('what is shown can be sent back: the secrets stay', async () => {
  const first = (await owner.put(`${base}/twilio`, twilio)).body;
  const second = await owner.put(`${base}/twilio`, { ...first, phoneNumbers: ['+14385550102', '+14385550103'] });
  expect(second.status).toBe(200);
  expect((await stored('twilio')).settings).toEqual({ ...twilio, phoneNumbers: ['+14385550102', '+14385550103'] });
});

test('a nested secret stays too', async () => {
  const settings = {
    apiKey: 'key_xxx_123456',
    webhookSecret: 'vapi-secret-abcd',
    hmac: { secret: 'hmac-secret-efgh', prefix: 'sha256=' },
  };
  const shown = (await owner.put(`${base}/vapi`, settings)).body;
  expect((await owner.put(`${base}/vapi`, { ...shown, assistantId: 'asst-1' })).status).toBe(200);
  expect((await stored('vapi')).settings).toMatchObject({ ...settings, assistantId: 'asst-1' });
});

test('the next webhook is checked with what was saved', async () => {
  const statusWith = async (secret: string): Promise<number> => {
    const message = { type: 'status-update', status: 'ringing', call: { id: crypto.randomUUID() } };
    const headers = { 'content-type': 'application/json', 'x-vapi-secret': secret };
    const init = { method: 'POST', headers, body: JSON.stringify({ message }) };
    return (await api.request(`/webhooks/vapi/${owner.slug}`, init)).status;
  };
  await owner.put(`${base}/vapi`, { apiKey: 'key_xxx_123456', webhookSecret: 'first-secret' });
  expect([await statusWith('first-secret'), await statusWith('second-secret')]).toEqual([200, 403]);
  await owner.put(`${base}/vapi`, { apiKey: 'key_xxx_123456', webhookSecret: 'second-secret' });
  expect([await statusWith('first-secret'), await statusWith('second-secret')]).toEqual([403, 200]);
});

test('with If-Match, a change that was saved since is not overwritten', async () => {
  const saveIf = (etag: string, settings: object) =>
    owner.send('PUT', `${base}/twilio`, settings, { 'if-match': etag });
  expect((await saveIf('*', twilio)).status).toBe(412);
  await owner.put(`${base}/twilio`, twilio);
  const read = (await owner.get(`${base}/twilio`)).headers.get('etag') ?? '';
  expect((await saveIf(read, { ...twilio, phoneNumbers: [] })).status).toBe(200);
  const late = await saveIf(read, twilio);
  expect([late.status, late.body.code]).toEqual([412, 'resource.changed']);
  expect((await stored('twilio')).settings).toEqual({ ...twilio, phoneNumbers: [] });
  expect((await saveIf('*', twilio)).status).toBe(200);
});

describe('the audit log', () => {
  const changes = () =>
    tenantEm(api.app.orm, owner.tenantId).find(AuditEvent, { action: 'settings.changed' }, { orderBy: { id: 'asc' } });

  test('shows before and after, masked', async () => {
    await owner.put(`${base}/twilio`, twilio);
    await owner.put(`${base}/twilio`, { ...twilio, authToken: '****1234', phoneNumbers: [] });
    const shown = { ...twilio, authToken: '****1234' };
    expect(await changes()).toEqual([
      expect.objectContaining({ targetType: 'settings', targetId: 'twilio', before: null, after: shown }),
      expect.objectContaining({ before: shown, after: { ...shown, phoneNumbers: [] } }),
    ]);
  });

  test('names a secret that was replaced, even by one that looks the same', async () => {
    await owner.put(`${base}/vapi`, { apiKey: 'key', webhookSecret: 'one-1234', hmac: { secret: 'inner-one' } });
    await owner.put(`${base}/vapi`, { apiKey: 'key', webhookSecret: 'two-1234', hmac: { secret: 'inner-two' } });
    const [, second] = await changes();
    expect(second?.after).toMatchObject({ apiKey: '****', replacedSecrets: ['webhookSecret', 'hmac.secret'] });
    expect(JSON.stringify(second)).not.toMatch(/one-1234|two-1234|inner-/);
  });
});

describe('refused', () => {
  test('a mask that hides nothing of ours is never stored as a secret', async () => {
    const nothingStored = await owner.put(`${base}/twilio`, { ...twilio, authToken: '****1234' });
    expect(nothingStored.body.errors).toMatchObject([{ path: 'body.authToken', code: 'secret.masked' }]);
    await owner.put(`${base}/twilio`, twilio);
    expect((await owner.put(`${base}/twilio`, { ...twilio, authToken: '****9999' })).status).toBe(400);
    expect((await stored('twilio')).settings).toEqual(twilio);
  });

  test.each([
    ['twilio', { ...twilio, phoneNumbers: ['514-555-5678'] }, 'body.phoneNumbers.0'],
    ['twilio', { ...twilio, phoneNumbers: Array.from({ length: 501 }, () => '+15145555678') }, 'body.phoneNumbers'],
    ['twilio', { ...twilio, accountSid: 'XX' }, 'body.accountSid'],
    ['twilio', { ...twilio, authToken: '' }, 'body.authToken'],
    ['twilio', { accountSid: 'ACxxx' }, 'body.authToken'],
    ['vapi', { apiKey: 'k', webhookSecret: 's', hmac: { secret: '' } }, 'body.hmac.secret'],
    ['n8n', { webhookUrl: 'file:///etc/passwd', signatureSecret: 'long enough' }, 'body.webhookUrl'],
    ['n8n', { webhookUrl: 'https://n8n.io/x', signatureSecret: 'short' }, 'body.signatureSecret'],
    ['n8n', { webhookUrl: 'https://n8n.io/x', signatureSecret: 'whsec_not base64 at all' }, 'body.signatureSecret'],
    ['n8n', { webhookUrl: 'https://user:pass@n8n.io/x', signatureSecret: 'long enough' }, 'body.webhookUrl'],
    ['n8n', [], 'body'],
  ])('%s %j', async (kind, settings, path) => {
    const { status, body } = await owner.put(`${base}/${kind}`, settings);
    expect([status, body.code]).toEqual([400, 'request.invalid']);
    expect(body.errors.map((error: { path: string }) => error.path)).toContain(path);
    expect((await owner.get(`${base}/${kind}`)).status).toBe(404);
  });

  test('an unknown kind', async () => {
    expect((await owner.put(`${base}/acme`, {})).body.code).toBe('route.not_found');
  });
});

test('a number that another tenant has is refused, by name, and nothing of the settings is saved', async () => {
  const other = await api.signUp();
  await other.put(`${base}/twilio`, twilio);
  const phoneNumbers = ['+14385550102', ...twilio.phoneNumbers];
  const { status, body } = await owner.put(`${base}/twilio`, { ...twilio, phoneNumbers });
  expect([status, body.code, body.detail]).toEqual([409, 'number.taken', '+14385550101']);
  expect(body.errors).toMatchObject([{ path: 'body.phoneNumbers.1', code: 'number.taken' }]);
  expect(body.params).toEqual({ numbers: ['+14385550101'] });
  expect((await owner.get(`${base}/twilio`)).status).toBe(404);
  await other.put(`${base}/twilio`, { ...twilio, phoneNumbers: [] });
  expect((await owner.put(`${base}/twilio`, twilio)).status).toBe(200);
});
