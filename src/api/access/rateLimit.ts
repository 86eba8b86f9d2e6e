import type { Context } from 'koa';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../../errors.ts';
import type { Budget } from './limitStore.ts';

const secondsLeft = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000));

/** Shows the client what is left, in the four fields of draft-ietf-httpapi-ratelimit-headers-06. */
export const showLimit = (ctx: Context, { points, duration }: Budget, left: RateLimiterRes): void =>
  ctx.set({
    'RateLimit-Policy': `${points};w=${duration}`,
    'RateLimit-Limit': String(points),
    'RateLimit-Remaining': String(left.remainingPoints),
    'RateLimit-Reset': String(secondsLeft(left)),
  });

/** @returns what to throw instead of a limiter's refusal: `rate.limited`. Other failures come back as they are. */
export const refusal = (ctx: Context, budget: Budget, thrown: unknown): unknown => {
  if (!(thrown instanceof RateLimiterRes)) return thrown;
  showLimit(ctx, budget, thrown);
  return new AppError('rate.limited', { retryAfterSeconds: secondsLeft(thrown) });
};
