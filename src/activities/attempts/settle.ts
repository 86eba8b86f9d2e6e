import type { EntityManager } from '@mikro-orm/postgresql';
import type { DeliveryRef } from '../../db/deliveryQueue.ts';
import { WebhookLog } from '../../db/entities/index.ts';
import { uuidV7 } from '../../db/uuid.ts';
import type { TenantId } from '../../domain/ids.ts';
import { retryDelayMs } from '../../domain/retrySchedule.ts';
import { noteHealth } from './endpointHealth.ts';
import type { Prepared, Standing } from './prepare.ts';
import type { Attempt } from './sender.ts';

/** An attempt that was made. */
export interface Attempted extends Prepared {
  attempt: Attempt;
}

const nextStep = ({ attempt, delivery }: Attempted): Standing => {
  const { verdict, error, retryAfterSeconds } = attempt;
  const now = Date.now();
  switch (verdict) {
    case 'delivered':
      return { status: 'delivered', deliveredAt: new Date(now), nextAttemptAt: null, lastError: null };
    case 'gone':
      return { status: 'held', nextAttemptAt: null, lastError: error ?? null };
    case 'retry':
    case 'retryBriefly': {
      const delayMs = retryDelayMs(verdict, delivery.attemptsInSchedule + 1, Math.random(), retryAfterSeconds);
      const isOver = delayMs === undefined;
      const nextAttemptAt = isOver ? null : new Date(now + delayMs);
      return { status: isOver ? 'dead' : 'retrying', nextAttemptAt, lastError: error ?? null };
    }
  }
};

// One that hung while somebody asked for a retry comes back late: what was delivered meanwhile stays so.
const moveOn = `
  update webhook_deliveries delivery
  set status = step.status, next_attempt_at = step."nextAttemptAt", last_error = step."lastError",
    delivered_at = coalesce(step."deliveredAt", delivery.delivered_at),
    attempts = delivery.attempts + 1, attempts_in_schedule = delivery.attempts_in_schedule + 1
  from (
    select distinct on (id) *
    from jsonb_to_recordset(?::jsonb) as given
      (id uuid, status text, "nextAttemptAt" timestamptz, "lastError" text, "deliveredAt" timestamptz)
    order by id, status = 'delivered' desc
  ) step
  where delivery.id = step.id and delivery.tenant_id = ? and delivery.status in ('pending', 'retrying')`;

/**
 * Writes down how attempts of one tenant went, all in a few statements.
 * @param em within a transaction.
 * @returns where each delivery stands now, in order; and what is to be delivered because of it.
 */
export const settleDeliveries = async (
  em: EntityManager,
  tenantId: TenantId,
  attempted: readonly Attempted[],
): Promise<{ steps: Standing[]; due: DeliveryRef[] }> => {
  const steps = attempted.map(nextStep);
  const rows = attempted.map(({ delivery: { id } }, index) => ({ id, ...steps[index] }));
  await em.execute(moveOn, [JSON.stringify(rows), tenantId]);
  await em.insertMany(
    WebhookLog,
    attempted.map(({ delivery, endpoint, attempt }) => ({
      id: uuidV7(),
      tenantId,
      deliveryId: delivery.id,
      attempt: delivery.attempts + 1,
      url: endpoint.url,
      responseStatus: attempt.status ?? null,
      responseBody: attempt.body ?? null,
      error: attempt.error ?? null,
      durationMs: attempt.durationMs,
    })),
  );
  const byEndpoint = Map.groupBy(attempted, ({ endpoint }) => endpoint.id);
  const due: DeliveryRef[] = [];
  // Always in the same order: two workers must not wait for each other's rows.
  for (const id of [...byEndpoint.keys()].toSorted()) {
    const [first, ...others] = byEndpoint.get(id) ?? [];
    if (!first) continue;
    const verdicts = [first, ...others].map(({ attempt }) => attempt.verdict);
    due.push(...(await noteHealth(em, first.endpoint, verdicts)));
  }
  return { steps, due };
};
