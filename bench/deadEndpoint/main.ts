/**
 * `npm run bench:dead-endpoint`: how long a tenant's calls take to be reported while another tenant's endpoint is dead, and what
 * that endpoint costs Temporal.
 */
import { parseArgs } from 'node:util';
import { interruption, log, numbersIn } from '../harness/command.ts';
import { abba } from '../harness/abba.ts';
import { measureCanary, noisyRounds } from '../harness/canary.ts';
import { receiveEndedCalls } from '../harness/endedCalls.ts';
import { openPostgres } from '../harness/postgres.ts';
import { prepareProduct } from '../harness/product.ts';
import { spread } from '../harness/statistics.ts';
import { table } from '../harness/table.ts';
import { openTemporal, temporalUsage } from '../harness/temporal.ts';
import { deaths, openDeadEndpoint, type Death } from './dead.ts';
import { play, subscriptionOf, type Round } from './round.ts';

const usage = `npm run bench:dead-endpoint -- [options]
  --rounds 10        forwards and backwards in turn
  --seconds 60       of calls in each round
  --calls 1          a second and tenant
  --waiting 10000    deliveries for the dead endpoint
  --death refuses    or: hangs, fails
Environment:
  DATABASE_URL       a role that may create databases; else a throw-away server
  ${temporalUsage}`;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '60' },
    calls: { type: 'string', default: '1' },
    waiting: { type: 'string', default: '10000' },
    death: { type: 'string', default: 'refuses' },
  },
});

const number = numbersIn(values, 'a number above zero', usage);

const interrupted = interruption();
const ms = (value: number): string => `${Math.round(value)} ms`;

const describe = ({ round, variant, latencies, actionsPerMinute, canary }: Round): string =>
  [
    `round ${round}`.padEnd(9),
    variant.padEnd(6),
    `reported in p50 ${ms(latencies.p50)}, p95 ${ms(latencies.p95)}, most ${ms(latencies.max)}`,
    variant === 'beside' ? `${Math.round(actionsPerMinute)} Temporal actions a minute` : '',
    `canary ${Math.round(canary)}/s`,
  ].join('  ');

const compare = (rounds: Round[]): string => {
  const valuesOf = (variant: Round['variant'], at: 'p50' | 'p95') =>
    rounds.filter((round) => round.variant === variant).map(({ latencies }) => latencies[at]);
  const rows = (['p50', 'p95'] as const).map((at) => {
    const [alone, beside] = [valuesOf('alone', at), valuesOf('beside', at)];
    const ratio = spread(beside.map((value, index) => value / (alone[index] ?? NaN)));
    const range = `${ratio.min.toFixed(2)} to ${ratio.max.toFixed(2)}`;
    return [at, ms(spread(alone).median), ms(spread(beside).median), `${ratio.median.toFixed(2)}×`, range];
  });
  const actions = spread(rounds.filter(({ variant }) => variant === 'beside').map((round) => round.actionsPerMinute));
  const cost = `Temporal actions of the dead endpoint, a minute: ${Math.round(actions.median)} (${Math.round(actions.min)} to ${Math.round(actions.max)})`;
  return `${table(['reported in', 'alone', 'beside', 'ratio', 'range'], rows)}\n${cost}\n${noisyRounds(rounds)}`;
};

try {
  const death = deaths.find((name) => name === values.death);
  if (!death) throw new Error(usage);
  await using postgres = await openPostgres(process.env['DATABASE_URL']);
  await using temporal = openTemporal(process.env, postgres, log);
  log(`PostgreSQL ${postgres.version}, ${temporal.description}\n`);
  await using ended = await receiveEndedCalls();
  await using dead = await openDeadEndpoint(death satisfies Death);
  const tenants = ['busy', 'other'].map((slug) => subscriptionOf(slug, ended.url));
  const arena = { postgres, temporal, signal: interrupted };
  // No assistant takes part: what would be its report is not waited for.
  const environment = { PUBLIC_URL: tenants[0]!.publicUrl, CALL_GRACE_SECONDS: '0.001' };
  await using prepared = await prepareProduct(arena, { name: 'dead_endpoint', tenants, environment });
  const load = { seconds: number('seconds'), callsPerSecond: number('calls'), waiting: number('waiting') };
  const rounds: Round[] = [];
  for (const { round, contestant: variant } of abba(['alone', 'beside'] as const, number('rounds'))) {
    const canary = await measureCanary();
    const result = await play({ prepared, tenants, ended, deadUrl: dead.url, load }, variant);
    rounds.push({ round, variant, canary, ...result });
    log(describe(rounds.at(-1)!));
  }
  log(`\n${compare(rounds)}`);
} catch (error) {
  process.stderr.write(`${interrupted.aborted ? 'interrupted' : (error as Error).stack}\n`);
  process.exitCode = 1;
}
