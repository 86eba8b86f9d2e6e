import { createHmac, hkdfSync } from 'node:crypto';
import type { Context } from 'koa';
import type { KeyRing } from '../../db/core/sealing.ts';
import { networkOf } from '../http/clientAddress.ts';
import type { Budget, LimitStore } from './limitStore.ts';
import { refusal } from './rateLimit.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Failed attempts. */
const budgets = {
  /** One address that guesses at one account. */
  pair: { points: 10, duration: 15 * minute },
  /** One address that tries account after account; an office of people shares one. */
  address: { points: 100, duration: hour },
  /** Many addresses that guess at one account. */
  account: { points: 50, duration: hour },
} as const satisfies Record<string, Budget>;

/** How long an address stays familiar after the account last signed in there. */
const familiarSeconds = 90 * day;

export interface LoginThrottle {
  /**
   * Counts the attempt as failed until it has `succeeded`, so that many at the same time are many. The same for accounts
   * that do not exist.
   * @throws AppError `rate.limited`, or `service.unavailable` when PostgreSQL cannot count.
   */
  attempt(ctx: Context, account: string): Promise<{ succeeded(): Promise<void> }>;
  /** The account has proved itself at this address by other means than its password. */
  trust(ctx: Context, account: string): Promise<void>;
}

/**
 * Slows down guessing by one address, and by many addresses at one account. An address where the account has signed in
 * before has a budget of its own, which strangers cannot spend: they lock no user out.
 */
export const createLoginThrottle = (store: LimitStore, keys: KeyRing): LoginThrottle => {
  const [current] = keys;
  if (!current) throw new Error('no encryption key is configured');
  const pepper = Buffer.from(hkdfSync('sha256', current.key, '', 'login throttle', 32));
  /** The table does not say who signs in from where. */
  const hidden = (...parts: string[]): string =>
    createHmac('sha256', pepper).update(JSON.stringify(parts)).digest('base64url');
  const keysOf = (ctx: Context, account: string) => {
    const network = networkOf(ctx.ip);
    return { pair: hidden(account, network), address: hidden(network), account: hidden(account) };
  };

  const limiters = {
    pair: store('login-pair', budgets.pair),
    address: store('login-address', budgets.address),
    account: store('login-account', budgets.account),
  };
  const familiar = store('login-familiar', { points: 1, duration: familiarSeconds });

  const trust = async (pair: string): Promise<void> => {
    await limiters.pair.delete(pair);
    await familiar.set(pair, 1, familiarSeconds);
  };

  return {
    attempt: async (ctx, account) => {
      const key = keysOf(ctx, account);
      const shared = (await familiar.get(key.pair)) ? [] : (['address', 'account'] as const);
      // One after the other: what an earlier one refuses must not cost the later ones anything.
      for (const name of ['pair', ...shared] as const) {
        await limiters[name].consume(key[name]).catch((thrown: unknown) => {
          throw refusal(ctx, budgets[name], thrown);
        });
      }
      return {
        succeeded: async () => {
          for (const name of shared) await limiters[name].reward(key[name]);
          await trust(key.pair);
        },
      };
    },
    trust: (ctx, account) => trust(keysOf(ctx, account).pair),
  };
};
