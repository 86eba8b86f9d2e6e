import { createServer, type AddressInfo } from 'node:net';
import { MikroORM } from '@mikro-orm/postgresql';
import Koa from 'koa';
import { pino } from 'pino';
import { afterEach, describe, expect, inject, test, vi } from 'vitest';
import { ormOptions } from '../../db/options.ts';
import { createRateLimits } from './limits.ts';
import { problems } from '../http/problems.ts';
import { requestLog } from '../http/requestLog.ts';
import { startServer } from '../http/server.ts';

const logger = pino({ level: 'silent' });
const keys = [{ id: 'test', key: Buffer.alloc(32, 7) }];

const cleanup: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanup.splice(0).toReversed()) await clean();
});

/** Lets in every request with an `Authorization` header, each as another user. */
const start = async (databaseUrl: string) => {
  const orm = await MikroORM.init(ormOptions(databaseUrl, 2));
  cleanup.push(() => orm.close());
  const limits = createRateLimits({ orm, logger, keys }, { actorPerMinute: 5, addressPerMinute: 5 });
  const app = new Koa().use(requestLog(logger)).use(problems(logger)).use(limits.address);
  app.use(async (ctx) => {
    const user = ctx.get('authorization');
    if (user !== '') await limits.actor(ctx, `user:${user}`);
    ctx.body = 'fine';
  });
  const server = await startServer(app, { host: '127.0.0.1', port: 0 });
  cleanup.push(server.close);
  const ask = async (user = '') =>
    (await fetch(`http://127.0.0.1:${server.port}/`, { headers: { authorization: user } })).status;
  return { orm, ask };
};

const fiveThenRefused = [200, 200, 200, 200, 200, 429];
const six = async (ask: () => Promise<number>): Promise<number[]> => {
  const statuses: number[] = [];
  for (let time = 0; time < 6; time += 1) statuses.push(await ask());
  return statuses;
};

describe('a flood does not reach PostgreSQL', () => {
  test.each(['', crypto.randomUUID()])('as the user %j', async (user) => {
    const { orm, ask } = await start(inject('databaseUrl'));
    expect(await six(() => ask(user))).toEqual(fiveThenRefused);
    const forks = vi.spyOn(orm.em, 'fork');
    expect(await Promise.all(Array.from({ length: 30 }, () => ask(user)))).toEqual(Array(30).fill(429));
    expect(forks).not.toHaveBeenCalled();
  });
});

test('while PostgreSQL is down the process counts by itself', async () => {
  const { ask } = await start('postgresql://user:pass@127.0.0.1:1/gone');
  const user = crypto.randomUUID();
  expect(await six(() => ask(user))).toEqual(fiveThenRefused);
  expect(await ask(crypto.randomUUID())).toBe(200);
});

test('while PostgreSQL does not answer, requests do not wait for it', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  cleanup.push(() => silent.close());
  const { ask } = await start(`postgresql://user:pass@127.0.0.1:${(silent.address() as AddressInfo).port}/gone`);
  expect(await ask(crypto.randomUUID())).toBe(200);
});
