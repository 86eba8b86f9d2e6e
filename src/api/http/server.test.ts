import { once } from 'node:events';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import Koa from 'koa';
import { afterEach, describe, expect, test } from 'vitest';
import { readBody } from './body.ts';
import { startServer, type RunningServer } from './server.ts';

const local = { host: '127.0.0.1', port: 0 };

test('closing answers what runs and accepts nothing more', async () => {
  const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const app = new Koa();
  app.use(async (ctx) => {
    begun.resolve();
    await gate.promise;
    ctx.body = 'done';
  });
  const server = await startServer(app, local);
  const url = `http://127.0.0.1:${server.port}/`;
  const running = fetch(url);
  await begun.promise;
  const closed = server.close();
  await expect(fetch(url)).rejects.toThrow('fetch failed');
  gate.resolve();
  expect(await (await running).text()).toBe('done');
  await closed;
});

test('a port in use is an error, not a hang', async () => {
  const server = await startServer(new Koa(), local);
  await expect(startServer(new Koa(), { ...local, port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await server.close();
});

test('rubbish behind a request does not end up in its answer', async () => {
  const gate = Promise.withResolvers<void>();
  const app = new Koa();
  app.on('error', () => {});
  app.use((ctx) => {
    if (ctx.path === '/other') return void (ctx.body = 'other');
    ctx.body = Readable.from(
      (async function* () {
        yield 'half ';
        await gate.promise;
        yield 'whole';
      })(),
    );
  });
  const server = await startServer(app, local);
  const socket = connect(server.port, '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk) => (heard += String(chunk))).on('error', () => {});
  const closed = once(socket, 'close');
  socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  while (!heard.includes('half')) await once(socket, 'data');
  await new Promise((resolve) => socket.write('rubbish\r\n\r\n', resolve));
  // An answer after the rubbish came says that it has been read.
  expect(await (await fetch(`http://127.0.0.1:${server.port}/other`)).text()).toBe('other');
  gate.resolve();
  await closed;
  expect(heard.match(/HTTP\/1\.1/g)).toHaveLength(1);
  expect(heard).toContain('half');
  await server.close();
});

describe('a client that dawdles', () => {
  let server: RunningServer;
  let cutOff: PromiseWithResolvers<void>;
  afterEach(() => server.close());

  const start = async (timing: { headersTimeoutMs: number; requestTimeoutMs: number; silenceTimeoutMs: number }) => {
    cutOff = Promise.withResolvers();
    const app = new Koa();
    app.on('error', () => {});
    app.use(async (ctx) => {
      ctx.res.on('close', cutOff.resolve);
      // More than the socket's buffers take.
      if (ctx.method === 'GET') ctx.body = Buffer.alloc(64 * 1024 * 1024);
      else ctx.body = await readBody(ctx, { maxBytes: 1000, timeoutMs: 60_000 });
    });
    server = await startServer(app, local, { ...timing, checkIntervalMs: 20 });
  };

  /** What comes back until the connection closes, while something is sent every 20 ms. */
  const trickle = (head: string, drop: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(server.port, '127.0.0.1');
      let heard = '';
      socket.write(head);
      const timer = setInterval(() => socket.write(drop), 20);
      socket.on('data', (chunk) => (heard += String(chunk)));
      socket.on('error', () => {});
      socket.on('close', () => {
        clearInterval(timer);
        resolve(heard);
      });
    });

  test.each([
    ['its headers', 'GET / HTTP/1.1\r\nhost: x\r\na: ', 'b'],
    ['its first byte', '', ''],
    ['its body', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n', 'b'],
  ])('with %s is cut off, and told why', async (_what, head, drop) => {
    await start({ headersTimeoutMs: 150, requestTimeoutMs: 300, silenceTimeoutMs: 60_000 });
    const heard = await trickle(head, drop);
    expect(heard).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\ncontent-type: application\/problem\+json\r\n/);
    const [, body = ''] = heard.split('\r\n\r\n');
    expect(JSON.parse(body)).toMatchObject({ code: 'request.timeout', status: 408, requestId: expect.any(String) });
  });

  test('with reading the answer is cut off', async () => {
    await start({ headersTimeoutMs: 60_000, requestTimeoutMs: 60_000, silenceTimeoutMs: 200 });
    const socket = connect(server.port, '127.0.0.1');
    socket.pause().write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    await cutOff.promise;
    let bytes = 0;
    socket.on('data', (chunk) => (bytes += chunk.length)).on('error', () => {});
    await new Promise((resolve) => socket.on('close', resolve).resume());
    expect(bytes).toBeLessThan(64 * 1024 * 1024);
  });
});
