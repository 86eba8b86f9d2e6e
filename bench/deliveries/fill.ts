/**
 * Migrates the database of the product's own environment, fills it with deliveries, and has them sent. After the plan comes
 * what they are: `first` attempts, `retries`, or a `recovery` of held ones for each tenant.
 */
import { createContext } from '../../src/context.ts';
import { readConfig } from '../../src/config.ts';
import { sealEndpoint } from '../../src/db/deliveries/endpoints.ts';
import { OutboundEvent, Tenant, WebhookDelivery, WebhookEndpoint } from '../../src/db/entities.ts';
import { migrate } from '../../src/db/migrate.ts';
import { systemEm, tenantEm } from '../../src/db/core/tenancy.ts';
import { uuidV7 } from '../../src/db/core/uuid.ts';
import { callSubject, subjectColumns } from '../../src/domain/subject.ts';
import { longestRecoveryMs } from '../../src/domain/deliveries/recovery.ts';
import { queueRecovery } from '../../src/api/deliveries/replay.ts';
import { createWakeEndpoints } from '../../src/outbox/index.ts';
import { exampleData } from './event.ts';
import type { Plan, Waiting } from './plan.ts';

const eventsPerCall = 6;

const config = readConfig(process.env);
const { urls, secret, deliveries } = JSON.parse(process.argv[2] ?? '') as Plan;
const kind = process.argv[3] as Waiting;
const perEndpoint = deliveries / urls.length;

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
  // SYSTEM: a tenant cannot make itself.
  const { id: tenantId } = await systemEm(ctx.orm).transactional(async (em) =>
    em.create(Tenant, { slug: `bench-${number}`, name: 'Bench' }),
  );
  const em = tenantEm(ctx.orm, tenantId);
  const endpointId = uuidV7();
  const sealedSecrets = sealEndpoint(ctx.keys, { tenantId, id: endpointId }, { secret, headers: {} });
  em.persist(em.create(WebhookEndpoint, { id: endpointId, tenantId, url, sealedSecrets }));
  await em.flush();
  const now = Date.now();
  const waiting = Array.from({ length: perEndpoint }, (_, index) => ({
    id: uuidV7(),
    tenantId,
    endpointId,
    eventId: uuidV7(),
    eventType: 'call.ended',
    ...subjectColumns(callSubject(`CA-${number}-${Math.floor(index / eventsPerCall)}`)),
    ...states[kind],
    // As in a busy day: some seconds apart.
    createdAt: new Date(now - (perEndpoint - index) * 10_000),
  }));
  const events = waiting.map(({ eventId, eventType, subjectKind, subjectId, createdAt }, index) => ({
    tenantId,
    eventId,
    eventType,
    subjectKind,
    subjectId,
    createdAt,
    id: uuidV7(),
    sequence: (index % eventsPerCall) + 1,
    occurredAt: createdAt,
    data: JSON.stringify(exampleData(index)),
  }));
  for (let at = 0; at < perEndpoint; at += 500) {
    await em.insertMany(OutboundEvent, events.slice(at, at + 500));
    await em.insertMany(WebhookDelivery, waiting.slice(at, at + 500));
  }
  if (kind === 'recovery') await recover(tenantId);
  await wakeEndpoints(tenantId, [endpointId]);
};

await Promise.all(urls.map(fill));
await ctx.close();
