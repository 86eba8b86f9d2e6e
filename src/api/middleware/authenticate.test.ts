import Koa from 'koa';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '../../errors.ts';
import { startServer, type RunningServer } from '../server.ts';
import type { AccessTokens } from '../tokens.ts';
import type { Access } from '../route.ts';
import { authorize } from './authenticate.ts';
import { problems } from './problems.ts';
import { requestLog } from './requestLog.ts';

const tokens: AccessTokens = {
  jwks: { keys: [] },
  issue: async () => 'reader',
  verify: async (token) => {
    if (token !== 'reader') throw new AppError('auth.required');
    return { userId: 'u', tenantId: 't', role: 'admin', permissions: ['calls:read'] };
  },
};

const logger = pino({ level: 'silent' });
let server: RunningServer;
beforeEach(async () => {
  const app = new Koa().use(requestLog(logger)).use(problems(logger));
  app.use(async (koa) => {
    koa.body = { identity: (await authorize(koa, tokens, koa.path.slice(1) as Access)) ?? null };
  });
  server = await startServer(app, { host: '127.0.0.1', port: 0 });
});
afterEach(() => server.close());

const statusOf = async (access: Access, authorization?: string): Promise<number> =>
  (
    await fetch(`http://127.0.0.1:${server.port}/${access}`, {
      headers: authorization === undefined ? {} : { authorization },
    })
  ).status;

test.each<[Access, string | undefined, number]>([
  ['public', undefined, 200],
  ['calls:read', 'Bearer reader', 200],
  ['calls:read', 'bearer reader', 200],
  ['signed-in', 'Bearer reader', 200],
  ['settings:write', 'Bearer reader', 403],
  ['settings:write', undefined, 401],
  ['signed-in', undefined, 401],
  ['signed-in', 'Basic reader', 401],
  ['signed-in', 'Bearer', 401],
  ['signed-in', 'Bearer other', 401],
  ['signed-in', 'reader', 401],
])('%s with %s: %i', async (access, authorization, expected) => {
  expect(await statusOf(access, authorization)).toBe(expected);
});
