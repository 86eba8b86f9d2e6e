import { openPostgres } from '../harness/postgres.ts';
import { openRedis } from '../harness/redis.ts';
import { spread } from '../harness/statistics.ts';
import { openTemporal } from '../harness/temporal.ts';
import type { Arena } from './contestant.ts';
import { contestants } from './contestants.ts';
import type { Log } from '../../dev/progress.ts';
import type { Options } from './options.ts';
import { describeMachine, latencyTable, roundLine, stormTable, writeResults } from './report.ts';
import { playRounds, type Load, type Round } from './rounds.ts';

const subscription = {
  publicUrl: 'https://bench.example.com',
  tenantSlug: 'bench',
  accountSid: `AC${'b'.repeat(32)}`,
  authToken: '0123456789abcdef0123456789abcdef',
};

/** Both halves: the storm, then the latencies at half the pace that the Express peer reached in it. */
export async function run(options: Options, signal: AbortSignal, log: Log): Promise<void> {
  await using redis = await openRedis(options.redisUrl);
  await using postgres = await openPostgres(options.databaseUrl);
  await using temporal = openTemporal(process.env, postgres, log);
  const machine = describeMachine(postgres.version, redis.description, temporal.description);
  log(`${machine}\n`);

  const { connections, warmupSeconds, measuredSeconds } = options;
  const arena: Arena = { postgres, redisUrl: redis.url, temporal, subscription, signal };
  const chosen = contestants.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  await using prepared = new AsyncDisposableStack();
  for (const { prepare } of chosen) if (prepare) prepared.use(await prepare(arena));

  const play = (arrivals: Load['arrivals'], rate: number) =>
    playRounds(
      chosen,
      options.rounds,
      arena,
      { arrivals, rate, connections, warmupSeconds, measuredSeconds },
      (round) => log(roundLine(round)),
    );

  const storm = options.rate === undefined ? await play('closed', options.maxRate) : [];
  if (storm.length > 0) log(`\n${stormTable(storm)}\n`);
  const rate = options.rate ?? halfOfExpress(storm);
  const latency = rate > 0 ? await play('open', rate) : [];
  if (latency.length > 0) log(`\n${latencyTable(latency, rate)}\n`);
  log(await writeResults({ machine, options, rate, storm, latency }));
}

/** Requests a second; 0 where the peer did not play. */
function halfOfExpress(storm: Round[]): number {
  const rounds = storm.filter(({ contestant }) => contestant === 'express-bullmq');
  return rounds.length === 0 ? 0 : Math.round(spread(rounds.map((round) => round.acknowledgedPerSecond)).median / 2);
}
