import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebhookEvent } from '../../src/db/entities.ts';
import { saveIntegration } from '../../src/db/tenants/integrations.ts';
import { systemEm, tenantEm } from '../../src/db/core/tenancy.ts';
import { demo } from '../../dev/simulator/demo.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { completedCall, signalwireJson, twilioForm, vapiMessage, type Answer } from '../support/send.ts';

let api: TestApi;
let mine: SignedIn;
let theirs: SignedIn;

/** Every tenant has secrets of its own, besides those that the helpers sign with: these are the second tenant's. */
const connect = async ({ tenantId }: SignedIn, mark: string): Promise<void> => {
  const em = tenantEm(api.app.orm, tenantId);
  const save = (kind: 'twilio' | 'signalwire' | 'vapi', settings: object) =>
    saveIntegration(em, api.app.keys, tenantId, kind, settings);
  await save('twilio', { ...demo.twilio, authToken: demo.twilio.authToken + mark, phoneNumbers: [] });
  await save('signalwire', { ...demo.signalwire, signingKey: demo.signalwire.signingKey + mark, phoneNumbers: [] });
  await save('vapi', { ...demo.vapi, webhookSecret: demo.vapi.webhookSecret + mark });
  await em.flush();
};

beforeAll(async () => {
  api = await startTestApi();
  [mine, theirs] = [await api.signUp(), await api.signUp()];
  await connect(mine, '-mine');
  await connect(theirs, '');
});
afterAll(() => api.stop());

/** Signed with the second tenant's secrets. */
const senders: Record<string, (path: string) => Promise<Answer>> = {
  twilio: (path) => twilioForm(api.api.url, path, completedCall(`CA${crypto.randomUUID()}`)),
  signalwire: (path) => signalwireJson(api.api.url, path, JSON.stringify({ call_id: crypto.randomUUID() })),
  vapi: (path) => vapiMessage(api.api.url, path, { type: 'status-update', call: { id: crypto.randomUUID() } }),
};

describe.each(Object.entries(senders))('a webhook of %s', (provider, send) => {
  const written = ({ tenantId }: SignedIn) => systemEm(api.app.orm).count(WebhookEvent, { tenantId });

  test('is refused when it is signed with the secret of another tenant', async () => {
    const { status, text } = await send(`/webhooks/${provider}/${mine.slug}`);
    expect([status, JSON.parse(text).code]).toEqual([403, 'webhook.signature_invalid']);
    expect(await written(mine)).toBe(0);
  });

  test('lands with the tenant whose secret signed it', async () => {
    const before = await written(theirs);
    expect((await send(`/webhooks/${provider}/${theirs.slug}`)).status).toBeLessThan(300);
    expect(await written(theirs)).toBe(before + 1);
    expect(await written(mine)).toBe(0);
  });

  test('is taken by GET from a carrier that signs it, and from no other', async () => {
    const { status, body } = await api.request(`/webhooks/${provider}/${theirs.slug}`, { method: 'GET' });
    const expected = provider === 'vapi' ? [405, 'route.method_not_allowed'] : [401, 'webhook.signature_missing'];
    expect([status, body.code]).toEqual(expected);
  });

  test.each(['HEAD', 'PUT', 'PATCH', 'DELETE'])('refuses %s', async (method) => {
    expect((await api.request(`/webhooks/${provider}/${theirs.slug}`, { method })).status).toBe(405);
  });
});
