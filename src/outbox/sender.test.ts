import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createSender, type Sender } from './sender.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const stop of stops.splice(0).toReversed()) await stop();
});

interface Endpoint {
  url: string;
  requests: IncomingMessage[];
  bodies: string[];
  connections(): number;
}

/** @param host where it listens. */
const startEndpoint = async (answer: RequestListener, host = '127.0.0.1'): Promise<Endpoint> => {
  const requests: IncomingMessage[] = [];
  const bodies: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    requests.push(request);
    request.setEncoding('utf8');
    let body = '';
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      bodies.push(body);
      answer(request, response);
    });
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  stops.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, requests, bodies, connections: () => connections };
};

const openSender = (options: Partial<Parameters<typeof createSender>[0]> = {}): Sender => {
  const sender = createSender({ allowed: ['127.0.0.0/8', '::1/128'], requireHttps: true, ...options });
  stops.push(() => sender.close());
  return sender;
};

const ok: RequestListener = (_request, response) => response.setHeader('content-type', 'application/json').end('{}');
const signed = { 'webhook-id': 'msg_1', 'webhook-timestamp': '1', 'webhook-signature': 'v1,abc' };

describe('a request', () => {
  test('is posted as the bytes that were signed', async () => {
    const endpoint = await startEndpoint(ok);
    const body = '{"transcript":"Ça marche"}';
    expect(await openSender().post(endpoint.url, signed, body)).toMatchObject({
      verdict: 'delivered',
      status: 200,
      body: '{}',
      retryAfterSeconds: 0,
    });
    const [request] = endpoint.requests;
    expect(request).toMatchObject({ method: 'POST', url: '/hook' });
    expect(request?.headers).toMatchObject({
      ...signed,
      'content-type': 'application/json',
      'accept-encoding': 'identity',
    });
    expect(request?.headers['content-length']).toBe(String(Buffer.byteLength(body)));
    expect(endpoint.bodies).toEqual([body]);
  });

  test("has the endpoint's own headers, which never replace ours", async () => {
    const endpoint = await startEndpoint(ok);
    const custom = {
      Authorization: 'Bearer abc',
      'Webhook-Id': 'forged',
      'webhook-signature': 'v1,forged',
      'Content-Type': 'text/plain',
      'Content-Length': '1',
      HOST: 'other.example',
      'User-Agent': 'curl/8',
      Connection: 'close',
      'Transfer-Encoding': 'chunked',
    };
    const { verdict } = await openSender().post(endpoint.url, signed, '{}', custom);
    expect(verdict).toBe('delivered');
    const { headers, rawHeaders } = endpoint.requests[0] as IncomingMessage;
    expect(headers).toMatchObject({ ...signed, authorization: 'Bearer abc', 'content-type': 'application/json' });
    expect(headers.host).toBe(new URL(endpoint.url).host);
    expect(headers['user-agent']).toMatch(/^ai-receptionist/);
    const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
    expect(names).toHaveLength(new Set(names).size);
  });

  test('uses a kept connection', async () => {
    const endpoint = await startEndpoint(ok);
    const sender = openSender();
    for (let sent = 0; sent < 20; sent += 1) await sender.post(endpoint.url, signed, '{}');
    // A second one where the first was still busy with the end of its answer.
    expect(endpoint.connections()).toBeLessThanOrEqual(2);
  });

  test('takes no notice of a proxy in the environment', async () => {
    const [proxy, endpoint] = [await startEndpoint(ok), await startEndpoint(ok)];
    for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY']) {
      vi.stubEnv(name, new URL(proxy.url).origin);
    }
    vi.stubEnv('NODE_USE_ENV_PROXY', '1');
    expect((await openSender().post(endpoint.url, signed, '{}')).verdict).toBe('delivered');
    expect(endpoint.requests).toHaveLength(1);
    expect(proxy.connections()).toBe(0);
  });
});

describe('an answer', () => {
  test('is kept up to 16 kB, and the rest not even read', async () => {
    const endpoint = await startEndpoint((_request, response) => {
      response.setHeader('content-type', 'application/json');
      const more = () => void (response.writable && response.write(`"${'é'.repeat(50_000)}"`, more));
      more();
    });
    const attempt = await openSender().post(endpoint.url, signed, '{}');
    expect(attempt.verdict).toBe('delivered');
    expect(Buffer.byteLength(attempt.body ?? '')).toBeLessThanOrEqual(16_384);
    expect(attempt.body).toMatch(/^"é+$/);
  });

  test('can be stored', async () => {
    const endpoint = await startEndpoint((_request, response) => response.end(Buffer.from([0x61, 0, 0xff])));
    expect((await openSender().post(endpoint.url, signed, '{}')).body).toBe('a\uFFFD\uFFFD');
  });

  test('of a redirect is not followed', async () => {
    const target = await startEndpoint(ok);
    for (const status of [301, 302, 307, 308]) {
      const endpoint = await startEndpoint((_request, response) =>
        response.writeHead(status, { location: target.url }).end(),
      );
      const attempt = await openSender().post(endpoint.url, signed, '{}');
      expect(attempt).toMatchObject({
        status,
        error: { code: 'endpoint.redirect', params: { status, location: expect.stringContaining(target.url) } },
      });
      expect(attempt.verdict).toMatch(/^retry/);
    }
    expect(target.connections()).toBe(0);
  });

  test.each([
    ['30', 30, 30],
    [new Date(Date.now() + 3_600_000).toUTCString(), 3_590, 3_600],
  ])('asks to wait: %s', async (retryAfter, least, most) => {
    const endpoint = await startEndpoint((_request, response) =>
      response.writeHead(429, { 'retry-after': retryAfter }).end(),
    );
    const attempt = await openSender().post(endpoint.url, signed, '{}');
    expect(attempt).toMatchObject({ verdict: 'retry', status: 429 });
    expect(attempt.retryAfterSeconds).toBeGreaterThanOrEqual(least);
    expect(attempt.retryAfterSeconds).toBeLessThanOrEqual(most);
  });

  test('that says the endpoint is gone', async () => {
    const endpoint = await startEndpoint((_request, response) => response.writeHead(410).end('gone'));
    expect(await openSender().post(endpoint.url, signed, '{}')).toMatchObject({
      verdict: 'gone',
      status: 410,
      body: 'gone',
      error: { code: 'endpoint.status', params: { status: 410 } },
    });
  });
});

describe('time is up for', () => {
  const timeoutMs = 200;
  const tooLate = {
    verdict: 'retry',
    error: { code: 'connection.timeout', params: { seconds: 0.2 } },
    durationMs: expect.closeTo(200, -3),
  };

  test('an endpoint that does not answer', async () => {
    const endpoint = await startEndpoint(() => {});
    expect(await openSender({ timeoutMs }).post(endpoint.url, signed, '{}')).toMatchObject(tooLate);
  });

  test('an answer that drips', async () => {
    const endpoint = await startEndpoint((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await openSender({ timeoutMs }).post(endpoint.url, signed, '{}')).toMatchObject(tooLate);
  });

  test('a name that does not resolve', async () => {
    const never = () => new Promise<string[]>(() => {});
    const sender = openSender({ timeoutMs, resolve: never });
    expect(await sender.post('https://slow.example/', signed, '{}')).toMatchObject(tooLate);
  });
});

describe('a failure', () => {
  test('of the connection may pass', async () => {
    const endpoint = await startEndpoint((request) => request.socket.destroy());
    const attempt = await openSender().post(endpoint.url, signed, '{}');
    expect(attempt).toMatchObject({
      verdict: 'retry',
      error: { code: 'connection.closed', params: { detail: 'other side closed' } },
    });
    expect(attempt).not.toHaveProperty('status');
  });

  test('of every address is reported', async () => {
    const { url } = await startEndpoint(ok);
    await stops.pop()?.();
    const sender = openSender({ resolve: async () => ['127.0.0.1', '::1'] });
    const attempt = await sender.post(url.replace('127.0.0.1', 'down.example'), signed, '{}');
    expect(attempt.verdict).toBe('retry');
    const detail = expect.stringContaining('127.0.0.1');
    expect(attempt.error).toEqual({ code: 'connection.refused', params: { detail } });
  });

  test('of DNS may pass', async () => {
    const notFound = Object.assign(new Error('queryA ENOTFOUND nowhere.example'), { code: 'ENOTFOUND' });
    const resolve = () => Promise.reject(notFound);
    expect(await openSender({ resolve }).post('https://nowhere.example/', signed, '{}')).toMatchObject({
      verdict: 'retry',
      error: { code: 'connection.name_unknown', params: { detail: 'queryA ENOTFOUND nowhere.example' } },
    });
  });

  test.each(['not a URL', 'ftp://example.com/', 'https://exa mple.com/', 'https://[fe80::1%25lo]/'])(
    'of the URL %s does not pass by itself',
    async (url) => {
      const { verdict, error } = await openSender().post(url, signed, '{}');
      expect(verdict).toBe('retryBriefly');
      expect(error).toBeTruthy();
    },
  );
});

test('an address that fails is followed by the next one', async () => {
  const endpoint = await startEndpoint(ok);
  const sender = openSender({ resolve: async () => ['::1', '127.0.0.1'] });
  const attempt = await sender.post(endpoint.url.replace('127.0.0.1', 'dual.example'), signed, '{}');
  expect(attempt.verdict).toBe('delivered');
  expect(endpoint.requests[0]?.headers.host).toContain('dual.example');
});

test('a burst waits for its turn, and all of it arrives', async () => {
  const endpoint = await startEndpoint((request, response) => void setTimeout(() => ok(request, response), 5));
  const sender = openSender({ connectionsPerOrigin: 16 });
  const attempts = await Promise.all(Array.from({ length: 100 }, () => sender.post(endpoint.url, signed, '{}')));
  expect(attempts.every(({ verdict }) => verdict === 'delivered')).toBe(true);
  expect(endpoint.requests).toHaveLength(100);
  expect(endpoint.connections()).toBeLessThanOrEqual(16);
});

test('an endpoint that hangs keeps a bounded number of connections, and lets the others go on', async () => {
  const hanging = await startEndpoint(() => {});
  const healthy = await startEndpoint(ok);
  const sender = openSender({ timeoutMs: 3_000, connectionsPerOrigin: 16 });
  let ended = 0;
  const stuck = Array.from({ length: 60 }, () => sender.post(hanging.url, signed, '{}').finally(() => (ended += 1)));
  while (hanging.connections() < 16) await sleep(10);
  const attempt = await sender.post(healthy.url, signed, '{}');
  expect(attempt.verdict).toBe('delivered');
  expect(ended).toBe(0);
  expect(hanging.connections()).toBe(16);
  expect((await Promise.all(stuck)).every(({ verdict }) => verdict === 'retry')).toBe(true);
  await sleep(100);
  // Those whose time was up while they waited do not connect any more; one or the other is just in time.
  expect(hanging.connections()).toBeLessThan(40);
});
