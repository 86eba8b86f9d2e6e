import { Agent, request } from 'undici';
import { within } from '../deadline.ts';
import { classify, type AttemptResult, type Outcome } from '../domain/deliveries/verdict.ts';
import { isReservedHeader, type CustomHeaders } from '../contract/endpoints/customHeaders.ts';
import type { DestinationRules } from './destination.ts';
import { readRetryAfterSeconds } from '../domain/deliveries/retrySchedule.ts';
import { attemptError } from '../domain/deliveries/attemptErrors.ts';
import { failureOf, wasRefused } from './attemptFailure.ts';
import { createDestinationConnector, type Resolve } from './destinationConnector.ts';
import { createTurns } from './turns.ts';

/** How one attempt went. */
export interface Attempt extends Outcome {
  status?: number;
  /** The first 16 kB of the answer. */
  body?: string;
  durationMs: number;
  retryAfterSeconds: number;
}

interface SenderOptions extends DestinationRules {
  resolve?: Resolve;
  /** For waiting for a connection, name look-up, connecting, request and whole answer together. */
  timeoutMs?: number;
  connectionsPerOrigin?: number;
}

export interface Sender {
  /** Posts a JSON body. Never throws and never follows a redirect. @param headers win over custom ones. */
  post(url: string, headers: Record<string, string>, body: string, customHeaders?: CustomHeaders): Promise<Attempt>;
  /** Cuts off what still runs. */
  close(): Promise<void>;
}

const maxBodyBytes = 16_384;

/** Many tenants' endpoints may share one: what one endpoint may keep busy is limited before. */
const defaultConnections = 256;

const fixedHeaders = {
  'content-type': 'application/json',
  // No bare `name/version`: n8n takes that for a crawler, and can be set to ignore crawlers.
  'user-agent': 'ai-receptionist/1 (webhooks)',
  // What is stored of the answer is to be read.
  'accept-encoding': 'identity',
};

const withoutReserved = (headers: CustomHeaders): CustomHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !isReservedHeader(name)));

const readStart = async (body: AsyncIterable<Buffer>): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    // Leaving the loop closes the connection: the rest would not be kept.
    if (size >= maxBodyBytes) break;
  }
  // As a stream, so that a character cut in half is left out. PostgreSQL's text has no NUL.
  return new TextDecoder()
    .decode(Buffer.concat(chunks).subarray(0, maxBodyBytes), { stream: true })
    .replaceAll('\0', '\uFFFD');
};

type Exchange = AttemptResult & { retryAfter?: string | undefined };

/** Sends deliveries over kept connections; one for the life of the worker. @throws Error for a malformed rule. */
export const createSender = ({
  resolve,
  timeoutMs = 15_000,
  connectionsPerOrigin = defaultConnections,
  ...rules
}: SenderOptions): Sender => {
  const agent = new Agent({
    connect: createDestinationConnector(rules, resolve),
    allowH2: false,
    connections: connectionsPerOrigin,
    pipelining: 1,
    keepAliveTimeout: 30_000,
  });
  const takeTurn = createTurns(connectionsPerOrigin);

  const exchange = async (url: string, headers: Record<string, string>, body: string): Promise<Exchange> => {
    let status: number | undefined;
    const signal = AbortSignal.timeout(timeoutMs);
    const send = async (): Promise<Exchange> => {
      signal.throwIfAborted();
      const response = await request(url, { method: 'POST', dispatcher: agent, headers, body, signal });
      status = response.statusCode;
      const header = (name: string) => [response.headers[name]].flat()[0];
      return {
        kind: 'answered',
        status,
        contentType: header('content-type') ?? '',
        body: await readStart(response.body),
        location: header('location')?.slice(0, 500),
        retryAfter: header('retry-after'),
      };
    };
    try {
      // undici heeds the signal once it has a connection, and no sooner.
      return await within(timeoutMs, 'the attempt', takeTurn(new URL(url).origin, send));
    } catch (error) {
      if (wasRefused(error)) return { kind: 'refused', error: failureOf(error) };
      const seconds = timeoutMs / 1000;
      const failure = signal.aborted ? attemptError('connection.timeout', { seconds }) : failureOf(error);
      return { kind: 'interrupted', error: failure, status };
    }
  };

  return {
    async post(url, headers, body, customHeaders = {}) {
      const startedAt = performance.now();
      const all = { ...withoutReserved(customHeaders), ...headers, ...fixedHeaders };
      const result = await exchange(url, all, body);
      return {
        ...classify(result),
        ...('status' in result && result.status !== undefined ? { status: result.status } : {}),
        ...('body' in result ? { body: result.body } : {}),
        durationMs: Math.round(performance.now() - startedAt),
        retryAfterSeconds: readRetryAfterSeconds(result.retryAfter, Date.now()),
      };
    },
    close: () => agent.destroy(),
  };
};
