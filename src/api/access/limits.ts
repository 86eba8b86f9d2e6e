import type { Context, Middleware } from 'koa';
import { RateLimiterMemory, RateLimiterRes, RLWrapperTimeouts } from 'rate-limiter-flexible';
import type { AppContext } from '../../context.ts';
import { networkOf } from '../http/clientAddress.ts';
import { createLimitStore } from './limitStore.ts';
import { createLoginThrottle, type LoginThrottle } from './loginThrottle.ts';
import { refusal, showLimit } from './rateLimit.ts';

declare module 'koa' {
  interface DefaultState {
    /** Gives back what the request has cost before it was known whose it is. */
    refund?: () => Promise<unknown>;
  }
}

/** Requests a minute. */
interface RateLimitSettings {
  /** Of each user and each API key. */
  actorPerMinute: number;
  /** Of each address, in requests that turn out to be unsigned. */
  addressPerMinute: number;
}

export interface RateLimits {
  /**
   * Before authentication, in this process's memory: a flood does not reach PostgreSQL. Counts by address, and by
   * credential where it has proved good before: tenants behind one address do not suffer from each other.
   */
  address: Middleware;
  /**
   * After authentication, over all processes.
   * @param actorKey `user:{id}` or `api_key:{id}`.
   * @throws AppError `rate.limited`.
   */
  actor(ctx: Context, actorKey: string): Promise<void>;
  login: LoginThrottle;
}

/** When PostgreSQL does not count within this, the process counts by itself. */
const storeTimeoutMs = 1_000;
const vouchedSeconds = 15 * 60;

/** Monitoring must not be kept out when it matters most. */
const isProbe = (path: string): boolean => path === '/health' || path.startsWith('/health/') || path === '/metrics';

export const createRateLimits = (
  app: Pick<AppContext, 'orm' | 'logger' | 'keys'>,
  { actorPerMinute, addressPerMinute }: RateLimitSettings,
): RateLimits => {
  const store = createLimitStore(app);
  const perAddress = { points: addressPerMinute, duration: 60 };
  const perActor = { points: actorPerMinute, duration: 60 };
  const actors = new RLWrapperTimeouts({
    limiter: store('actor', perActor, { blockInMemory: true, sweep: true }),
    timeoutMs: storeTimeoutMs,
    insuranceLimiter: new RateLimiterMemory(perActor),
  });
  const addresses = { budget: perAddress, limiter: new RateLimiterMemory(perAddress) };
  const credentials = { budget: perActor, limiter: new RateLimiterMemory(perActor) };
  /** Credentials that were good a short while ago. */
  const vouched = new RateLimiterMemory({ points: 1, duration: vouchedSeconds });

  return {
    address: async (ctx, next) => {
      if (isProbe(ctx.path)) return next();
      const credential = ctx.get('authorization');
      const isVouched = (await vouched.get(credential)) !== null;
      const { budget, limiter } = isVouched ? credentials : addresses;
      const key = isVouched ? credential : networkOf(ctx.ip);
      ctx.state.refund = () => limiter.reward(key);
      try {
        showLimit(ctx, budget, await limiter.consume(key));
      } catch (thrown) {
        throw refusal(ctx, budget, thrown);
      }
      return next();
    },
    actor: async (ctx, actorKey) => {
      const credential = ctx.get('authorization');
      await ctx.state.refund?.();
      await vouched.set(credential, 1, vouchedSeconds);
      try {
        showLimit(ctx, perActor, await actors.consume(actorKey));
      } catch (thrown) {
        // Until there are points again, PostgreSQL is not even asked whose credential it is.
        if (thrown instanceof RateLimiterRes) await credentials.limiter.block(credential, thrown.msBeforeNext / 1000);
        throw refusal(ctx, perActor, thrown);
      }
    },
    login: createLoginThrottle(store, app.keys),
  };
};
