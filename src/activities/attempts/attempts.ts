import { setTimeout as sleep } from 'node:timers/promises';
import type { AppContext } from '../../context.ts';
import type { DeliveryRef } from '../../db/deliveryQueue.ts';
import { validSecrets } from '../../db/endpoints.ts';
import { tenantEm } from '../../db/tenancy.ts';
import type { TenantId } from '../../domain/ids.ts';
import { wireBody } from '../../domain/wireEvent.ts';
import { Batcher, startDeliveries, type HandoverContext } from '../../inbox/index.ts';
import { noteAttempt } from './attemptMetrics.ts';
import { createEndpointGate } from './endpointGate.ts';
import { isPrepared, prepareDeliveries, type Prepared, type Standing } from './prepare.ts';
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

  const send = ({ delivery, endpoint, secrets, event }: Prepared): Promise<Attempt> => {
    const body = wireBody(event, secrets.secret);
    const headers = signatureHeaders(validSecrets(secrets), delivery.id, Math.floor(Date.now() / 1000), body);
    return sender.post(endpoint.url, headers, body, secrets.headers);
  };

  const start = async (tenantId: TenantId, due: DeliveryRef[]): Promise<void> =>
    startDeliveries(handover, tenantId, due).catch((error: unknown) =>
      ctx.logger.warn({ err: error, deliveries: due.length }, 'deliveries were left to the sweep'),
    );
  const notes = new Batcher((batch: Attempted[]) => settleDeliveries(ctx.orm, batch, start), {
    maxItems: 200,
    maxConcurrent: 1,
  });

  return {
    prepare,
    async attempt(given, onAnswer) {
      const { id, tenantId } = given.delivery;
      const prepared = isFresh(given) ? given : (await prepare(tenantId, [id])).get(id);
      if (!prepared) throw new Error('the delivery is not kept any more');
      if (!isPrepared(prepared)) return prepared;
      const waitMs = prepared.notBefore - Date.now();
      if (waitMs > 0) await sleep(waitMs);
      const leave = await gate.enter(prepared.endpoint);
      if (!leave) return { status: 'retrying', isBusy: true };
      const attempt = await send(prepared).finally(leave);
      noteAttempt(prepared.delivery, attempt);
      onAnswer?.();
      return notes.add({ ...prepared, attempt });
    },
  };
};
