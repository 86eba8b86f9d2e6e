import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '../harness/processes.ts';

/** Nothing listens there; or it never answers; or it answers 500. */
export const deaths = ['refuses', 'hangs', 'fails'] as const;
export type Death = (typeof deaths)[number];

export async function openDeadEndpoint(death: Death): Promise<AsyncDisposable & { url: string }> {
  if (death === 'refuses')
    return { url: `http://127.0.0.1:${await freePort()}/`, [Symbol.asyncDispose]: async () => undefined };
  const server: Server = createServer((request, response) => {
    request.resume();
    if (death === 'fails') response.writeHead(500).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
