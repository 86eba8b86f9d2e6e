import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { User } from './user.ts';
import { UserToken, type UserTokenPurpose } from './userToken.ts';
import { AppError } from '../../errors.ts';
import { hashSecret, newSecret } from './opaqueSecrets.ts';

const prefixes = { invitation: 'invitation', password_reset: 'passwordReset' } as const;

export interface OneTimeToken {
  /** Shown once, to the person who passes it on. */
  token: string;
  expiresAt: Date;
}

/** Ends what the user could still redeem: for one purpose, or for all. */
export const endOneTimeTokens = (em: EntityManager, userId: string, purpose?: UserTokenPurpose) =>
  em.nativeUpdate(
    UserToken,
    { userId, usedAt: null, expiresAt: { $gt: new Date() }, ...(purpose && { purpose }) },
    { expiresAt: new Date() },
  );

/**
 * Makes the user's only valid token for the purpose; older ones end. The caller flushes.
 * @param em within a transaction.
 * @param user saved already.
 */
export const createOneTimeToken = async (
  em: EntityManager,
  user: User,
  purpose: UserTokenPurpose,
  lifetimeMs: number,
): Promise<OneTimeToken> => {
  // Two at the same time: the second waits, and ends the first one's.
  await em.lock(user, LockMode.PESSIMISTIC_WRITE);
  await endOneTimeTokens(em, user.id, purpose);
  const token = newSecret(prefixes[purpose]);
  const expiresAt = new Date(Date.now() + lifetimeMs);
  const { tenantId, id: userId } = user;
  em.persist(em.create(UserToken, { tenantId, userId, purpose, tokenHash: hashSecret(token), expiresAt }));
  return { token, expiresAt };
};

/** The user whom a valid token speaks for, without using it up. @throws AppError `token.invalid`. */
export const bearerOf = async (em: EntityManager, token: string, purpose: UserTokenPurpose): Promise<User> => {
  const valid = { tokenHash: hashSecret(token), purpose, usedAt: null, expiresAt: { $gt: new Date() } };
  const found = await em.findOne(UserToken, valid);
  const user = found && (await em.findOne(User, { id: found.userId, deactivatedAt: null }));
  if (!user) throw new AppError('token.invalid');
  return user;
};

/**
 * Uses a token up.
 * @param em a `systemEm` within a transaction: the token is how we learn the tenant. The user is locked until its end.
 * @throws AppError `token.invalid` for one that is unknown, used, expired or for another purpose, and for deactivated users.
 */
export const redeemOneTimeToken = async (
  em: EntityManager,
  token: string,
  purpose: UserTokenPurpose,
): Promise<User> => {
  const { id } = await bearerOf(em, token, purpose);
  // Waits for other transactions that hold the user: what was true above may not be any more.
  const user = await em.findOne(
    User,
    { id, deactivatedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const used = await em.nativeUpdate(
    UserToken,
    { tokenHash: hashSecret(token), usedAt: null, expiresAt: { $gt: new Date() } },
    { usedAt: new Date() },
  );
  if (!user || used === 0) throw new AppError('token.invalid');
  return user;
};
