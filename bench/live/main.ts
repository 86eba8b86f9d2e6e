/** `npm run bench:live`: how soon those who watch live calls see a change, and what watching costs the API. */
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiKey, Call } from '../../src/db/entities.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { hashSecret, newSecret } from '../../src/db/people/opaqueSecrets.ts';
import { factsOf } from '../../src/domain/calls/facts.ts';
import { openEventStream, type EventStream } from '../../test/support/eventStream.ts';
import { interruption, log, numbersIn } from '../harness/command.ts';
import { openPostgres } from '../harness/postgres.ts';
import { until } from '../harness/processes.ts';
import { prepareProduct, type Product } from '../harness/product.ts';
import { percentile } from '../harness/statistics.ts';
import { openTemporal, temporalUsage } from '../harness/temporal.ts';
import { cpuSeconds } from '../harness/usage.ts';
import { subscriptionOf } from '../deadEndpoint/round.ts';

const usage = `npm run bench:live -- [options]
  --calls 50         that go on
  --watchers 20      of their tenant
  --seconds 60       of changes, two a second
Environment:
  DATABASE_URL       a role that may create databases; else a throw-away server
  ${temporalUsage}`;

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '50' },
    watchers: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '60' },
  },
});
const number = numbersIn(values, 'a whole number above zero', usage);

const changeEveryMs = 500;

/** A key that may see calls. */
async function addKey({ orm }: Product, tenantId: string): Promise<string> {
  const secret = newSecret('apiKey');
  const em = tenantEm(orm, tenantId);
  const nobody = '00000000-0000-4000-8000-000000000000';
  em.persist(
    em.create(ApiKey, {
      tenantId,
      name: 'wall',
      prefix: secret.slice(0, 11),
      keyHash: hashSecret(secret),
      scopes: ['calls:read', 'contacts:read'],
      createdBy: nobody,
      expiresAt: null,
      lastUsedAt: null,
      revokedAt: null,
    }),
  );
  await em.flush();
  return secret;
}

async function addCalls({ orm }: Product, tenantId: string, count: number): Promise<string[]> {
  const em = tenantEm(orm, tenantId);
  const at = new Date().toISOString();
  const facts = factsOf({ source: 'twilio', at, type: 'status', status: 'in-progress', direction: 'INBOUND' });
  const calls = Array.from({ length: count }, (_, index) =>
    em.create(Call, {
      tenantId,
      externalCallId: `CA${index}`,
      provider: 'TWILIO',
      direction: 'INBOUND',
      status: 'ringing',
      from: `+1514555${String(index).padStart(4, '0')}`,
      startedAt: new Date(),
      facts,
    }),
  );
  await em.persist(calls).flush();
  return calls.map(({ id }) => id);
}

/** Every watcher's delay, in milliseconds, for each change. */
async function measure({ orm }: Product, tenantId: string, ids: string[], streams: EventStream[]): Promise<number[]> {
  const delays: number[] = [];
  const changes = Math.floor((number('seconds') * 1000) / changeEveryMs);
  for (let change = 0; change < changes; change++) {
    const id = ids[change % ids.length] ?? '';
    const to = `+1438555${String(change).padStart(4, '0')}`;
    const changedAt = performance.now();
    await tenantEm(orm, tenantId).nativeUpdate(Call, id, { to });
    await until('all to see it', 10, async () =>
      streams.every(({ events }) => events.some(({ data }) => data.id === id && data.to === to)),
    );
    for (const { events } of streams)
      delays.push((events.find(({ data }) => data.id === id && data.to === to)?.at ?? NaN) - changedAt);
    await sleep(Math.max(0, changeEveryMs - (performance.now() - changedAt)));
  }
  return delays;
}

try {
  const signal = interruption();
  await using postgres = await openPostgres(process.env['DATABASE_URL']);
  await using temporal = openTemporal(process.env, postgres, log);
  const tenants = [subscriptionOf('watched', 'http://127.0.0.1:1')];
  await using prepared = await prepareProduct({ postgres, temporal, signal }, { name: 'live', tenants });
  await using product = await prepared.start();
  const tenantId = prepared.tenants[0]?.id ?? '';
  const key = await addKey(product, tenantId);
  const ids = await addCalls(product, tenantId, number('calls'));
  const url = `http://127.0.0.1:${product.port}/dashboard/calls/live/stream`;
  const streams = await Promise.all(Array.from({ length: number('watchers') }, () => openEventStream(url, key)));
  await until('the calls to be shown', 30, async () => streams.every(({ events }) => events.length > 0));
  const [cpuBefore, before] = [await cpuSeconds(product.api.process.pid), performance.now()];
  const delays = (await measure(product, tenantId, ids, streams)).toSorted((a, b) => a - b);
  const share = (await cpuSeconds(product.api.process.pid)) - cpuBefore;
  const elapsed = (performance.now() - before) / 1000;
  for (const stream of streams) stream.close();
  const ms = (part: number): string => `${Math.round(percentile(delays, part))} ms`;
  log(`${ids.length} calls, ${streams.length} watchers, ${delays.length} changes seen`);
  log(`seen after: p50 ${ms(0.5)}, p99 ${ms(0.99)}, at most ${ms(1)}`);
  log(`CPU of the API: ${((share / elapsed) * 100).toFixed(1)} % of one core`);
} catch (error) {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
}
