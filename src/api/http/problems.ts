import type { Middleware } from 'koa';
import type { Logger } from '../../logger.ts';
import { problemHeaders, toAppError, toProblem } from './problem.ts';

/** Answers every failure as problem JSON. What we did not expect is logged in full and not shown. */
export const problems =
  (logger: Logger): Middleware =>
  async (ctx, next) => {
    try {
      await next();
    } catch (thrown) {
      const error = toAppError(thrown);
      const { requestId } = ctx.state;
      if (error.status >= 500) logger.error({ err: error.cause ?? error, requestId, path: ctx.path }, error.message);
      ctx.status = error.status;
      ctx.set(problemHeaders(error));
      if (error.code === 'auth.required') {
        const sent = ctx.get('authorization') !== '';
        ctx.set('www-authenticate', `Bearer realm="ai-receptionist"${sent ? ', error="invalid_token"' : ''}`);
      }
      ctx.body = JSON.stringify(toProblem(error, requestId));
    }
  };
