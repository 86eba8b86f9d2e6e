import { z } from 'zod';
import { because } from '../../contract/problems/fieldErrors.ts';
import { deliveryStatuses, WebhookEndpoint } from '../../db/entities.ts';
import { defineRoute } from '../routing/route.ts';
import { EndpointStats, exampleEndpointStats } from './statsView.ts';
import { Instant } from '../http/fields.ts';

const dayMs = 86_400_000;
const longestDays = 30;

const isRecent = (since: string): boolean => Date.parse(since) >= Date.now() - longestDays * dayMs;

type Status = (typeof deliveryStatuses)[number];

interface Row extends Partial<Record<Status, number>> {
  endpoint_id: string;
  oldest_waiting_at: Date | string | null;
  attempts: number;
  success_rate: number | null;
  median_ms: number | null;
  p95_ms: number | null;
}

const counts = deliveryStatuses.map((status) => `count(*) filter (where status = '${status}')::int as ${status}`);

const query = `
  with recent as (
    select id, endpoint_id, status, created_at from webhook_deliveries where tenant_id = ? and created_at >= ?
  ), queued as (
    select endpoint_id, ${counts.join(', ')},
      min(created_at) filter (where status in ('pending', 'retrying')) as oldest_waiting_at
    from recent group by endpoint_id
  ), tried as (
    select endpoint_id, count(*)::int as attempts, avg((error is null)::int)::float8 as success_rate,
      round(percentile_cont(0.5) within group (order by duration_ms))::int as median_ms,
      round(percentile_cont(0.95) within group (order by duration_ms))::int as p95_ms
    from recent join webhook_logs on webhook_logs.tenant_id = ? and delivery_id = recent.id group by endpoint_id
  )
  select queued.*, coalesce(attempts, 0) as attempts, success_rate, median_ms, p95_ms
  from queued left join tried using (endpoint_id)`;

export const deliveryStats = defineRoute(
  {
    method: 'get',
    path: '/dashboard/webhooks/stats',
    permission: 'deliveries:read',
    operationId: 'getDeliveryStatistics',
    summary: 'Get delivery statistics',
    description: 'How each endpoint took the deliveries that were queued since, whenever they were attempted.',
    tags: ['Deliveries'],
    query: z.object({
      since: z.iso
        .datetime({ offset: true })
        .refine(isRecent, because('date.too_old', { days: longestDays }))
        .optional()
        .describe(`At most ${longestDays} days ago; a day ago by default`),
    }),
    response: z.object({ since: Instant, endpoints: z.array(EndpointStats).describe('Oldest first') }),
    examples: { response: { since: '2026-01-14T10:30:00.000Z', endpoints: [exampleEndpointStats] } },
  },
  async ({ em, auth, query: { since: text } }) => {
    const since = text === undefined ? new Date(Date.now() - dayMs) : new Date(text);
    const endpoints = await em.find(WebhookEndpoint, {}, { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
    const rows = await em.execute<Row[]>(query, [auth.tenantId, since, auth.tenantId]);
    const found = new Map(rows.map((row) => [row.endpoint_id, row]));
    return {
      since,
      endpoints: endpoints.map(({ id, url, disabledAt }) => {
        const row: Partial<Row> = found.get(id) ?? {};
        const { pending = 0, retrying = 0, delivered = 0, dead = 0, held = 0 } = row;
        return {
          endpointId: id,
          url,
          disabledAt,
          deliveries: { pending, retrying, delivered, dead, held },
          oldestWaitingAt: row.oldest_waiting_at ? new Date(row.oldest_waiting_at) : null,
          attempts: row.attempts ?? 0,
          successRate: row.success_rate ?? null,
          medianDurationMs: row.median_ms ?? null,
          p95DurationMs: row.p95_ms ?? null,
        };
      }),
    };
  },
);
