import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { RelayLag } from '../../inbox/index.ts';
import type { CountedEndpoint } from './endpointBacklog.ts';
import type { overviewOf } from './overview.ts';
import { version } from '../http/version.ts';
import type { Work } from './backlog.ts';

type Labels = Record<string, string>;

/** One metric, with its samples. Those that are null are not known, or mean nothing: they are left out. */
interface Family {
  name: string;
  help: string;
  samples: [labels: Labels, value: number | null][];
}

const alone = (value: number | null): Family['samples'] => [[{}, value]];

const ofServices = (services: Awaited<ReturnType<typeof overviewOf>>['services']): Family[] => [
  {
    name: 'receptionist_up',
    help: 'Whether the service answers',
    samples: Object.entries(services).map(([service, { status }]) => [{ service }, Number(status === 'up')]),
  },
  { name: 'receptionist_build_info', help: 'Always 1; which version runs', samples: [[{ version }, 1]] },
];

/** Where nothing waits, the oldest has waited for no time: a rule such as `> 60` then has a 0 to look at. */
const ofWork = ({ inbox, deliveries, outbox }: Work): Family[] => [
  {
    name: 'receptionist_inbox_waiting',
    help: 'Acknowledged webhooks that their calls do not have yet',
    samples: alone(inbox.waiting),
  },
  {
    name: 'receptionist_inbox_oldest_seconds',
    help: 'How long the oldest of them has been waiting',
    samples: alone(inbox.oldestSeconds ?? 0),
  },
  {
    name: 'receptionist_inbox_stuck',
    help: 'Those of them whose handover fails again and again: each is a fault to look into',
    samples: alone(inbox.stuck),
  },
  {
    name: 'receptionist_outbox_waiting',
    help: 'Deliveries that are pending or retrying',
    samples: alone(outbox.waiting),
  },
  {
    name: 'receptionist_outbox_oldest_seconds',
    help: 'How long the oldest of them has been waiting',
    samples: alone(outbox.oldestSeconds ?? 0),
  },
  {
    name: 'receptionist_outbox_overdue_seconds',
    help: 'For how long an attempt has been due that was not made yet',
    samples: alone(outbox.overdueSeconds ?? 0),
  },
  {
    name: 'receptionist_deliveries_last_day',
    help: 'Deliveries that were queued in the last 24 hours',
    samples: Object.entries(deliveries).map(([status, count]) => [{ status }, count]),
  },
  {
    name: 'receptionist_attempts_last_day',
    help: 'Attempts to deliver in the last 24 hours',
    samples: alone(outbox.attempts),
  },
  {
    name: 'receptionist_success_ratio',
    help: 'The share of these attempts that delivered',
    samples: alone(outbox.successRate),
  },
];

const ofEndpoints = (endpoints: CountedEndpoint[]): Family[] => {
  const each = (valueOf: (endpoint: CountedEndpoint) => number | null): Family['samples'] =>
    endpoints.map((endpoint) => [
      { tenant_id: endpoint.tenantId, endpoint_id: endpoint.endpointId },
      valueOf(endpoint),
    ]);
  const secondsSince = (moment: Date): number => Math.max(0, Date.now() - moment.getTime()) / 1000;
  return [
    {
      name: 'receptionist_endpoint_attempts',
      help: 'Attempts to deliver what was queued for the endpoint in the last 24 hours, or still waits; of the worst endpoints only',
      samples: each(({ attempts }) => attempts),
    },
    {
      name: 'receptionist_endpoint_success_ratio',
      help: 'The share of these attempts that delivered',
      samples: each(({ successRate }) => successRate),
    },
    {
      name: 'receptionist_endpoint_waiting',
      help: 'Deliveries to the endpoint that are pending or retrying',
      samples: each(({ waiting }) => waiting),
    },
    {
      name: 'receptionist_endpoint_oldest_seconds',
      help: 'How long the oldest of them has been waiting',
      samples: each(({ oldestSeconds }) => oldestSeconds ?? 0),
    },
    {
      name: 'receptionist_endpoint_failing_seconds',
      help: 'For how long nothing but failures came',
      samples: each(({ failingSince }) => (failingSince === null ? 0 : secondsSince(failingSince))),
    },
    {
      name: 'receptionist_endpoint_disabled',
      help: 'Whether nothing is sent to the endpoint any more',
      samples: each(({ disabledAt }) => Number(disabledAt !== null)),
    },
  ];
};

/** Made anew for each answer: what is not known any more leaves nothing behind. */
const registryOf = (families: Family[]): Registry => {
  const registry = new Registry();
  for (const { name, help, samples } of families) {
    const known = samples.flatMap(([labels, value]) => (value === null ? [] : [{ labels, value }]));
    if (known.length === 0) continue;
    const gauge = new Gauge({ name, help, labelNames: Object.keys(known[0]?.labels ?? {}), registers: [registry] });
    for (const { labels, value } of known) gauge.set(labels, value);
  }
  return registry;
};

/** @param relayLag of this process: what it has taken in and not handed over yet. */
export const createProcessMetrics = (relayLag: () => RelayLag): Registry => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  gauge(
    'receptionist_relay_waiting',
    'Acknowledged webhooks that this process has not handed over yet',
    () => relayLag().waiting,
  );
  gauge(
    'receptionist_relay_oldest_seconds',
    'How long the oldest of them has been waiting',
    () => relayLag().oldestSeconds,
  );
  return registry;
};

/** The text that Prometheus reads. @param endpoints null where they could not be counted, as `work`. */
export const prometheusText = (
  processMetrics: Registry,
  { services, work }: Awaited<ReturnType<typeof overviewOf>>,
  endpoints: CountedEndpoint[] | null,
): Promise<string> => {
  const families = [
    ...ofServices(services),
    ...(work ? ofWork(work) : []),
    ...(endpoints ? ofEndpoints(endpoints) : []),
  ];
  return Registry.merge([registryOf(families), processMetrics]).metrics();
};
