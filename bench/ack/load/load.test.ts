import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import { expect, onTestFinished, test } from 'vitest';
import { nextMessage, startNode } from '../../harness/processes.ts';
import { callbackStream, eventsPerCall } from '../../harness/callbacks.ts';
import type { LoadPlan, LoadResult } from './plan.ts';
import { ResponseReader } from './responses.ts';

const subscription = {
  publicUrl: 'https://bench.example.com',
  tenantSlug: 'bench',
  accountSid: 'ACb',
  authToken: 'secret',
};

test('callbacks are all different and signed as Twilio signs', () => {
  const stream = callbackStream(subscription, 'abc');
  const callbacks = Array.from({ length: 1200 }, (_, index) => stream(index));
  const forms = callbacks.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
  const ids = new Set(forms.map((form) => `${form['CallSid']}/${form['SequenceNumber']}`));
  const calls = new Set(forms.slice(0, 64 * eventsPerCall).map((form) => form['CallSid']));
  expect([ids.size, calls.size]).toEqual([1200, 64]);
  for (const [at, { path, headers }] of callbacks.entries()) {
    const signature = headers['x-twilio-signature']!;
    expect(twilio.validateRequest(subscription.authToken, signature, subscription.publicUrl + path, forms[at]!)).toBe(
      true,
    );
  }
});

test.each([
  ['HTTP/1.1 204 No Content\r\nDate: now\r\n\r\n', 204],
  ['HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello', 200],
  ['HTTP/1.1 503 Unavailable\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n', 503],
])('a response is read however it is cut: %j', (text, status) => {
  for (let cut = 1; cut < text.length; cut++) {
    const reader = new ResponseReader();
    expect(reader.read(Buffer.from(text.slice(0, cut)))).toBeUndefined();
    expect(reader.read(Buffer.from(text.slice(cut)))).toBe(status);
  }
});

test('a closed loop counts what was acknowledged, and apart from it what was refused', async () => {
  let taken = 0;
  const result = await load({ arrivals: 'closed', rate: 20_000 }, (_, response) => {
    const status = ++taken % 10 === 0 ? 503 : 204;
    response.writeHead(status).end();
  });
  expect(result.acknowledged + result.refused['503']!).toBe(result.sent);
  expect([result.sent, result.unknown]).toEqual([taken, 0]);
});

test('an open loop charges a stall to every request that was due in it', async () => {
  let stallAt = Infinity;
  const result = await load({ arrivals: 'open', rate: 500 }, (_, response) => {
    const now = performance.now();
    if (stallAt === Infinity) stallAt = now + 500;
    if (now > stallAt && now < stallAt + 100) block(500);
    response.writeHead(204).end();
  });
  // Half of the second was stalled: the requests due then waited for a quarter of a second on average.
  expect(result.latencyMilliseconds.p90).toBeGreaterThan(150);
  expect(result.acknowledged).toBe(result.sent);
});

function block(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

async function load(plan: Pick<LoadPlan, 'arrivals' | 'rate'>, listener: RequestListener): Promise<LoadResult> {
  const server = createServer(
    (request, response) => void request.resume().on('end', () => listener(request, response)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const generator = startNode(new URL('main.ts', import.meta.url), {});
  onTestFinished(async () => {
    await generator[Symbol.asyncDispose]();
    server.close();
  });
  const bounds = { subscription, run: 'abc', connections: 8, warmupSeconds: 0.2, measuredSeconds: 1 };
  generator.process.send({ ...bounds, ...plan } satisfies LoadPlan);
  await nextMessage(generator, 30);
  generator.process.send((server.address() as AddressInfo).port);
  return nextMessage<LoadResult>(generator, 30);
}
