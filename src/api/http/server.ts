import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { refusal } from '../../errors.ts';
import { refuse, refuseUnparsed } from './rawAnswers.ts';

export interface RunningServer {
  port: number;
  /** Stops accepting and resolves when what was running has been answered. */
  close(): Promise<void>;
}

/** Koa, or something in front of it. */
export interface Application {
  callback(): (req: IncomingMessage, res: ServerResponse) => unknown;
}

interface ServerTiming {
  /** For the headers of a request, counted from the connection or the end of the previous request. */
  headersTimeoutMs: number;
  /** For a whole request, however it trickles; bodies have tighter limits of their own. */
  requestTimeoutMs: number;
  /** How often the two are looked at. */
  checkIntervalMs: number;
  /** Without a byte in either direction: a client that does not read its answer holds what the answer is made from. */
  silenceTimeoutMs: number;
}

const defaultTiming: ServerTiming = {
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  checkIntervalMs: 1_000,
  silenceTimeoutMs: 120_000,
};

/** The target in origin form: clients behind a proxy, and some gateways, send it in absolute form (RFC 9112, 3.2.2). */
const originForm = (target: string): string => {
  const [origin] = /^https?:\/\/[^/?]*/i.exec(target) ?? [];
  if (origin === undefined) return target;
  const rest = target.slice(origin.length);
  return rest.startsWith('/') ? rest : `/${rest}`;
};

/** What is still running then is cut off: the process that stopped us waits. */
const closeMs = 10_000;

/** Serves the app. @throws Error `EADDRINUSE` and its like. */
export const startServer = async (
  app: Application,
  { host, port }: { host: string; port: number },
  timing = defaultTiming,
): Promise<RunningServer> => {
  const answer = app.callback();
  /** The latest answer on each connection. */
  const answers = new WeakMap<Socket, ServerResponse>();
  const server = createServer(
    {
      requestTimeout: timing.requestTimeoutMs,
      headersTimeout: timing.headersTimeoutMs,
      connectionsCheckingInterval: timing.checkIntervalMs,
      // Longer than the idle time of the usual load balancers (60 s), so that none sends into a closing connection.
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16 * 1024,
      // `requestLimits` answers those without one as it answers everything.
      requireHostHeader: false,
    },
    (req, res) => {
      answers.set(req.socket, res);
      req.url = originForm(req.url ?? '/');
      void answer(req, res);
    },
  );
  server.setTimeout(timing.silenceTimeoutMs);
  server.on('clientError', (error, socket) => refuseUnparsed(error, socket, answers.get(socket as Socket)));
  server.on('connect', (_request, socket) => refuse(socket, refusal('http.not_a_proxy')));
  // An expectation that we do not know is ignored, as RFC 9110 allows.
  server.on('checkExpectation', (req, res) => server.emit('request', req, res));

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
