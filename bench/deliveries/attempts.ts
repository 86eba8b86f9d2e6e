/** Our attempts alone: what an activity does, asked for by this loop and not by Temporal. */
import { once } from 'node:events';
import { createActivities } from '../../src/activities/index.ts';
import { readConfig } from '../../src/config.ts';
import { createContext } from '../../src/context.ts';
import { WebhookDelivery } from '../../src/db/entities/index.ts';
import { systemEm } from '../../src/db/tenancy.ts';
import type { Plan } from './plan.ts';

const [{ concurrency }] = (await once(process, 'message')) as [Plan];
const ctx = await createContext(readConfig(process.env), 'bench');
const { taskQueue } = ctx.config.temporal;
const { deliverFirst } = createActivities(ctx, { temporal: ctx.temporal, taskQueue, timing: ctx.config.call });
// SYSTEM: what is delivered belongs to many tenants.
const waiting = await systemEm(ctx.orm).transactional((em) =>
  em.find(WebhookDelivery, {}, { orderBy: { eventId: 'asc' } }),
);

let next = 0;
const work = async (): Promise<void> => {
  for (let delivery = waiting[next++]; delivery; delivery = waiting[next++]) {
    await deliverFirst({ tenantId: delivery.tenantId, deliveryIds: [delivery.id] });
  }
};
await Promise.all(Array.from({ length: concurrency }, work));
process.send?.('done');
