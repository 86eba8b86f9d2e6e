/**
 * `npm run bench:calls`: calls finished a second, a storm's backlog handed over to Temporal, and the worker's memory for live
 * calls; the first two against bare workflows on the same server.
 */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { interruption, log, numbersIn } from '../harness/command.ts';
import { abba } from '../harness/abba.ts';
import { measureCanary, noisyRounds } from '../harness/canary.ts';
import { receiveEndedCalls } from '../harness/endedCalls.ts';
import { openPostgres } from '../harness/postgres.ts';
import { until } from '../harness/processes.ts';
import { prepareProduct } from '../harness/product.ts';
import { spread } from '../harness/statistics.ts';
import { table } from '../harness/table.ts';
import { openTemporal, temporalUsage } from '../harness/temporal.ts';
import { bare } from './bare.ts';
import type { Contestant, Running } from './contestant.ts';
import { measureMemory } from './memory.ts';
import { ours } from './ours.ts';

const usage = `npm run bench:calls -- [options]
  --rounds 10        forwards and backwards in turn
  --calls 500        of a round of pace; as many before, to warm up, as are live
  --live 64          at the same time
  --backlog 1000     calls of six events, of a round of backlog
  --memory 1000      live calls, of a round of memory
  --only a,b         only these: pace, backlog, memory
Environment:
  DATABASE_URL       a role that may create databases; else a throw-away server
  ${temporalUsage}`;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    calls: { type: 'string', default: '500' },
    live: { type: 'string', default: '64' },
    backlog: { type: 'string', default: '1000' },
    memory: { type: 'string', default: '1000' },
    only: { type: 'string', default: 'pace,backlog,memory' },
  },
});

const count = numbersIn(values, 'a whole number above zero', usage);

interface Round {
  round: number;
  contestant: Contestant['name'];
  perSecond: number;
  canary: number;
}

const interrupted = interruption();
/** Calls finished a second, from the first callback until the last of them is done with. */
const measurePace = async (running: Running): Promise<number> => {
  const [calls, live] = [count('calls'), count('live')];
  const areFinished = (wanted: number) =>
    until('calls to finish', 120, async () => (await running.finished()) >= wanted);
  await running.play(0, live, live);
  await areFinished(live);
  const startedAt = performance.now();
  await running.play(live, calls, live);
  await areFinished(live + calls);
  return (calls / (performance.now() - startedAt)) * 1000;
};

const playRounds = async (
  contestants: Contestant[],
  measure: (running: Running) => Promise<number>,
): Promise<Round[]> => {
  const rounds: Round[] = [];
  for (const { round, contestant } of abba(contestants, count('rounds'))) {
    interrupted.throwIfAborted();
    const canary = await measureCanary();
    await using running = await contestant.start();
    const perSecond = await measure(running);
    rounds.push({ round, contestant: contestant.name, perSecond, canary });
    log(`round ${round}  ${contestant.title.padEnd(13)} ${perSecond.toFixed(1)}/s  canary ${Math.round(canary)}/s`);
  }
  return rounds;
};

/** Ratios are of the same round, so that drift cancels out. */
const compare = (what: string, rounds: Round[]): string => {
  const valuesOf = (name: Contestant['name']) =>
    rounds.filter(({ contestant }) => contestant === name).map(({ perSecond }) => perSecond);
  const [our, peer] = [valuesOf('ours'), valuesOf('bare')];
  const cells = (values: number[], digits: number) => {
    const { median, min, max } = spread(values);
    return [median.toFixed(digits), `${min.toFixed(digits)} to ${max.toFixed(digits)}`];
  };
  const ratios = our.map((value, index) => value / (peer[index] ?? NaN));
  const rows = [
    ['This project', ...cells(our, 1)],
    ['bare workflow', ...cells(peer, 1)],
    ['ratio', ...cells(ratios, 2)],
  ];
  return `\n${table([what, 'median', 'range'], rows)}\n${noisyRounds(rounds)}\n`;
};

try {
  const only = values.only.split(',');
  await using postgres = await openPostgres(process.env['DATABASE_URL']);
  await using temporal = openTemporal(process.env, postgres, log);
  log(`PostgreSQL ${postgres.version}, ${temporal.description}\n`);
  await using ended = await receiveEndedCalls();
  const tenant = {
    publicUrl: 'https://bench.example.com',
    tenantSlug: 'bench',
    accountSid: `AC${'b'.repeat(32)}`,
    authToken: randomBytes(16).toString('hex'),
    endpoint: { url: ended.url, secret: `whsec_${randomBytes(32).toString('base64')}` },
  };
  const arena = { postgres, temporal, signal: interrupted };
  // No assistant takes part: what would be its report is not waited for. The carrier has its price at once.
  const environment = {
    PUBLIC_URL: tenant.publicUrl,
    CALL_GRACE_SECONDS: '0.001',
    CALL_PRICE_AFTER_SECONDS: '0.001',
  };
  await using prepared = await prepareProduct(arena, { name: 'calls', tenants: [tenant], environment });
  const contestants = [ours({ prepared, tenant, ended, signal: interrupted }), bare(arena)];
  if (only.includes('pace')) log(compare('calls finished/s', await playRounds(contestants, measurePace)));
  if (only.includes('backlog'))
    log(
      compare(
        'backlog handed over, events/s',
        await playRounds(contestants, (running) => running.handOver(count('backlog'))),
      ),
    );
  for (let time = 0; only.includes('memory') && time < count('rounds'); time++) {
    const { idle, live } = await measureMemory(prepared, tenant, ended, count('memory'));
    log(`worker: ${Math.round(idle)} MiB idle, ${Math.round(live - idle)} MiB more with ${values.memory} live calls`);
  }
} catch (error) {
  process.stderr.write(`${interrupted.aborted ? 'interrupted' : (error as Error).stack}\n`);
  process.exitCode = 1;
}
