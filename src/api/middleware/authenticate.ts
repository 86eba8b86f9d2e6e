import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'koa';
import type { AppContext } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { AccessTokens } from '../identity/accessTokens.ts';
import { identityOfKey } from '../identity/apiKeys.ts';
import type { Identity } from '../identity/identity.ts';
import { isApiKey } from '../../db/opaqueSecrets.ts';
import { identityOf } from '../identity/sessions.ts';
import type { Access } from '../route.ts';

const bearer = /^Bearer +([\w.~+/=-]+) *$/i;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** @throws AppError `auth.required` where no operator key is configured too. */
const checkOperator = (token: string, operatorKey: string | undefined): void => {
  if (operatorKey !== undefined && timingSafeEqual(digest(token), digest(operatorKey))) return;
  throw new AppError('auth.required', { detail: "The operator's key is required." });
};

/**
 * Lets the request through, or says why not.
 * @returns who is asking; undefined on public routes and on the operator's.
 * @throws AppError `auth.required` or `auth.forbidden`.
 */
export const authorize = async (
  koa: Context,
  { orm, config }: Pick<AppContext, 'orm' | 'config'>,
  tokens: Pick<AccessTokens, 'verify'>,
  access: Access,
): Promise<Identity | undefined> => {
  if (access === 'public') return undefined;
  const [, token] = bearer.exec(koa.get('authorization')) ?? [];
  if (!token) throw new AppError('auth.required');
  if (access === 'operator') {
    checkOperator(token, config.operatorKey);
    return undefined;
  }
  const identity = isApiKey(token)
    ? await identityOfKey(orm, token)
    : await identityOf(orm, await tokens.verify(token));
  koa.state.tenantId = identity.tenantId;
  if (access !== 'signed-in' && !identity.permissions.includes(access)) {
    throw new AppError('auth.forbidden', { detail: `The permission ${access} is missing.` });
  }
  return identity;
};
