import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { WebhookEndpoint } from '../../src/db/entities.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import type { EndpointKey } from '../../src/domain/ids.ts';
import { endpointWorkflowId } from '../../src/temporal/ids.ts';
import { costOf } from '../../test/support/budget.ts';
import { openCarrier, type Carrier } from '../harness/carrier.ts';
import type { EndedCalls } from '../harness/endedCalls.ts';
import type { PreparedProduct, Product } from '../harness/product.ts';
import { percentile } from '../harness/statistics.ts';
import { addDeliveries, type BenchTenant } from '../harness/tenants.ts';

export interface Round {
  round: number;
  /** `beside`: the busy tenant's endpoint is dead. */
  variant: 'alone' | 'beside';
  /** Milliseconds from the other tenant's last callback until its receiver had `call.ended`. */
  latencies: { p50: number; p95: number; max: number };
  /** Of the busy tenant's endpoint. */
  actionsPerMinute: number;
  canary: number;
}

interface Scene {
  prepared: PreparedProduct;
  /** The busy one, whose endpoint may be dead, and the other. */
  tenants: readonly BenchTenant[];
  ended: EndedCalls;
  deadUrl: string;
  load: { seconds: number; callsPerSecond: number; waiting: number };
}

/** A call of two seconds, and what a fresh process needs to be at its pace. */
const gapMs = 400;
const warmupSeconds = 5;
const lateSeconds = 60;

export const subscriptionOf = (tenantSlug: string, receiverUrl: string): BenchTenant => ({
  publicUrl: 'https://bench.example.com',
  tenantSlug,
  accountSid: `AC${'b'.repeat(32)}`,
  authToken: '0123456789abcdef0123456789abcdef',
  endpoint: { url: receiverUrl, secret: `whsec_${randomBytes(32).toString('base64')}` },
});

export async function play(
  scene: Scene,
  variant: Round['variant'],
): Promise<Omit<Round, 'round' | 'variant' | 'canary'>> {
  const { prepared, tenants, load } = scene;
  await using product = await prepared.start();
  await using carriers = new AsyncDisposableStack();
  const [busy, other] = tenants.map((tenant) => carriers.use(openCarrier(product.port, tenant, 16)));
  if (!busy || !other) throw new Error('two tenants');
  const [busyTenant] = prepared.tenants;
  const key: EndpointKey = { tenantId: busyTenant!.id, endpointId: busyTenant!.endpointId };

  const play = createPlayer(load.callsPerSecond);
  await Promise.all(await play(other, warmupSeconds, (call) => told(scene.ended, other, call)));
  if (variant === 'beside') await die(product, key, scene);
  const before = await lastRun(product.temporal, key);
  const [, latencies] = await Promise.all([
    play(busy, load.seconds, (call) => busy.report(call, { gapMs })),
    play(other, load.seconds, (call) => told(scene.ended, other, call)),
  ]);
  const after = await lastRun(product.temporal, key);
  const sorted = (await Promise.all(latencies)).toSorted((a, b) => a - b);
  const actions = after.actions - (after.runId === before.runId ? before.actions : 0);
  return {
    latencies: { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), max: percentile(sorted, 1) },
    actionsPerMinute: (actions / load.seconds) * 60,
  };
}

/** Begins calls at an even pace, whatever becomes of them. @returns once the last has begun: what becomes of each. */
function createPlayer(callsPerSecond: number) {
  const next = new Map<Carrier, number>();
  return async (carrier: Carrier, seconds: number, playCall: (call: number) => Promise<number>) => {
    const outcomes: Promise<number>[] = [];
    const startedAt = performance.now();
    for (let index = 0; index < seconds * callsPerSecond; index++) {
      await sleep(Math.max(0, startedAt + (index / callsPerSecond) * 1000 - performance.now()));
      const call = next.get(carrier) ?? 0;
      next.set(carrier, call + 1);
      outcomes.push(playCall(call));
    }
    return outcomes;
  };
}

/** @returns milliseconds from the last callback until the receiver knows. */
async function told(ended: EndedCalls, carrier: Carrier, call: number): Promise<number> {
  const sentAt = await carrier.report(call, { gapMs });
  const late = sleep(lateSeconds * 1000, undefined, { ref: false }).then(() => {
    throw new Error(`a call's end was not reported within ${lateSeconds} s`);
  });
  return (await Promise.race([ended.ended(carrier.callId(call)), late])) - sentAt;
}

async function die({ orm }: Product, key: EndpointKey, { deadUrl, load }: Scene): Promise<void> {
  const em = tenantEm(orm, key.tenantId);
  await em.nativeUpdate(WebhookEndpoint, { id: key.endpointId }, { url: deadUrl });
  await addDeliveries(em, { ...key, count: load.waiting, state: { status: 'pending' } });
}

/** What the endpoint's last workflow has cost; nothing where there was none. */
async function lastRun(client: Client, key: EndpointKey): Promise<{ runId: string; actions: number }> {
  const workflowId = endpointWorkflowId(key);
  const description = await client.workflow
    .getHandle(workflowId)
    .describe()
    .catch(() => undefined);
  if (!description) return { runId: '', actions: 0 };
  return { runId: description.runId, actions: (await costOf(client, workflowId)).actions };
}
