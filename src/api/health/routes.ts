import { z } from 'zod';
import { EndpointWork, exampleEndpointWork, maxEndpoints } from './endpointBacklog.ts';
import { isOperator } from '../access/authenticate.ts';
import { areUp, checkServices, endpointsOf, overviewOf } from './overview.ts';
import { cachedFor } from './probe.ts';
import { defineRoute } from '../routing/route.ts';
import { version } from '../http/version.ts';
import { DeliveryCounts, InboxLag, OutboxLag } from './backlog.ts';

const tags = ['Health'];

export const health = defineRoute(
  {
    method: 'get',
    path: '/health',
    permission: 'public',
    operationId: 'checkHealth',
    summary: 'Check health',
    description: 'Whether the process is there, and which version.',
    tags,
    response: z.object({ status: z.literal('ok'), version: z.string(), uptimeSeconds: z.int() }),
    examples: { response: { status: 'ok', version: '0.1.0', uptimeSeconds: 86_400 } },
  },
  () => ({ status: 'ok' as const, version, uptimeSeconds: Math.round(process.uptime()) }),
);

export const live = defineRoute(
  {
    method: 'get',
    path: '/health/live',
    permission: 'public',
    operationId: 'checkLiveness',
    summary: 'Check liveness',
    description: 'Answers as long as the process runs.',
    tags,
    response: z.object({ status: z.literal('ok') }),
    examples: { response: { status: 'ok' } },
  },
  () => ({ status: 'ok' as const }),
);

const Service = z.object({
  status: z.enum(['up', 'down']),
  latencyMs: z.number(),
  error: z.string().optional().describe('A word for what went wrong, never an address or a credential'),
});
const Services = z.object({ postgres: Service, temporal: Service });
const exampleServices = { postgres: { status: 'up', latencyMs: 1.4 }, temporal: { status: 'up', latencyMs: 3.2 } };

/** Nothing limits probes: asking often must cost nothing. */
const readinessOf = cachedFor(1_000, checkServices);

export const ready = defineRoute(
  {
    method: 'get',
    path: '/health/ready',
    permission: 'public',
    operationId: 'checkReadiness',
    summary: 'Check readiness',
    description: 'Ready while PostgreSQL and Temporal both answer.',
    tags,
    response: z.object({ status: z.enum(['ready', 'unavailable']), services: Services }),
    otherStatuses: { 503: 'PostgreSQL or Temporal does not answer' },
    examples: { response: { status: 'ready', services: exampleServices } },
  },
  async ({ app, ctx }) => {
    const services = await readinessOf(app);
    if (areUp(services)) return { status: 'ready' as const, services };
    ctx.status = 503;
    return { status: 'unavailable' as const, services };
  },
);

export const detailed = defineRoute(
  {
    method: 'get',
    path: '/health/detailed',
    permission: 'public',
    operationId: 'getDetailedHealth',
    summary: 'Get detailed health',
    description:
      "Figures are at most five seconds old, so that asking often costs nothing. A figure that PostgreSQL does not give in time is null. With the operator's key the answer names endpoints, too.",
    tags,
    response: z.object({
      status: z.enum(['ok', 'degraded']),
      version: z.string(),
      uptimeSeconds: z.int(),
      services: z.object({
        postgres: Service,
        temporal: Service.extend({ address: z.string(), namespace: z.string() }),
      }),
      inbox: InboxLag.nullable(),
      deliveries: DeliveryCounts.nullable(),
      outbox: OutboxLag.nullable(),
      endpoints: z
        .array(EndpointWork)
        .nullable()
        .describe(
          `With the operator's key, otherwise null: the ${maxEndpoints} with the most failures and waiting deliveries, then the busiest`,
        ),
    }),
    examples: {
      response: {
        status: 'ok',
        version: '0.1.0',
        uptimeSeconds: 86_400,
        services: {
          postgres: exampleServices.postgres,
          temporal: { ...exampleServices.temporal, address: 'temporal:7233', namespace: 'default' },
        },
        inbox: { waiting: 0, oldestSeconds: null, stuck: 0 },
        deliveries: { pending: 0, retrying: 1, delivered: 240, dead: 0, held: 0 },
        outbox: { waiting: 1, oldestSeconds: 204.6, overdueSeconds: null, attempts: 243, successRate: 0.988 },
        endpoints: [exampleEndpointWork],
      },
    },
  },
  async ({ app, ctx }) => {
    const [{ services, work }, endpoints] = await Promise.all([
      overviewOf(app),
      isOperator(ctx, app.config) ? endpointsOf(app) : null,
    ]);
    const { address, namespace } = app.config.temporal;
    return {
      status: areUp(services) ? ('ok' as const) : ('degraded' as const),
      version,
      uptimeSeconds: Math.round(process.uptime()),
      services: { postgres: services.postgres, temporal: { ...services.temporal, address, namespace } },
      inbox: work?.inbox ?? null,
      deliveries: work?.deliveries ?? null,
      outbox: work?.outbox ?? null,
      endpoints,
    };
  },
);
