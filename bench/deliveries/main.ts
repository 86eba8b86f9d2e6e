/** `npm run bench:deliveries`: deliveries a second, as the receiver counts them. */
import { parseArgs } from 'node:util';
import { interruption, log, numbersIn } from '../harness/command.ts';
import { openPostgres } from '../harness/postgres.ts';
import { spread } from '../harness/statistics.ts';
import { openTemporal, temporalUsage } from '../harness/temporal.ts';
import { table } from '../harness/table.ts';
import { contestants } from './contestants.ts';
import { playRounds, type Round } from './rounds.ts';

const usage = `npm run bench:deliveries -- [options]
  --rounds 10        forwards and backwards in turn
  --deliveries 8000  of one round
  --endpoints 8      each of a tenant of its own
  --concurrency 64   requests under way, where the contestant is a loop
  --only a,b         only these contestants: first, retries, recovery, loop
Environment:
  DATABASE_URL       a role that may create databases; else a throw-away server
  ${temporalUsage}`;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    deliveries: { type: 'string', default: '8000' },
    endpoints: { type: 'string', default: '8' },
    concurrency: { type: 'string', default: '64' },
    only: { type: 'string', default: '' },
  },
});

const count = numbersIn(values, 'a whole number above zero', usage);

const interrupted = interruption();

const perSecond = (value: number): string => Math.round(value).toLocaleString('en');

const describe = (round: Round): string =>
  [
    `round ${round.round}`.padEnd(9),
    round.contestant.padEnd(9),
    `${perSecond(round.perSecond)}/s`.padStart(8),
    `${round.delivered} delivered in ${round.seconds.toFixed(2)} s, ${round.repeated} repeated`,
  ].join('  ');

/** Ratios are of the same round, so that drift cancels out. */
const compare = (rounds: Round[]): string => {
  const valuesOf = (name: string) =>
    rounds.filter(({ contestant }) => contestant === name).map((round) => round.perSecond);
  const peers = valuesOf('loop');
  const rows = contestants.map(({ name, title }) => {
    const paces = valuesOf(name);
    const { median, min, max } = spread(paces);
    const ratio = spread(paces.map((pace, at) => pace / (peers[at] ?? NaN))).median;
    return [title, perSecond(median), `${perSecond(min)} to ${perSecond(max)}`, `${ratio.toFixed(2)}×`];
  });
  return table(['', 'deliveries/s', 'range', 'of the loop'], rows);
};

try {
  const endpoints = count('endpoints');
  const only = values.only.split(',').filter(Boolean);
  const chosen = contestants.filter(({ name }) => only.length === 0 || only.includes(name));
  await using postgres = await openPostgres(process.env['DATABASE_URL']);
  await using temporal = openTemporal(process.env, postgres, log);
  const arena = { postgres, temporal, signal: interrupted };
  const load = { deliveries: count('deliveries'), endpoints, concurrency: count('concurrency') };
  const rounds = await playRounds(chosen, count('rounds'), arena, load, (round) => log(describe(round)));
  if (only.length === 0) log(`\n${compare(rounds)}`);
} catch (error) {
  const explanation = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${interrupted.aborted ? 'interrupted' : explanation}\n`);
  process.exitCode = 1;
}
