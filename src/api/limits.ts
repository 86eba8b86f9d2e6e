import type { Context, Middleware } from 'koa';
import { RateLimiterMemory, RateLimiterRes, RLWrapperTimeouts } from 'rate-limiter-flexible';
import type { AppContext } from '../context.ts';
import { networkOf } from './clientAddress.ts';
import { createLimitStore } from './limitStore.ts';
import { createLoginThrottle, type LoginThrottle } from './loginThrottle.ts';
import { refusal, showLimit } from './middleware/rateLimit.ts';

/** Requests a minute. */
interface RateLimitSettings {
  /** Of each user and each API key. */
  actorPerMinute: number;
  /** Of each address, in requests that turn out to be nobody's. */
  addressPerMinute: number;
}

export interface RateLimits {
  /** Before authentication, in this process's memory: a flood does not reach PostgreSQL. */
  address: Middleware;
  /**
   * After authentication, over all processes. Gives the address its point back: tenants behind one address do not
   * suffer from each other.
   * @param actorKey `user:{id}` or `api_key:{id}`.
   * @throws AppError `rate.limited`.
   */
  actor(koa: Context, actorKey: string): Promise<void>;
  login: LoginThrottle;
}

/** When PostgreSQL does not count within this, the process counts by itself. */
const storeTimeoutMs = 1_000;

/** Whoever watches us must not be kept out when it matters most. */
const isProbe = (path: string): boolean => path === '/health' || path.startsWith('/health/');

export const createRateLimits = (
  ctx: Pick<AppContext, 'orm' | 'logger' | 'keys'>,
  { actorPerMinute, addressPerMinute }: RateLimitSettings,
): RateLimits => {
  const store = createLimitStore(ctx);
  const perAddress = { points: addressPerMinute, duration: 60 };
  const perActor = { points: actorPerMinute, duration: 60 };
  const addresses = new RateLimiterMemory(perAddress);
  const actors = new RLWrapperTimeouts({
    limiter: store('actor', perActor, { blockInMemory: true, sweep: true }),
    timeoutMs: storeTimeoutMs,
    insuranceLimiter: new RateLimiterMemory(perActor),
  });
  /** Credentials whose owner has spent everything: refused before PostgreSQL is asked whose they are. */
  const exhausted = new RateLimiterMemory({ points: 0, duration: perActor.duration });

  return {
    address: async (koa, next) => {
      if (isProbe(koa.path)) return next();
      const block = await exhausted.get(koa.get('authorization'));
      if (block && block.msBeforeNext > 0) throw refusal(koa, perActor, block);
      try {
        showLimit(koa, perAddress, await addresses.consume(networkOf(koa.ip)));
      } catch (thrown) {
        throw refusal(koa, perAddress, thrown);
      }
      return next();
    },
    actor: async (koa, actorKey) => {
      await addresses.reward(networkOf(koa.ip));
      try {
        showLimit(koa, perActor, await actors.consume(actorKey));
      } catch (thrown) {
        if (thrown instanceof RateLimiterRes) {
          await exhausted.block(koa.get('authorization'), thrown.msBeforeNext / 1000);
        }
        throw refusal(koa, perActor, thrown);
      }
    },
    login: createLoginThrottle(store, ctx.keys),
  };
};
