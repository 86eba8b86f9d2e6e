import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandinRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** `hang` never answers, `reset` cuts the connection. */
export type StandinAnswer =
  | { status: number; json: unknown; headers?: Record<string, string> }
  | { status: number; text: string; contentType: string; headers?: Record<string, string> }
  | 'hang'
  | 'reset';

/** 0 without an answer. */
export const statusOf = (answer: StandinAnswer): number => (typeof answer === 'string' ? 0 : answer.status);

export interface StandinServer {
  url: string;
  stop(): Promise<void>;
}

/** A request that the vendor would refuse because it breaks the vendor's contract, not because of what is asked. */
export interface Violation {
  method: string;
  path: string;
  problem: string;
}

const readBody = async (request: IncomingMessage, limit: number): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size <= limit ? Buffer.concat(chunks) : undefined;
};

const send = (response: ServerResponse, answer: StandinAnswer): void => {
  if (answer === 'hang') return;
  if (answer === 'reset') {
    response.destroy();
    return;
  }
  const [contentType, text] =
    'json' in answer
      ? ['application/json; charset=utf-8', JSON.stringify(answer.json)]
      : [answer.contentType, answer.text];
  response.writeHead(answer.status, { 'content-type': contentType, ...answer.headers }).end(text);
};

interface ServerOptions {
  name: string;
  /** 0: any free port. */
  port: number;
  maxBodyBytes?: number;
  handle(request: StandinRequest): StandinAnswer;
}

/** Serves on loopback only. @throws Error in one sentence when the port is taken. */
export const startServer = async ({
  name,
  port,
  maxBodyBytes = 16 * 1024 * 1024,
  handle,
}: ServerOptions): Promise<StandinServer> => {
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request, maxBodyBytes);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://standin');
    const method = request.method ?? 'GET';
    if (!body) return send(response, { status: 500, json: { code: 0, message: 'request entity too large' } });
    send(response, handle({ method, path: pathname, query: searchParams, headers: request.headers, body }));
  };
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (response.headersSent || request.destroyed) return;
      send(response, { status: 500, json: { message: `stand-in failed: ${String(error)}` } });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} for the ${name} stand-in is taken by another program.`)
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
};
