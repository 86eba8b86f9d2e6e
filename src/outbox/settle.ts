import type { MikroORM } from '@mikro-orm/postgresql';
import type { WebhookDelivery, WebhookEndpoint } from '../db/entities.ts';
import { systemEm } from '../db/core/tenancy.ts';
import { uuidV7 } from '../db/core/uuid.ts';
import { attemptSentence, type AttemptError } from '../domain/deliveries/attemptErrors.ts';
import { retryDelayMs } from '../domain/deliveries/retrySchedule.ts';
import type { ClaimedDelivery } from './claims.ts';
import type { Attempt } from './sender.ts';

/** An attempt that was made. @param endpoint as it was then. */
export interface Attempted {
  delivery: Pick<ClaimedDelivery, 'id' | 'tenantId' | 'attemptsInSchedule'>;
  endpoint: Pick<WebhookEndpoint, 'url'>;
  attempt: Attempt;
}

type Step = Pick<WebhookDelivery, 'status' | 'nextAttemptAt'> & { deliveredAt?: Date };

const nextStep = ({ attempt, delivery }: Attempted): Step => {
  const { verdict, retryAfterSeconds } = attempt;
  const now = Date.now();
  switch (verdict) {
    case 'delivered':
      return { status: 'delivered', deliveredAt: new Date(now), nextAttemptAt: null };
    case 'gone':
      return { status: 'held', nextAttemptAt: null };
    case 'retry':
    case 'retryBriefly': {
      const delayMs = retryDelayMs(verdict, delivery.attemptsInSchedule + 1, Math.random(), retryAfterSeconds);
      const isOver = delayMs === undefined;
      const nextAttemptAt = isOver ? null : new Date(now + delayMs);
      return { status: isOver ? 'dead' : 'retrying', nextAttemptAt };
    }
  }
};

/** Of what a network error says; certificates can name thousands of hosts. */
const longestText = 2_000;

const storable = ({ code, params: { detail, ...params } }: AttemptError): AttemptError => ({
  code,
  params: { ...params, ...(detail !== undefined && { detail: detail.slice(0, longestText).toWellFormed() }) },
});

const columnsOf = (error: AttemptError | undefined) => {
  if (!error) return { error: null, errorCode: null, errorParams: null };
  const { code, params } = storable(error);
  return { error: attemptSentence({ code, params }), errorCode: code, errorParams: params };
};

const rowOf = (attempted: Attempted) => {
  const { delivery, endpoint, attempt } = attempted;
  return {
    ...nextStep(attempted),
    tenantId: delivery.tenantId,
    id: delivery.id,
    attemptsInSchedule: delivery.attemptsInSchedule,
    logId: uuidV7(),
    url: endpoint.url,
    responseStatus: attempt.status,
    responseBody: attempt.body,
    ...columnsOf(attempt.error),
    durationMs: attempt.durationMs,
  };
};

// An attempt that hung while a person asked for a retry comes back late: it is logged and counted, but what was delivered
// stays delivered, and the new schedule goes on, with its own claim; so does a delivery whose former URL is gone. In the
// order of ids: two workers must not wait for each other's rows.
const moveOnAndLog = `
  with given as (
    select * from jsonb_to_recordset(?::jsonb) as given (
      "tenantId" uuid, id uuid, "attemptsInSchedule" int,
      status text, "nextAttemptAt" timestamptz, "deliveredAt" timestamptz, "logId" uuid, url text,
      "responseStatus" int, "responseBody" text, error text, "errorCode" text, "errorParams" jsonb, "durationMs" int)
  ), step as (
    select distinct on (id) * from given order by id, status = 'delivered' desc
  ), current as (
    select delivery.id, delivery.attempts,
      step.status = 'delivered' or (delivery.status in ('pending', 'retrying')
        and delivery.attempts_in_schedule = step."attemptsInSchedule"
        and not (step.status = 'held' and endpoint.url is distinct from step.url)) as counts,
      delivery.attempts_in_schedule = step."attemptsInSchedule" as "isItsClaim",
      endpoint.failing_since is not null as "isFailing"
    from webhook_deliveries delivery
    join step on step.id = delivery.id and step."tenantId" = delivery.tenant_id
    left join webhook_endpoints endpoint on endpoint.id = delivery.endpoint_id
    order by delivery.id for update of delivery
  ), moved as (
    update webhook_deliveries delivery
    set status = step.status, next_attempt_at = step."nextAttemptAt", last_error = step.error,
      last_error_code = step."errorCode", last_error_params = step."errorParams",
      delivered_at = coalesce(step."deliveredAt", delivery.delivered_at), claimed_until = null,
      attempts = current.attempts + 1, attempts_in_schedule = delivery.attempts_in_schedule + 1
    from step join current using (id)
    where delivery.id = step.id and current.counts
  ), counted as (
    update webhook_deliveries delivery set attempts = current.attempts + 1,
      claimed_until = case when current."isItsClaim" then null else delivery.claimed_until end
    from current where delivery.id = current.id and not current.counts
  ), logged as (
    insert into webhook_logs (id, tenant_id, delivery_id, attempt, url, response_status, response_body, error, error_code,
      error_params, duration_ms, attempted_at)
    select "logId", "tenantId", id, attempts + 1, url, "responseStatus", "responseBody", error, "errorCode",
      "errorParams", "durationMs", now()
    from given join current using (id)
  )
  select id, "isFailing" from current`;

interface Row {
  id: string;
  isFailing: boolean;
}

/**
 * Writes down how attempts went, all in one statement.
 * @returns for each, in order, whether its endpoint had nothing but failures before.
 */
export const settleDeliveries = async (
  orm: MikroORM,
  attempted: readonly Attempted[],
): Promise<{ isFailing: boolean }[]> => {
  // SYSTEM: in a storm many tenants' attempts end in the same moment, and share a commit.
  const rows = await systemEm(orm).execute<Row[]>(moveOnAndLog, [JSON.stringify(attempted.map(rowOf))]);
  const failing = new Map(rows.map(({ id, isFailing }) => [id, isFailing]));
  return attempted.map(({ delivery }) => ({ isFailing: failing.get(delivery.id) ?? false }));
};
