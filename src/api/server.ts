import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Koa from 'koa';

export interface RunningServer {
  port: number;
  /** Stops accepting and resolves when what was running has been answered. */
  close(): Promise<void>;
}

/** What is still running then is cut off: whoever stopped us waits. */
const closeMs = 10_000;

/** Serves the app. @throws Error `EADDRINUSE` and its like. */
export const startServer = async (app: Koa, { host, port }: { host: string; port: number }): Promise<RunningServer> => {
  const answer = app.callback();
  const server = createServer(
    {
      // A whole request must arrive within this, however it trickles; bodies have tighter limits of their own.
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      // Longer than the idle time of the usual load balancers (60 s), so that none sends into a closing connection.
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16 * 1024,
    },
    (req, res) => void answer(req, res),
  );
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(port, host, resolve);
  await listening;
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const { promise: closed, resolve: done } = Promise.withResolvers<void>();
      server.close(() => done());
      // A connection whose answer has just gone out is idle, and would stay open for another request.
      const sweeper = setInterval(() => server.closeIdleConnections(), 20);
      const timer = setTimeout(() => server.closeAllConnections(), closeMs);
      await closed;
      clearInterval(sweeper);
      clearTimeout(timer);
    },
  };
};
