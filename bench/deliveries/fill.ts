/**
 * Migrates the database of the product's own environment, fills it with deliveries, and has them sent. After the plan comes
 * what they are: `first` attempts, `retries`, or a `recovery` of held ones for each tenant.
 */
import { createContext } from '../../src/context.ts';
import { readConfig } from '../../src/config.ts';
import { migrate } from '../../src/db/migrate.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { uuidV7 } from '../../src/db/core/uuid.ts';
import { longestRecoveryMs } from '../../src/domain/deliveries/recovery.ts';
import { queueRecovery } from '../../src/api/deliveries/replay.ts';
import { createWakeEndpoints } from '../../src/outbox/index.ts';
import { addDeliveries, addEndpoint, addTenant } from '../harness/tenants.ts';
import type { Plan, Waiting } from './plan.ts';

const config = readConfig(process.env);
const { urls, secret, deliveries } = JSON.parse(process.argv[2] ?? '') as Plan;
const kind = process.argv[3] as Waiting;

await migrate(config);
const ctx = await createContext(config, 'bench');
const { orm, temporal } = ctx;
const wakeEndpoints = createWakeEndpoints({ orm, temporal, taskQueue: config.temporal.taskQueue });

const states = {
  first: { status: 'pending' },
  retries: { status: 'retrying', attempts: 1, attemptsInSchedule: 1, nextAttemptAt: new Date() },
  recovery: { status: 'held' },
} as const satisfies Record<Waiting, object>;

const recover = async (tenantId: string): Promise<void> => {
  const now = Date.now();
  const filter = {
    endpointId: null,
    since: new Date(now - longestRecoveryMs).toISOString(),
    until: new Date(now).toISOString(),
    eventTypes: null,
    statuses: ['held' as const],
    startedAt: new Date(now).toISOString(),
  };
  await tenantEm(orm, tenantId).transactional((em) => queueRecovery(em, tenantId, uuidV7(), filter));
};

/** A tenant with one endpoint, and what goes there. */
const fill = async (url: string, number: number): Promise<void> => {
  const tenantId = await addTenant(orm, `bench-${number}`);
  const endpointId = await addEndpoint(orm, ctx.keys, tenantId, { url, secret });
  const count = deliveries / urls.length;
  await addDeliveries(tenantEm(orm, tenantId), { tenantId, endpointId, count, state: states[kind] });
  if (kind === 'recovery') await recover(tenantId);
  await wakeEndpoints(tenantId, [endpointId]);
};

await Promise.all(urls.map(fill));
await ctx.close();
