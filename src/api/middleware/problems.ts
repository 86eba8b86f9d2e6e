import type { Context, Middleware } from 'koa';
import type { AppError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import { toAppError, toProblem } from '../problem.ts';

const setHeaders = (koa: Context, error: AppError): void => {
  const retryAfter = error.details?.['retryAfterSeconds'];
  if (typeof retryAfter === 'number') koa.set('retry-after', String(retryAfter));
  else if (error.status === 503) koa.set('retry-after', '5');
  if (error.code === 'auth.required') {
    const sent = koa.get('authorization') !== '';
    koa.set('www-authenticate', `Bearer realm="ai-receptionist"${sent ? ', error="invalid_token"' : ''}`);
  }
  const allow = error.details?.['allow'];
  if (typeof allow === 'string') koa.set('allow', allow);
};

/** Answers every failure as problem JSON. What we did not expect is logged in full and shown to nobody. */
export const problems =
  (logger: Logger): Middleware =>
  async (koa, next) => {
    try {
      await next();
    } catch (thrown) {
      const error = toAppError(thrown);
      const { requestId } = koa.state;
      if (error.status >= 500) logger.error({ err: error.cause ?? error, requestId, path: koa.path }, error.message);
      koa.status = error.status;
      setHeaders(koa, error);
      koa.body = JSON.stringify(toProblem(error, requestId));
      koa.type = 'application/problem+json';
      koa.set('cache-control', 'no-store');
    }
  };
