import { randomUUID } from 'node:crypto';
import type { Middleware } from 'koa';
import type { TenantId } from '../../domain/ids.ts';
import type { Logger } from '../../logger.ts';

declare module 'koa' {
  interface DefaultState {
    requestId: string;
    /** Once the request has been authenticated. */
    tenantId?: TenantId;
  }
}

const acceptable = /^[\w.:+/=-]{1,128}$/;

/** An attacker writes no more of the log than anybody else. */
const maxPathLength = 500;

/** Probes come every few seconds and webhooks by the thousand: what went well there is not news. */
const isRoutine = (path: string, status: number): boolean =>
  path.startsWith('/health') || (path.startsWith('/webhooks/') && status < 400);

/** The client's own, if it sent a sane one. */
export const requestIdOf = (given: string | string[] | undefined): string =>
  typeof given === 'string' && acceptable.test(given) ? given : randomUUID();

interface Line {
  requestId: string;
  method: string;
  path: string;
  status: number;
  durationMs: number;
  tenantId: TenantId | undefined;
}

/** @returns writes one line for a request that began at `start`, on the clock of `performance.now()`. */
export const createRequestLines = (parent: Logger) => {
  // Nothing in the line needs censoring, and looking for secrets would cost more than the rest of a request.
  const logger = parent.child({}, { redact: [] });
  return (start: number, line: Omit<Line, 'durationMs'>): void => {
    const level = isRoutine(line.path, line.status) ? 'debug' : 'info';
    if (!logger.isLevelEnabled(level)) return;
    const durationMs = Math.round((performance.now() - start) * 10) / 10;
    logger[level]({ ...line, path: line.path.slice(0, maxPathLength), durationMs }, 'request');
  };
};

/**
 * Gives each request an id, answers with it, and writes one line a request. The line holds no query, headers or body:
 * those carry phone numbers, names and secrets.
 */
export const requestLog = (parent: Logger): Middleware => {
  const write = createRequestLines(parent);
  return async (ctx, next) => {
    const start = performance.now();
    const requestId = requestIdOf(ctx.headers['x-request-id']);
    ctx.state.requestId = requestId;
    ctx.set('x-request-id', requestId);
    try {
      await next();
    } finally {
      const { method, path, status } = ctx;
      write(start, { requestId, method, path, status, tenantId: ctx.state.tenantId });
    }
  };
};
