import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebhookAnswer } from '../../providers/provider.ts';
import type { Exchange } from '../http/body.ts';
import { createRequestLines, requestIdOf } from '../http/requestLog.ts';
import { problemHeaders, toAppError, toProblem } from '../http/problem.ts';
import {
  createWebhookHandler,
  webhookAddressOf,
  webhookMethods,
  type WebhookAddress,
  type WebhookDeps,
} from './receive.ts';

/** A webhook's answer, or the problem that takes its place. */
type Answer = WebhookAnswer & { headers?: Record<string, string> };

const pathOf = (url: string): string => url.split('?', 1)[0] ?? url;

const refusal = (thrown: unknown, requestId: string, path: string, { logger }: WebhookDeps['app']): Answer => {
  const error = toAppError(thrown);
  if (error.status >= 500) logger.error({ err: error.cause ?? error, requestId, path }, error.message);
  return {
    status: error.status,
    contentType: 'application/problem+json',
    headers: problemHeaders(error),
    body: JSON.stringify(toProblem(error, requestId)),
  };
};

const send = ({ res }: Exchange, { status, contentType, headers, body }: Answer, requestId: string): void => {
  // The provider hung up meanwhile.
  if (res.destroyed) return;
  const isEmpty = status === 204;
  const measured = isEmpty
    ? {}
    : { 'content-type': contentType, ...headers, 'content-length': String(Buffer.byteLength(body)) };
  res.writeHead(status, { 'x-request-id': requestId, ...measured });
  res.end(isEmpty ? undefined : body);
};

/**
 * Answers webhooks on `node:http` itself, in front of Koa and its routers, which would take a fifth of the time: no other
 * route is called nearly as often. Ids, problems and log lines are those of all routes.
 * @returns whether it is a webhook's address and method, and so answered.
 */
export const createWebhookListener = (deps: WebhookDeps): ((req: IncomingMessage, res: ServerResponse) => boolean) => {
  const writeLine = createRequestLines(deps.app.logger);
  const handle = createWebhookHandler(deps);

  const answer = async (exchange: Exchange, address: WebhookAddress): Promise<void> => {
    const start = performance.now();
    const { method = '', url = '', headers } = exchange.req;
    const requestId = requestIdOf(headers['x-request-id']);
    const path = pathOf(url);
    let answered: Answer;
    try {
      answered = await handle(exchange, address);
    } catch (thrown) {
      answered = refusal(thrown, requestId, path, deps.app);
    }
    send(exchange, answered, requestId);
    writeLine(start, { requestId, method, path, status: answered.status, tenantId: undefined });
  };

  return (req, res) => {
    const { method = '', url = '' } = req;
    const address = webhookAddressOf(url);
    if (!address || !webhookMethods(address).includes(method)) return false;
    void answer({ req, res }, address);
    return true;
  };
};
