import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuditEvent, WebhookEndpoint, WebhookLog, type WebhookDelivery } from '../src/db/entities.ts';
import { tenantEm } from '../src/db/core/tenancy.ts';
import { hasten } from './support/outbox.ts';
import { completedCall, twilioForm } from './support/send.ts';
import { startStack, until, withoutAssistant, type Stack } from './support/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack(withoutAssistant);
});
afterAll(() => stack.stop());

let calls = 0;
/** Plays a call that is over at once, and waits until its events have been attempted. */
const deliveriesOfACall = async (): Promise<{ sid: string; deliveries: WebhookDelivery[] }> => {
  const sid = `CA-${stack.tenant.id}-${(calls += 1)}`;
  await twilioForm(stack.baseUrl, `/webhooks/twilio/${stack.tenant.slug}`, completedCall(sid));
  await stack.closedCall(sid);
  const deliveries = await until('first attempts', async () => {
    const found = await stack.deliveries(sid);
    return found.length > 0 && found.every(({ attempts, status }) => attempts > 0 || status === 'held') ? found : null;
  });
  return { sid, deliveries };
};

const theEndpoint = () => tenantEm(stack.app.orm, stack.tenant.id).findOneOrFail(WebhookEndpoint, { isDefault: true });

const endpointOnly = <T extends { path: string }>(received: T[]): T[] =>
  received.filter(({ path }) => path.includes(stack.tenant.slug));

describe('an event', () => {
  test('has the agreed shape, and a signature over its data', async () => {
    const { sid } = await deliveriesOfACall();
    const ended = endpointOnly(stack.standins.n8n.deliveries()).find(
      ({ eventType, body }) => eventType === 'call.ended' && JSON.stringify(body).includes(sid),
    );
    const body = ended?.body as { data: Record<string, unknown>; signature: string };
    expect(body).toMatchObject({
      eventId: `${sid}:call-ended`,
      eventType: 'call.ended',
      timestamp: '2026-11-20T15:20:18.000Z',
      data: {
        direction: 'inbound',
        from: '+15145550142',
        status: 'completed',
        duration: 18,
        aiHandled: false,
        outcome: 'COMPLETED',
      },
    });
    const signature = createHmac('sha256', stack.tenant.endpointSecret).update(JSON.stringify(body.data)).digest('hex');
    expect(body.signature).toBe(`sha256=${signature}`);
  });

  const badDays = ['error', 'booting', 'unregistered', 'reset'] as const;
  test.each(badDays)(
    'that meets an endpoint with a bad day (%s) is tried again with the same id, and then no more',
    async (kind) => {
      stack.standins.n8n.reset();
      stack.standins.n8n.misbehave(kind, 1);
      const { sid } = await deliveriesOfACall();
      await hasten(stack.app, await theEndpoint());
      const delivered = await until('delivery', async () => {
        const found = await stack.deliveries(sid);
        return found.length > 0 && found.every(({ status }) => status === 'delivered') ? found : null;
      });
      const attempts = endpointOnly(stack.standins.n8n.attempts()).filter(({ eventId }) => eventId?.startsWith(sid));
      for (const { id, attempts: counted } of delivered) {
        expect(attempts.filter((attempt) => attempt.id === id)).toHaveLength(counted);
        expect(attempts.filter((attempt) => attempt.id === id && attempt.accepted)).toHaveLength(1);
      }
      expect(delivered.some(({ attempts: counted }) => counted > 1)).toBe(true);
      const logs = await tenantEm(stack.app.orm, stack.tenant.id).find(WebhookLog, {
        deliveryId: { $in: delivered.map(({ id }) => id) },
      });
      expect(logs).toHaveLength(attempts.length);
    },
  );

  // The last one: the endpoint stays disabled.
  test('for an endpoint that is gone disables it, and is held with all that follow', async () => {
    stack.standins.n8n.reset();
    stack.standins.n8n.misbehave('gone', 1);
    const { deliveries } = await deliveriesOfACall();
    expect(deliveries.map(({ status }) => status)).toEqual(deliveries.map(() => 'held'));
    expect(deliveries.map(({ lastError }) => lastError ?? '')).toContainEqual(expect.stringContaining('410'));
    expect(await theEndpoint()).toMatchObject({ disabledBecause: 'gone' });
    const em = tenantEm(stack.app.orm, stack.tenant.id);
    expect(await em.count(AuditEvent, { action: 'endpoint.disabled', actor: 'system' })).toBe(1);
  });
});
