import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebhookEvent } from '../../src/db/entities.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { stuckAttempts } from '../../src/inbox/index.ts';
import { recordsOf } from '../support/records.ts';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';
import { aboutCall } from '../support/records.ts';

const path = '/dashboard/webhook-events';
let api: TestApi;
let owner: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signUp();
});
afterAll(() => api.stop());

test('what calls cannot be given is listed, and tried again soon when asked for', async () => {
  const { event } = recordsOf(api.app, owner.tenantId);
  const later = new Date(Date.now() + 300_000);
  const failed = { relayedAt: null, relayError: 'Blob data size exceeds limit.', claimedUntil: later };
  const stuck = await event({ ...failed, ...aboutCall('CA1'), relayAttempts: stuckAttempts });
  await event({ ...failed, relayAttempts: stuckAttempts - 1 });
  await event({ relayedAt: null, relayAttempts: stuckAttempts });
  const relayed = await event({ relayAttempts: stuckAttempts });

  const { body } = await owner.get(`${path}/stuck`);
  expect(body.data).toEqual([
    {
      id: stuck.id,
      provider: 'twilio',
      eventType: 'voice.status',
      externalCallId: 'CA1',
      receivedAt: stuck.receivedAt.toISOString(),
      attempts: stuckAttempts,
      error: 'Blob data size exceeds limit.',
      nextAttemptAt: later.toISOString(),
    },
  ]);

  expect((await owner.post(`${path}/${stuck.id}/retry`)).status).toBe(202);
  const now = await tenantEm(api.app.orm, owner.tenantId).findOneOrFail(WebhookEvent, stuck.id);
  expect(now.claimedUntil?.getTime()).toBeLessThanOrEqual(Date.now());
  expect((await owner.post(`${path}/${relayed.id}/retry`)).status).toBe(404);

  const viewer = await api.signUpUser(owner, 'viewer');
  expect((await viewer.get(`${path}/stuck`)).status).toBe(200);
  expect((await viewer.post(`${path}/${stuck.id}/retry`)).status).toBe(403);
  const stranger = await api.signUp();
  expect((await stranger.get(`${path}/stuck`)).body.data).toEqual([]);
  expect((await stranger.post(`${path}/${stuck.id}/retry`)).status).toBe(404);
});
