/** `npm run bench:saves`: what saving a call costs a worker's process, beside nothing but PostgreSQL. */
import { parseArgs } from 'node:util';
import { MikroORM } from '@mikro-orm/postgresql';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createCallActivities, type SaveCallInput } from '../../src/activities/calls.ts';
import { readConfig } from '../../src/config.ts';
import type { AppContext } from '../../src/context.ts';
import { createSystemPool } from '../../src/db/core/systemPool.ts';
import { uuidV7 } from '../../src/db/core/uuid.ts';
import { migrate } from '../../src/db/migrate.ts';
import { ormOptions } from '../../src/db/options.ts';
import { factsOf, joinFacts, type CallFacts } from '../../src/domain/calls/facts.ts';
import { impersonal } from '../../src/domain/calls/impersonal.ts';
import type { CallObservation } from '../../src/domain/calls/observation.ts';
import { callSubject } from '../../src/domain/subject.ts';
import { insertWebhookEvents } from '../../src/inbox/index.ts';
import { createLogger } from '../../src/logger.ts';
import type { Outbox } from '../../src/outbox/index.ts';
import { log, numbersIn } from '../harness/command.ts';
import { concurrently } from '../harness/concurrently.ts';
import { openPostgres } from '../harness/postgres.ts';
import { productSecrets } from '../harness/secrets.ts';
import { percentile } from '../harness/statistics.ts';
import { addTenants } from '../harness/tenants.ts';

const usage = `npm run bench:saves -- [options]
  --calls 500        of three saves each
  --live 8           at the same time
Environment:
  DATABASE_URL       a role that may create databases; else a throw-away server`;

const { values } = parseArgs({
  options: { calls: { type: 'string', default: '500' }, live: { type: 'string', default: '8' } },
});
const count = numbersIn(values, 'a whole number above zero', usage);

const warmupCalls = 100;
const database = 'bench_saves';
const login = { username: 'bench_saves_app', password: 'bench' };

const steps = [
  { status: 'queued', stage: 'live' },
  { status: 'in-progress', stage: 'live' },
  { status: 'completed', stage: 'closed' },
] as const;

const observationOf = (externalCallId: string, status: (typeof steps)[number]['status']): CallObservation => {
  const at = new Date().toISOString();
  return {
    type: 'status',
    source: 'twilio',
    at,
    status,
    direction: 'INBOUND',
    from: '+15145550142',
    to: '+15145550100',
    carrierCallId: externalCallId,
    ...(status === 'completed' && { endedAt: at, durationSeconds: 18 }),
  };
};

await using postgres = await openPostgres(process.env['DATABASE_URL']);
await postgres.recreate(database);
const url = Object.assign(new URL(postgres.urlOf(database)), login).href;
const config = readConfig({
  ...productSecrets(),
  DATABASE_URL: url,
  DATABASE_OWNER_URL: postgres.urlOf(database),
  TEMPORAL_ADDRESS: 'not needed',
});
await migrate(config);
const endpoint = { url: 'http://127.0.0.1:1', secret: `whsec_${Buffer.alloc(32).toString('base64')}` };
const carrier = { publicUrl: 'https://bench.example.com', tenantSlug: 'bench', accountSid: 'AC', authToken: 'token' };
const [tenant] = await addTenants(config, [{ ...carrier, endpoint }]);
const tenantId = tenant?.id ?? '';

const orm = await MikroORM.init(ormOptions(url, count('live')));
const systemPool = createSystemPool(url, 3, 30_000);
// Of the context a save uses no more than this; and events are queued, but not sent.
const app = { orm, logger: createLogger('warn', 'bench') } as AppContext;
const { saveCall } = createCallActivities(app, { wakeEndpoints: async () => undefined } as unknown as Outbox);

const play = async (call: number, took: number[]): Promise<void> => {
  const externalCallId = `CA${String(call).padStart(32, '0')}`;
  let facts: CallFacts = {};
  for (const { status, stage } of steps) {
    const observation = observationOf(externalCallId, status);
    const id = uuidV7();
    const stored = {
      id,
      tenantId,
      provider: 'twilio' as const,
      externalId: `${externalCallId}:${status}`,
      eventType: 'status',
      subject: callSubject(externalCallId),
      payload: {},
      events: [observation],
      receivedAt: observation.at,
    };
    await insertWebhookEvents(systemPool, [stored]);
    facts = joinFacts(facts, factsOf(impersonal(observation)));
    const input: SaveCallInput = { tenantId, externalCallId, facts, eventIds: [id], stage };
    const startedAt = performance.now();
    await new MockActivityEnvironment({ isLocal: true }).run(saveCall, input);
    took.push(performance.now() - startedAt);
  }
};

await concurrently(warmupCalls, count('live'), (call) => play(call, []));
const took: number[] = [];
const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
await concurrently(count('calls'), count('live'), (call) => play(warmupCalls + call, took));
const seconds = (performance.now() - startedAt) / 1000;
const { user, system } = process.cpuUsage(cpu);
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
const sorted = took.toSorted((a, b) => a - b);
log(`${took.length} saves, ${count('live')} at a time: ${(took.length / seconds).toFixed(0)} a second`);
log(`processor time of a save, its webhook's insert included: ${milliseconds((user + system) / 1000 / took.length)}`);
log(`p50 ${milliseconds(percentile(sorted, 0.5))}, p99 ${milliseconds(percentile(sorted, 0.99))}`);
await orm.close();
await systemPool.end();
await postgres.drop(database);
await postgres.dropRole(login.username);
