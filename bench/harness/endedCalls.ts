import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A receiver of events that notes when it learned of each call's end. */
export interface EndedCalls extends AsyncDisposable {
  url: string;
  /** Events received, of any kind. */
  count(): number;
  /** Resolves with the time on the clock of `performance.now()`. */
  ended(callId: string): Promise<number>;
}

interface ReceivedEvent {
  eventType: string;
  data: { callId?: string };
}

export async function receiveEndedCalls(): Promise<EndedCalls> {
  const ends = new Map<string, PromiseWithResolvers<number>>();
  const endOf = (callId: string): PromiseWithResolvers<number> => {
    const known = ends.get(callId) ?? Promise.withResolvers<number>();
    ends.set(callId, known);
    return known;
  };
  let count = 0;
  const server = createServer((request, response) => {
    const at = performance.now();
    void json(request).then((event) => {
      response.writeHead(200).end();
      count += 1;
      const { eventType, data } = event as ReceivedEvent;
      if (eventType === 'call.ended') endOf(data.callId ?? '').resolve(at);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    count: () => count,
    ended: (callId) => endOf(callId).promise,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
