import { createServer, Socket, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSender, type Sender } from '../src/outbox/sender.ts';

/** Listens on each address of this machine, and counts what it gets. */
const startSpy = async () => {
  let connections = 0;
  let bytes = 0;
  let open: Socket[] = [];
  const server = createServer((socket) => {
    connections += 1;
    open.push(socket);
    socket.on('data', (chunk) => {
      bytes += chunk.length;
      socket.end('HTTP/1.1 204 No Content\r\n\r\n');
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    received: () => ({ connections, bytes }),
    hangUp: () => {
      for (const socket of open) socket.destroy();
      open = [];
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
};

const signed = { 'webhook-id': 'msg_1' };
const nothing = { connections: 0, bytes: 0 };

let spy: Awaited<ReturnType<typeof startSpy>>;
let senders: Sender[];
const connect = vi.spyOn(Socket.prototype, 'connect');
afterAll(() => connect.mockRestore());
beforeEach(async () => {
  spy = await startSpy();
  senders = [];
  connect.mockClear();
});
afterEach(async () => {
  for (const sender of senders) await sender.close();
  spy.hangUp();
  await spy.stop();
});

const openSender = (options: Partial<Parameters<typeof createSender>[0]> = {}): Sender => {
  const sender = createSender({ allowed: [], requireHttps: false, ...options });
  senders.push(sender);
  return sender;
};

/** Answers each question with the next of the lists. */
const resolver = (...answers: string[][]) => {
  const asked: string[] = [];
  const resolve = (hostname: string) => {
    asked.push(hostname);
    return Promise.resolve(answers[asked.length - 1] ?? []);
  };
  return { asked, resolve };
};

describe('zero bytes are sent to', () => {
  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address)
    .filter((address) => /^(10|172\.(1[6-9]|2\d|3[01])|192\.168)\./.test(address));

  test.each([
    // loopback, and its spellings
    '127.0.0.1',
    '127.255.255.254',
    '127.1',
    '127.0.0.1.',
    '0x7f.0.0.1',
    '0x7f000001',
    '0177.0.0.1',
    '017700000001',
    '2130706433',
    '①②⑦.0.0.1',
    '127。0。0。1',
    '%31%32%37.0.0.1',
    '0',
    '0.0.0.0',
    // private, shared, link local
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '100.100.100.200',
    '169.254.169.254',
    '169.254.170.2',
    '168.63.129.16',
    // special, multicast, reserved
    '192.0.0.192',
    '192.0.2.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.250',
    '240.0.0.1',
    '255.255.255.255',
    // IPv6
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::]',
    '[fe80::1]',
    '[fec0::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[ff02::1]',
    '[100::1]',
    '[2001:db8::1]',
    '[3fff::1]',
    '[5f00::1]',
    // IPv4 within IPv6: mapped, compatible, translated, NAT64, 6to4, Teredo
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:169.254.169.254]',
    '[::127.0.0.1]',
    '[::ffff:0:127.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b::a9fe:a9fe]',
    '[64:ff9b:1::127.0.0.1]',
    '[2002:7f00:1::]',
    '[2001:0:4136:e378:8000:63bf:3fff:fdd2]',
    ...own,
  ])('%s', async (host) => {
    for (const protocol of ['http', 'https']) {
      const attempt = await openSender().post(`${protocol}://${host}:${spy.port}/`, signed, '{}');
      expect(attempt).toMatchObject({ verdict: 'retryBriefly', retryAfterSeconds: 0 });
      expect(attempt.error).toEqual({ code: 'destination.not_public', params: { host: expect.stringMatching(/./) } });
      expect(attempt).not.toHaveProperty('status');
    }
    expect(spy.received()).toEqual(nothing);
    expect(connect).not.toHaveBeenCalled();
  });

  test.each([
    ['a private address', ['127.0.0.1']],
    ["the cloud's metadata", ['169.254.169.254']],
    ['a private IPv6 address', ['::1']],
    ['mapped IPv4', ['::ffff:127.0.0.1']],
    ['an address with a zone', ['2606:4700:4700::1111%lo']],
    ['a public address and a private one', ['1.1.1.1', '127.0.0.1']],
    ['a private address and a public one', ['127.0.0.1', '1.1.1.1']],
    ['public IPv4 and private IPv6', ['1.1.1.1', '::1']],
    ['no address at all', ['localhost']],
  ])('a name that resolves to %s', async (_what, addresses) => {
    const { resolve } = resolver(addresses);
    const attempt = await openSender({ resolve }).post(`http://inside.example:${spy.port}/`, signed, '{}');
    expect(attempt).toMatchObject({
      verdict: 'retryBriefly',
      error: { code: 'destination.leads_inside', params: { host: 'inside.example' } },
    });
    expect(spy.received()).toEqual(nothing);
    expect(connect).not.toHaveBeenCalled();
  });

  test.each([
    'http://localhost:{port}/',
    'http://LOCALHOST.:{port}/',
    'http://a.localhost:{port}/',
    'http://user:pass@127.0.0.1:{port}/',
    'http://1.1.1.1@127.0.0.1:{port}/',
    'http://127.0.0.1:{port}\\@1.1.1.1/',
    'unix:///var/run/docker.sock',
    'http+unix://%2Fvar%2Frun%2Fdocker.sock/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:{port}/',
    '//127.0.0.1:{port}/',
    'http://[fe80::1%25lo]:{port}/',
    'http://127.0.0.1:{port}0000/',
  ])('%s', async (url) => {
    const { resolve } = resolver(['127.0.0.1']);
    const { verdict, error } = await openSender({ resolve }).post(url.replace('{port}', `${spy.port}`), signed, '{}');
    expect(verdict).toBe('retryBriefly');
    expect(error).toBeTruthy();
    expect(spy.received()).toEqual(nothing);
    expect(connect).not.toHaveBeenCalled();
  });
});

describe('a name that changes its mind', () => {
  test('between the check and the connection is asked once', async () => {
    const { asked, resolve } = resolver(['127.0.0.1'], ['127.0.0.2']);
    const sender = openSender({ allowed: ['127.0.0.1/32'], resolve });
    const { status } = await sender.post(`http://rebind.example:${spy.port}/`, signed, '{}');
    expect(status).toBe(204);
    expect(asked).toEqual(['rebind.example']);
    expect(connect).toHaveBeenCalledTimes(1);
  });

  test('between two connections is checked again', async () => {
    const { asked, resolve } = resolver(['127.0.0.1'], ['127.0.0.2']);
    const sender = openSender({ allowed: ['127.0.0.1/32'], resolve });
    const url = `http://rebind.example:${spy.port}/`;
    await sender.post(url, signed, '{}');
    spy.hangUp();
    const before = spy.received();
    await expect
      .poll(async () => (await sender.post(url, signed, '{}')).error)
      .toEqual({ code: 'destination.leads_inside', params: { host: 'rebind.example' } });
    expect(asked).toHaveLength(2);
    expect(spy.received()).toEqual(before);
  });
});

describe('where https is required', () => {
  test.each(['http://1.1.1.1/', 'http://public.example/'])('zero bytes go to %s', async (url) => {
    const { resolve } = resolver(['1.1.1.1']);
    const attempt = await openSender({ requireHttps: true, resolve }).post(url, signed, '{}');
    expect(attempt).toMatchObject({
      verdict: 'retryBriefly',
      error: { code: 'destination.https_required', params: {} },
    });
    expect(connect).not.toHaveBeenCalled();
  });

  test.each([
    ['127.0.0.0/8', '127.0.0.1'],
    ['127.0.0.0/8', 'inside.example'],
    ['127.0.0.1', '127.0.0.1'],
    ['127.0.0.1:{port}', '127.0.0.1'],
    ['localhost', 'localhost'],
    ['LOCALHOST:{port}', 'localhost'],
  ])('http goes to what is allowed: %s, %s', async (entry, host) => {
    const { resolve } = resolver(['127.0.0.1']);
    const allowed = [entry.replace('{port}', `${spy.port}`)];
    const sender = openSender({ allowed, requireHttps: true, resolve });
    expect((await sender.post(`http://${host}:${spy.port}/`, signed, '{}')).status).toBe(204);
  });

  test('another port of an allowed host stays closed', async () => {
    const sender = openSender({ allowed: [`127.0.0.1:${spy.port + 1}`], requireHttps: true });
    const { error } = await sender.post(`http://127.0.0.1:${spy.port}/`, signed, '{}');
    expect(error).toEqual({ code: 'destination.not_public', params: { host: '127.0.0.1' } });
    expect(spy.received()).toEqual(nothing);
  });
});

test('TLS greets the host by its name, not by the address that was checked', async () => {
  let hello = Buffer.alloc(0);
  const server = createServer((socket) => socket.once('data', (chunk) => (hello = chunk) && socket.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const sender = openSender({ allowed: ['127.0.0.0/8'], resolve: resolver(['127.0.0.1']).resolve });
  const { verdict } = await sender.post(`https://hooks.example:${port}/`, signed, '{}');
  expect(verdict).toBe('retry');
  expect(hello.toString('latin1')).toContain('hooks.example');
  await new Promise((resolve) => server.close(resolve));
});
