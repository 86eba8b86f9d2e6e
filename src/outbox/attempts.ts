import { setTimeout as sleep } from 'node:timers/promises';
import { Batcher } from '../batcher.ts';
import { validSecrets, type EndpointSecrets } from '../db/deliveries/endpoints.ts';
import type { WebhookEndpoint } from '../db/entities.ts';
import { tenantEm } from '../db/core/tenancy.ts';
import type { Verdict } from '../domain/deliveries/verdict.ts';
import type { TenantId } from '../domain/ids.ts';
import { wireBody, type StoredEvent } from '../contract/events/wireEvent.ts';
import type { OutboxContext } from './outboxContext.ts';
import { noteHealth } from './endpointHealth.ts';
import type { Attempt, Sender } from './sender.ts';
import { settleDeliveries, type Attempted } from './settle.ts';
import { signatureHeaders } from './standardWebhooks.ts';
import { createTurns, type TakeTurn } from './turns.ts';
import type { WakeEndpoints } from './wake.ts';

export interface Attempts {
  /** One signed request. */
  send(endpoint: WebhookEndpoint, secrets: EndpointSecrets, id: string, event: StoredEvent): Promise<Attempt>;
  /** Writes down how it went, for the delivery and for its endpoint. @throws Error where PostgreSQL stays away. */
  settle(attempted: Attempted & { endpoint: WebhookEndpoint }): Promise<void>;
  /** Of one tenant so many requests are under way in this process, however many endpoints it has. */
  takeTurn: TakeTurn;
}

const mostOfTenant = 32;

/** An attempt that is not written down is made again: PostgreSQL has so long to come back. */
const patienceMs = 60_000;
const againMs = 500;

/** Sends and writes, for the endpoints of all tenants: what is answered in the same moment is written in one statement. */
export const createAttempts = (
  { orm, logger }: Pick<OutboxContext, 'orm' | 'logger'>,
  sender: Sender,
  wakeEndpoints: WakeEndpoints,
): Attempts => {
  const settlements = new Batcher((batch: Attempted[]) => settleDeliveries(orm, batch), {
    maxItems: 200,
    // One that has to wait must not keep all others waiting.
    maxConcurrent: 2,
  });

  const settlePatiently = async (attempted: Attempted): Promise<{ isFailing: boolean }> => {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      try {
        return await settlements.add(attempted);
      } catch (error) {
        if (Date.now() > deadline) throw error;
        logger.warn({ err: error, deliveryId: attempted.delivery.id }, 'an attempt is not written down yet');
        await sleep(againMs);
      }
    }
  };

  /** What the attempt means for its endpoint. The delivery is written down already: what fails here must not repeat it. */
  const updateHealth = async (tenantId: TenantId, endpoint: WebhookEndpoint, verdict: Verdict): Promise<void> => {
    try {
      const due = await tenantEm(orm, tenantId).transactional((em) => noteHealth(em, endpoint, verdict));
      await wakeEndpoints(tenantId, due);
    } catch (error) {
      logger.warn({ err: error, endpointId: endpoint.id }, 'what an attempt means for its endpoint was not noted');
    }
  };

  return {
    send: (endpoint, secrets, id, event) => {
      const body = wireBody(event, secrets.secret);
      const headers = signatureHeaders(validSecrets(secrets), id, Math.floor(Date.now() / 1000), body);
      return sender.post(endpoint.url, headers, body, secrets.headers);
    },

    async settle(attempted) {
      const { endpoint, attempt, delivery } = attempted;
      const { isFailing } = await settlePatiently(attempted);
      if (isFailing || attempt.verdict !== 'delivered')
        await updateHealth(delivery.tenantId, endpoint, attempt.verdict);
    },

    takeTurn: createTurns(mostOfTenant),
  };
};
