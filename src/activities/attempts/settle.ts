import type { MikroORM } from '@mikro-orm/postgresql';
import type { DeliveryRef } from '../../db/deliveryQueue.ts';
import type { WebhookEndpoint } from '../../db/entities/index.ts';
import { systemEm, tenantEm } from '../../db/tenancy.ts';
import { uuidV7 } from '../../db/uuid.ts';
import type { Verdict } from '../../domain/attemptVerdict.ts';
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
const moveOnAndLog = `
  with given as (
    select * from jsonb_to_recordset(?::jsonb) as given (
      "tenantId" uuid, id uuid, status text, "nextAttemptAt" timestamptz, "lastError" text, "deliveredAt" timestamptz,
      "logId" uuid, attempt int, url text, "responseStatus" int, "responseBody" text, error text, "durationMs" int)
  ), moved as (
    update webhook_deliveries delivery
    set status = step.status, next_attempt_at = step."nextAttemptAt", last_error = step."lastError",
      delivered_at = coalesce(step."deliveredAt", delivery.delivered_at),
      attempts = delivery.attempts + 1, attempts_in_schedule = delivery.attempts_in_schedule + 1
    from (select distinct on (id) * from given order by id, status = 'delivered' desc) step
    where delivery.id = step.id and delivery.tenant_id = step."tenantId" and delivery.status in ('pending', 'retrying')
  )
  insert into webhook_logs
    (id, tenant_id, delivery_id, attempt, url, response_status, response_body, error, duration_ms, attempted_at)
  select "logId", "tenantId", id, attempt, url, "responseStatus", "responseBody", error, "durationMs", now() from given`;

const rowOf = ({ delivery, endpoint, attempt }: Attempted, step: Standing) => ({
  ...step,
  tenantId: delivery.tenantId,
  id: delivery.id,
  logId: uuidV7(),
  attempt: delivery.attempts + 1,
  url: endpoint.url,
  responseStatus: attempt.status,
  responseBody: attempt.body,
  error: attempt.error,
  durationMs: attempt.durationMs,
});

/** What attempts at one endpoint mean for it. @returns what is to be delivered because of it. */
const noteOne = async (orm: MikroORM, endpoint: WebhookEndpoint, verdicts: Verdict[]): Promise<DeliveryRef[]> => {
  const isWell = endpoint.failingSince === null && verdicts.every((verdict) => verdict === 'delivered');
  return isWell ? [] : tenantEm(orm, endpoint.tenantId).transactional((em) => noteHealth(em, endpoint, verdicts));
};

/**
 * Writes down how attempts went, all in one statement, and what it means for their endpoints.
 * @param start what is to be delivered because of it.
 * @returns where each delivery stands now, in order.
 */
export const settleDeliveries = async (
  orm: MikroORM,
  attempted: readonly Attempted[],
  start: (tenantId: TenantId, due: DeliveryRef[]) => Promise<void>,
): Promise<Standing[]> => {
  const steps = attempted.map(nextStep);
  const rows = attempted.map((one, index) => rowOf(one, steps[index]!));
  // SYSTEM: in a storm many tenants' attempts end in the same moment, and share a commit.
  await systemEm(orm).execute(moveOnAndLog, [JSON.stringify(rows)]);
  const byEndpoint = [...Map.groupBy(attempted, ({ endpoint }) => endpoint.id).values()];
  await Promise.all(
    byEndpoint.map(async ([first, ...others]) => {
      if (!first) return;
      const verdicts = [first, ...others].map(({ attempt }) => attempt.verdict);
      await start(first.endpoint.tenantId, await noteOne(orm, first.endpoint, verdicts));
    }),
  );
  return steps;
};
