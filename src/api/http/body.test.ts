import { once } from 'node:events';
import { connect } from 'node:net';
import Koa from 'koa';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBody } from './body.ts';
import { problems } from './problems.ts';
import { requestLog } from './requestLog.ts';
import { startServer, type RunningServer } from './server.ts';

const logger = pino({ level: 'silent' });
let server: RunningServer;
beforeEach(async () => {
  const app = new Koa();
  app.use(requestLog(logger)).use(problems(logger));
  app.use(async (ctx) => {
    ctx.body = await readBody(ctx, { maxBytes: 1000, timeoutMs: 200 });
  });
  server = await startServer(app, { host: '127.0.0.1', port: 0 });
});
afterEach(() => server.close());

const url = () => `http://127.0.0.1:${server.port}/`;

/** Sends the parts one after another and returns all that comes back. */
const speak = async (parts: string[], pauseMs: number): Promise<string> => {
  const socket = connect(server.port, '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk) => (heard += String(chunk)));
  const closed = new Promise((resolve) => socket.on('close', resolve));
  for (const part of parts) {
    if (!socket.writable) break;
    socket.write(part);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  await closed;
  return heard;
};

test('the bytes come back as they were sent', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(1000));
  const response = await fetch(url(), { method: 'POST', body: bytes });
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
});

test('no body is an empty one', async () => {
  expect(await (await fetch(url(), { method: 'POST' })).text()).toBe('');
});

test('one byte too many', async () => {
  const response = await fetch(url(), { method: 'POST', body: new Uint8Array(1001) });
  expect(response.status).toBe(413);
});

test('a declared length is refused before the body comes', async () => {
  const heard = await speak([`POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 99999999\r\n\r\n`], 0);
  expect(heard).toMatch(/^HTTP\/1\.1 413 /);
});

test('an endless body is refused at the first byte too many', async () => {
  const socket = connect(server.port, '127.0.0.1');
  socket.write(`POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n3e9\r\n${'a'.repeat(1001)}\r\n`);
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /);
  socket.destroy();
});

test('a slow sender is cut off, whatever it still sends', async () => {
  // More than it will ever send: with a limit that each byte put off, this would not end.
  const head = 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n';
  const heard = await speak([head, ...Array.from({ length: 900 }, () => 'a')], 50);
  expect(heard).toMatch(/^HTTP\/1\.1 408 /);
  expect(heard).toContain('request.timeout');
});

test('another request on the same connection is served after a refusal', async () => {
  const big = `POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2000\r\n\r\n${'a'.repeat(2000)}`;
  const small = 'POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok';
  const heard = await speak([big, small], 50);
  expect(heard).toMatch(/^HTTP\/1\.1 413 [\s\S]*HTTP\/1\.1 200 [\s\S]*ok$/);
});
