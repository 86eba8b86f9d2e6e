import type { Context } from 'koa';
import { AppError } from '../../errors.ts';
import type { Access } from '../route.ts';
import type { AccessTokens, Identity } from '../tokens.ts';

const bearer = /^Bearer +([\w.~+/=-]+) *$/i;

/**
 * Lets the request through, or says why not.
 * @returns who is asking; undefined on public routes.
 * @throws AppError `auth.required` or `auth.forbidden`.
 */
export const authorize = async (koa: Context, tokens: AccessTokens, access: Access): Promise<Identity | undefined> => {
  if (access === 'public') return undefined;
  const [, token] = bearer.exec(koa.get('authorization')) ?? [];
  if (!token) throw new AppError('auth.required');
  const identity = await tokens.verify(token);
  koa.state.tenantId = identity.tenantId;
  if (access !== 'signed-in' && !identity.permissions.includes(access)) {
    throw new AppError('auth.forbidden', { detail: `The permission ${access} is missing.` });
  }
  return identity;
};
