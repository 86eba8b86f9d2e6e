import { setTimeout as sleep } from 'node:timers/promises';
import type { AppContext } from '../context.ts';
import { validSecrets } from '../db/endpoints.ts';
import { WebhookDelivery, type WebhookEndpoint } from '../db/entities/index.ts';
import { tenantEm } from '../db/tenancy.ts';
import type { Verdict } from '../domain/attemptVerdict.ts';
import type { TenantId } from '../domain/ids.ts';
import { wireBody } from '../domain/wireEvent.ts';
import { Batcher } from '../batcher.ts';
import type { HandoverContext } from '../inbox/index.ts';
import { startDeliveries } from './startDeliveries.ts';
import { noteAttempt } from './attemptMetrics.ts';
import { noteHealth } from './endpointHealth.ts';
import { createEndpointGate } from './endpointGate.ts';
import { isPrepared, prepareDeliveries, waiting, type Prepared, type Standing } from './prepare.ts';
import { createSender, type Attempt } from './sender.ts';
import { settleDeliveries, type Attempted } from './settle.ts';
import { signatureHeaders } from './standardWebhooks.ts';

export interface Attempts {
  /** By id: what can be sent now, or where it stands. Unknown ids are left out. */
  prepare(tenantId: TenantId, ids: readonly string[]): Promise<Map<string, Prepared | Standing>>;
  /**
   * One attempt, logged: no transaction is open while it is under way.
   * @param onAnswer called once the endpoint has answered, or will not; that is written down then.
   */
  attempt(prepared: Prepared, onAnswer?: () => void): Promise<Standing>;
  /** Says when it is tried next, where that is nobody's fault. */
  postpone(tenantId: TenantId, id: string, at: Date): Promise<void>;
}

/** What was read longer ago is read again: meanwhile the endpoint may have been changed, or somebody else was faster. */
const freshMs = 3_000;

const isFresh = ({ preparedAt }: Prepared): boolean => Date.now() - preparedAt < freshMs;

/** Reads, sends and writes, for many deliveries at the same time: what comes together is written together. */
export const createAttempts = (ctx: AppContext, handover: HandoverContext): Attempts => {
  const sender = createSender(ctx.config.deliveries);
  const gate = createEndpointGate();

  const prepare: Attempts['prepare'] = (tenantId, ids) =>
    tenantEm(ctx.orm, tenantId).transactional((em) => prepareDeliveries(em, ctx.keys, ids));

  const send = async ({ delivery, endpoint, secrets, event }: Prepared): Promise<Attempt> => {
    const body = wireBody(event, secrets.secret);
    const headers = signatureHeaders(validSecrets(secrets), delivery.id, Math.floor(Date.now() / 1000), body);
    return sender.post(endpoint.url, headers, body, secrets.headers);
  };

  const notes = new Batcher((batch: Attempted[]) => settleDeliveries(ctx.orm, batch), {
    maxItems: 200,
    // One that has to wait must not keep all others waiting.
    maxConcurrent: 2,
  });

  /** What the attempt means for its endpoint. The delivery is written down already: what fails here must not repeat it. */
  const care = async (endpoint: WebhookEndpoint, verdict: Verdict): Promise<void> => {
    const { id, tenantId } = endpoint;
    try {
      const due = await tenantEm(ctx.orm, tenantId).transactional((em) => noteHealth(em, endpoint, verdict));
      await startDeliveries(handover, tenantId, due);
    } catch (error) {
      ctx.logger.warn({ err: error, endpointId: id }, 'what an attempt means for its endpoint was not noted');
    }
  };

  return {
    prepare,
    async attempt(given, onAnswer) {
      const { id, tenantId } = given.delivery;
      const prepared = isFresh(given) ? given : (await prepare(tenantId, [id])).get(id);
      if (!prepared) throw new Error('the delivery is not kept any more');
      if (!isPrepared(prepared)) return prepared;
      const { endpoint, delivery, notBefore } = prepared;
      const waitMs = notBefore - Date.now();
      if (waitMs > 0) await sleep(waitMs);
      const leave = await gate.enter(endpoint);
      if (!leave) return { status: 'retrying', isBusy: true };
      const attempt = await send(prepared).finally(leave);
      noteAttempt(delivery, attempt);
      onAnswer?.();
      const { standing, isFailing } = await notes.add({ ...prepared, attempt });
      if (isFailing || attempt.verdict !== 'delivered') await care(endpoint, attempt.verdict);
      return standing;
    },

    async postpone(tenantId, id, at) {
      await tenantEm(ctx.orm, tenantId).nativeUpdate(WebhookDelivery, { id, ...waiting }, { nextAttemptAt: at });
    },
  };
};
