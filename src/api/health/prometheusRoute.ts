import { z } from 'zod';
import { endpointsOf, overviewOf } from './overview.ts';
import { prometheusText } from './prometheus.ts';
import { defineRoute } from '../routing/route.ts';

const example = `# HELP receptionist_up Whether the service answers
# TYPE receptionist_up gauge
receptionist_up{service="postgres"} 1
receptionist_up{service="temporal"} 1
`;

export const prometheusMetrics = defineRoute(
  {
    method: 'get',
    path: '/metrics',
    permission: 'operator',
    operationId: 'getPrometheusMetrics',
    summary: 'Get Prometheus metrics',
    description:
      'The numbers of `GET /health/detailed`, and those of this process, in the text format of Prometheus. While PostgreSQL is down `receptionist_up` says so, and what it alone knows is missing.',
    tags: ['Health'],
    response: z.string(),
    contentType: 'text/plain',
    examples: { response: example },
  },
  async ({ app, deps: { processMetrics }, ctx }) => {
    const [overview, endpoints] = await Promise.all([overviewOf(app), endpointsOf(app)]);
    ctx.type = processMetrics.contentType;
    return prometheusText(processMetrics, overview, endpoints);
  },
);
