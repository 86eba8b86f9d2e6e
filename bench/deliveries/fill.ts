/** Migrates the database of the product's own environment, and fills it with deliveries that wait; `--start`: in workflows. */
import { createContext } from '../../src/context.ts';
import { readConfig } from '../../src/config.ts';
import { sealEndpoint } from '../../src/db/endpoints.ts';
import { OutboundEvent, Tenant, WebhookDelivery, WebhookEndpoint } from '../../src/db/entities/index.ts';
import { migrate } from '../../src/db/migrate.ts';
import { systemEm, tenantEm } from '../../src/db/tenancy.ts';
import { uuidV7 } from '../../src/db/uuid.ts';
import { startDeliveries } from '../../src/inbox/index.ts';
import { exampleData } from './event.ts';
import type { Plan } from './plan.ts';

const config = readConfig(process.env);
const { urls, secret, deliveries } = JSON.parse(process.argv[2] ?? '') as Plan;
const starts = process.argv[3] === '--start';
const perEndpoint = deliveries / urls.length;

await migrate(config);
const ctx = await createContext(config, 'bench');

/** A tenant with one endpoint. @returns its deliveries. */
const fill = async (url: string, number: number): Promise<void> => {
  // SYSTEM: a tenant cannot make itself.
  const { id: tenantId } = await systemEm(ctx.orm).transactional(async (em) =>
    em.create(Tenant, { slug: `bench-${number}`, name: 'Bench' }),
  );
  const em = tenantEm(ctx.orm, tenantId);
  const id = uuidV7();
  const sealedSecrets = sealEndpoint(ctx.keys, { tenantId, id }, { secret, headers: {} });
  em.persist(em.create(WebhookEndpoint, { id, tenantId, url, sealedSecrets }));
  const waiting = Array.from({ length: perEndpoint }, (_, index) => {
    const event = { tenantId, eventId: uuidV7(), eventType: 'call.ended', externalCallId: null };
    const data = JSON.stringify(exampleData(index));
    em.persist(em.create(OutboundEvent, { ...event, sequence: null, occurredAt: new Date(), data }));
    return em.create(WebhookDelivery, { ...event, id: uuidV7(), endpointId: id });
  });
  em.persist(waiting);
  await em.flush();
  if (starts)
    await startDeliveries({ temporal: ctx.temporal, taskQueue: config.temporal.taskQueue }, tenantId, waiting);
};

await Promise.all(urls.map(fill));
await ctx.close();
