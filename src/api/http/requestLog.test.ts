import Koa from 'koa';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startServer, type RunningServer } from './server.ts';
import { problems } from './problems.ts';
import { requestLog } from './requestLog.ts';

let lines: Record<string, unknown>[];
let server: RunningServer;
beforeEach(async () => {
  lines = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const app = new Koa().use(requestLog(logger)).use(problems(logger));
  app.use((ctx) => {
    if (ctx.path === '/broken') throw new Error('column "hunter2" does not exist');
    ctx.body = 'fine';
  });
  server = await startServer(app, { host: '127.0.0.1', port: 0 });
});
afterEach(() => server.close());

const send = (path: string) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, {
    method: 'POST',
    body: 'password=hunter2',
    headers: { 'x-request-id': 'r-1', authorization: 'Bearer hunter2' },
  });

test('one line a request, with its id and nothing that the client sent', async () => {
  await send('/fine?token=hunter2');
  expect(lines).toEqual([
    expect.objectContaining({ requestId: 'r-1', method: 'POST', path: '/fine', status: 200, msg: 'request' }),
  ]);
  expect(JSON.stringify(lines)).not.toContain('hunter2');
});

test('what nobody expected is logged in full and shown to nobody', async () => {
  const answer = await (await send('/broken')).json();
  expect(answer).toEqual(expect.objectContaining({ status: 500, code: 'internal', requestId: 'r-1' }));
  expect(JSON.stringify(answer)).not.toContain('hunter2');
  expect(lines.map(({ level, requestId, status }) => [level, requestId, status])).toEqual([
    [50, 'r-1', undefined],
    [30, 'r-1', 500],
  ]);
  expect(JSON.stringify(lines[0])).toContain('column \\"hunter2\\" does not exist');
});

test('probes are not news', async () => {
  await send('/health/live');
  expect(lines).toEqual([]);
});
