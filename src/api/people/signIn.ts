import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { Tenant } from '../../db/entities.ts';
import { Account, exampleAccount, presentAccount } from './accountView.ts';
import { Instant } from '../http/fields.ts';
import { accessTokenSeconds, type AccessTokens } from '../access/accessTokens.ts';
import type { OpenedSession } from '../access/sessions.ts';

/** What every way of signing in answers. */
export const SignedIn = Account.extend({
  accessToken: z.string().describe('Send it as `Authorization: Bearer …`'),
  token: z.string().describe('The same as `accessToken`'),
  tokenType: z.literal('Bearer'),
  expiresIn: z.int().describe('Seconds until the access token expires'),
  refreshToken: z
    .string()
    .describe('Good for one exchange at `POST /auth/refresh`, which may be repeated for ten seconds; keep it secret'),
  refreshExpiresAt: Instant.describe('When to sign in again, however often it was refreshed'),
}).meta({ id: 'SignedIn' });

export const exampleSignedIn = {
  accessToken: 'eyJhbGciOi…',
  token: 'eyJhbGciOi…',
  tokenType: 'Bearer',
  expiresIn: accessTokenSeconds,
  refreshToken: 'rt_Zm9vYmFy…',
  refreshExpiresAt: '2026-02-14T10:30:00.000Z',
  ...exampleAccount,
};

/** @param em one that may read the tenant. */
export const presentSignIn = async (em: EntityManager, tokens: AccessTokens, opened: OpenedSession) => {
  const { session, user, refreshToken } = opened;
  const tenant = await em.findOneOrFail(Tenant, user.tenantId);
  const token = await tokens.issue({ userId: user.id, tenantId: user.tenantId, sessionId: session.id });
  return {
    accessToken: token,
    token,
    tokenType: 'Bearer' as const,
    expiresIn: accessTokenSeconds,
    refreshToken,
    refreshExpiresAt: session.expiresAt,
    ...presentAccount(user, tenant),
  };
};
