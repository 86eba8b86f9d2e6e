import type { MikroORM } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { Id, Instant } from '../http/fields.ts';
import { countWithin } from './backlog.ts';

/** Ids only: a URL may contain a secret of the tenant. */
export const EndpointWork = z
  .object({
    tenantId: Id,
    endpointId: Id,
    attempts: z.int().describe('To deliver what was queued in the last 24 hours, or still waits'),
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

/** Each is a handful of time series to Prometheus. */
export const maxEndpoints = 20;

// By the deliveries' own counts: to join 24 hours of attempts with all deliveries there ever were takes ten times as long.
const query = `
  with recent as (
    select endpoint_id, attempts, created_at, status in ('pending', 'retrying') as waits,
      status = 'delivered' and attempts > 0 as succeeded
    from webhook_deliveries
    where created_at > now() - interval '24 hours' or status in ('pending', 'retrying')
  ), counted as (
    select endpoint_id, sum(attempts)::int as attempts, count(*) filter (where succeeded)::int as delivered,
      count(*) filter (where waits)::int as waiting, min(created_at) filter (where waits) as oldest_at
    from recent group by endpoint_id
  )
  select endpoint.tenant_id, endpoint.id, attempts, delivered::float8 / nullif(attempts, 0) as success_rate,
    waiting, extract(epoch from now() - oldest_at)::float8 as oldest_seconds, failing_since, disabled_at
  from counted join webhook_endpoints as endpoint on endpoint.id = endpoint_id
  order by attempts - delivered + waiting desc, attempts desc, endpoint.id
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
 * The endpoints of all tenants where something was queued in the last 24 hours, or waits: those with the most failures and waiting deliveries
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
