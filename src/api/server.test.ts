import { setTimeout as sleep } from 'node:timers/promises';
import Koa from 'koa';
import { expect, test } from 'vitest';
import { startServer } from './server.ts';

test('closing answers what runs and accepts nothing more', async () => {
  const app = new Koa();
  app.use(async (koa) => {
    await sleep(150);
    koa.body = 'done';
  });
  const server = await startServer(app, { host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${server.port}/`;
  const running = fetch(url);
  await sleep(50);
  const closed = server.close();
  await expect(fetch(url)).rejects.toThrow('fetch failed');
  expect(await (await running).text()).toBe('done');
  await closed;
});

test('a port in use is an error, not a hang', async () => {
  const server = await startServer(new Koa(), { host: '127.0.0.1', port: 0 });
  await expect(startServer(new Koa(), { host: '127.0.0.1', port: server.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  await server.close();
});
