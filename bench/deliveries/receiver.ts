/** The receiver's process: given a secret, it listens, and says its port; then it counts, and reports when it is asked. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import type { Arrivals } from './plan.ts';

process.once('disconnect', () => process.exit());

const [secret] = (await once(process, 'message')) as [string];
const webhook = new Webhook(secret);
const ids = new Set<string>();
let repeated = 0;
let forged = 0;
let firstAt = 0;
let lastAt = 0;

const server = createServer((request, response) => {
  void buffer(request).then((body) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"message":"started"}');
    const id = String(request.headers['webhook-id']);
    try {
      webhook.verify(body, request.headers as Record<string, string>);
    } catch {
      forged += 1;
      return;
    }
    if (ids.has(id)) {
      repeated += 1;
      return;
    }
    ids.add(id);
    lastAt = performance.now();
    firstAt ||= lastAt;
  });
}).listen(0, '127.0.0.1');
await once(server, 'listening');

process.on('message', () => {
  const arrivals: Arrivals = { delivered: ids.size, repeated, forged, seconds: (lastAt - firstAt) / 1000 };
  process.send?.(arrivals);
});
process.send?.((server.address() as AddressInfo).port);
