import { parseArgs } from 'node:util';
import { temporalUsage } from '../harness/temporal.ts';

export interface Options {
  rounds: number;
  warmupSeconds: number;
  measuredSeconds: number;
  connections: number;
  /** Requests made ready for each second of a storm; a contestant that is faster ends its round early. */
  maxRate: number;
  /** Skips the storm and measures latency at this many requests a second. */
  rate: number | undefined;
  /** Names of contestants; none means all. */
  only: string[];
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
}

export const usage = `npm run bench:ack -- [options]
  --rounds 10        rounds of each half, forwards and backwards in turn
  --warmup 8         seconds of load before the measured ones, in every round
  --seconds 8        measured seconds of a round
  --connections 128  connections of the generator
  --max-rate 25000   requests made ready for each second of a storm
  --rate N           only the latencies, at N requests a second
  --only a,b         only these contestants: ours, express-bullmq, koa-bullmq, koa-insert, koa-signed-insert
Environment:
  DATABASE_URL       a role that may create databases; else a throw-away server
  REDIS_URL          else a throw-away redis-server that syncs each write, else 127.0.0.1:6379
  ${temporalUsage}`;

export function readOptions(args: string[], env: NodeJS.ProcessEnv): Options {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '10' },
      warmup: { type: 'string', default: '8' },
      seconds: { type: 'string', default: '8' },
      connections: { type: 'string', default: '128' },
      'max-rate': { type: 'string', default: '25000' },
      rate: { type: 'string' },
      only: { type: 'string', default: '' },
    },
  });
  return {
    rounds: positive('rounds', values.rounds),
    warmupSeconds: positive('warmup', values.warmup),
    measuredSeconds: positive('seconds', values.seconds),
    connections: positive('connections', values.connections),
    maxRate: positive('max-rate', values['max-rate']),
    rate: values.rate === undefined ? undefined : positive('rate', values.rate),
    only: values.only.split(',').filter(Boolean),
    databaseUrl: env['DATABASE_URL'],
    redisUrl: env['REDIS_URL'],
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} must be a number above zero\n\n${usage}`);
  return value;
}
