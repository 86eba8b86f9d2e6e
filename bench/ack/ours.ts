import { setTimeout as delay } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { WebhookEvent } from '../../src/db/entities.ts';
import { systemEm } from '../../src/db/core/tenancy.ts';
import { prepareProduct, type PreparedProduct } from '../harness/product.ts';
import type { Arena, Contestant, Running } from './contestant.ts';

const rescueSeconds = 60;

let prepared: PreparedProduct | undefined;

/** The product with its relay, worker and Temporal working while it is measured. */
export const ours: Contestant = { name: 'ours', title: 'This project', checks: true, prepare, start };

async function prepare(arena: Arena): Promise<AsyncDisposable> {
  const { subscription } = arena;
  const environment = { PUBLIC_URL: subscription.publicUrl };
  prepared = await prepareProduct(arena, { name: 'ack_ours', tenants: [subscription], environment });
  return prepared;
}

async function start(): Promise<Running> {
  if (!prepared) throw new Error('not prepared');
  const product = await prepared.start();
  return {
    port: product.port,
    pid: product.api.process.pid,
    countStored: (expected) => countStored(product.orm, expected),
    [Symbol.asyncDispose]: () => product[Symbol.asyncDispose](),
  };
}

/** What PostgreSQL did not take in time was kept by Temporal, and comes as soon as a workflow gets to it. */
async function countStored(orm: MikroORM, expected: number): Promise<number> {
  const deadline = Date.now() + rescueSeconds * 1000;
  for (;;) {
    // SYSTEM: what is counted is the server's, not a tenant's.
    const count = await systemEm(orm).transactional((em) => em.count(WebhookEvent));
    if (count >= expected || Date.now() > deadline) return count;
    await delay(500);
  }
}
