import type { MikroORM } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { Id, Instant } from './views/fields.ts';
import { countWithin } from './work.ts';

/** Ids only: what stands in a URL may be a secret of the tenant. */
export const EndpointWork = z
  .object({
    tenantId: Id,
    endpointId: Id,
    attempts: z.int().describe('Of the last 24 hours'),
    successRate: z.number().min(0).max(1).nullable().describe('The share of these attempts that delivered'),
    waiting: z.int().describe('Deliveries that are pending or retrying'),
    oldestSeconds: z.number().nullable().describe('How long the oldest of them has been waiting'),
    failingSince: Instant.nullable().describe('Since when nothing but failures came'),
    disabledAt: Instant.nullable(),
  })
  .meta({ id: 'EndpointWork', description: 'How one endpoint of one tenant takes its deliveries' });

/** As it is counted, before the view. */
export type CountedEndpoint = z.input<typeof EndpointWork>;

export const exampleEndpointWork = {
  tenantId: '019b7c40-0000-7000-8000-000000000001',
  endpointId: '019b7c40-0000-7000-8000-000000000003',
  attempts: 243,
  successRate: 0.988,
  waiting: 1,
  oldestSeconds: 204.6,
  failingSince: null,
  disabledAt: null,
};

/** Each is a handful of time series to whoever collects them. */
export const maxEndpoints = 20;

const query = `
  with waiting as (
    select endpoint_id, count(*)::int as waiting, min(created_at) as oldest_at
    from webhook_deliveries where status in ('pending', 'retrying') group by endpoint_id
  ), tried as (
    select endpoint_id, count(*)::int as attempts, count(*) filter (where error is null)::int as delivered
    from webhook_logs join webhook_deliveries on webhook_deliveries.id = delivery_id
    where attempted_at > now() - interval '24 hours' group by endpoint_id
  )
  select endpoint.tenant_id, endpoint.id, coalesce(attempts, 0) as attempts, delivered::float8 / attempts as success_rate,
    coalesce(waiting, 0) as waiting, extract(epoch from now() - oldest_at)::float8 as oldest_seconds,
    failing_since, disabled_at
  from tried full join waiting using (endpoint_id) join webhook_endpoints as endpoint on endpoint.id = endpoint_id
  order by coalesce(attempts - delivered, 0) + coalesce(waiting, 0) desc, attempts desc nulls last, endpoint.id
  limit ${maxEndpoints}`;

interface Row {
  tenant_id: string;
  id: string;
  attempts: number;
  success_rate: number | null;
  waiting: number;
  oldest_seconds: number | null;
  failing_since: Date | string | null;
  disabled_at: Date | string | null;
}

const momentOf = (value: Date | string | null): Date | null => (value === null ? null : new Date(value));

/**
 * The endpoints of all tenants where something was tried or waits: those with the most failures and waiting deliveries
 * first, then the busiest. @throws Error when they cannot be counted in time.
 */
export const countByEndpoint = async (orm: MikroORM, timeoutMs: number): Promise<CountedEndpoint[]> => {
  const rows = await countWithin<Row[]>(orm, timeoutMs, query);
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    endpointId: row.id,
    attempts: row.attempts,
    successRate: row.success_rate,
    waiting: row.waiting,
    oldestSeconds: row.oldest_seconds,
    failingSince: momentOf(row.failing_since),
    disabledAt: momentOf(row.disabled_at),
  }));
};
