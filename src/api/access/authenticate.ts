import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'koa';
import type { AppContext } from '../../context.ts';
import { AppError, refusal } from '../../errors.ts';
import type { AccessTokens } from './accessTokens.ts';
import { identityOfKey } from './apiKeys.ts';
import type { Access, Identity } from './identity.ts';
import { isApiKey } from '../../db/people/opaqueSecrets.ts';
import { identityOf } from './sessions.ts';

const bearer = /^Bearer +([\w.~+/=-]+) *$/i;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const tokenIn = (ctx: Context): string | undefined => bearer.exec(ctx.get('authorization'))?.[1];

/** Whether the operator is asking; never where no key is configured. */
export const isOperator = (ctx: Context, { operatorKey }: Pick<AppContext['config'], 'operatorKey'>): boolean => {
  const token = tokenIn(ctx);
  return token !== undefined && operatorKey !== undefined && timingSafeEqual(digest(token), digest(operatorKey));
};

/**
 * Lets the request through, or says why not.
 * @returns who is asking; undefined on public routes and on the operator's.
 * @throws AppError `auth.required` or `auth.forbidden`.
 */
export const authorize = async (
  ctx: Context,
  { orm, config }: Pick<AppContext, 'orm' | 'config'>,
  tokens: Pick<AccessTokens, 'verify'>,
  access: Access,
): Promise<Identity | undefined> => {
  if (access === 'public') return undefined;
  const token = tokenIn(ctx);
  if (token === undefined) throw new AppError('auth.required');
  if (access === 'operator') {
    if (isOperator(ctx, config)) return undefined;
    throw refusal('operator_key.required');
  }
  const identity = isApiKey(token)
    ? await identityOfKey(orm, token)
    : await identityOf(orm, await tokens.verify(token));
  ctx.state.tenantId = identity.tenantId;
  if (access !== 'signed-in' && !identity.permissions.includes(access)) {
    throw refusal('permission.missing', { permission: access });
  }
  return identity;
};
