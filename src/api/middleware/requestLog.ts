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

/**
 * Gives each request an id (the client's own, if it sent a sane one), answers with it, and writes one line a request.
 * The line holds no query, headers or body: those carry phone numbers, names and secrets.
 */
export const requestLog = (parent: Logger): Middleware => {
  // Nothing in the line needs censoring, and looking for secrets would cost more than the rest of a request.
  const logger = parent.child({}, { redact: [] });
  return async (koa, next) => {
    const start = performance.now();
    const given = koa.get('x-request-id');
    const requestId = acceptable.test(given) ? given : randomUUID();
    koa.state.requestId = requestId;
    koa.set('x-request-id', requestId);
    try {
      await next();
    } finally {
      const durationMs = Math.round((performance.now() - start) * 10) / 10;
      const line = {
        requestId,
        method: koa.method,
        path: koa.path.slice(0, maxPathLength),
        status: koa.status,
        durationMs,
        tenantId: koa.state.tenantId,
      };
      if (isRoutine(koa.path, koa.status)) logger.debug(line, 'request');
      else logger.info(line, 'request');
    }
  };
};
