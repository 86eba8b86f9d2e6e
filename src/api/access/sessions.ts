import { LockMode, type EntityManager, type MikroORM } from '@mikro-orm/postgresql';
import type { Context } from 'koa';
import { RefreshToken, Session, User, type SessionEnd } from '../../db/entities.ts';
import { systemEm, tenantEm } from '../../db/core/tenancy.ts';
import { permissionsOf } from '../../domain/people/permissions.ts';
import { AppError, refusal } from '../../errors.ts';
import { networkOf } from '../http/clientAddress.ts';
import type { AccessClaims } from './accessTokens.ts';
import type { Identity } from './identity.ts';
import { hashSecret, newSecret } from '../../db/people/opaqueSecrets.ts';
import { seal, unseal, type KeyRing } from '../../db/core/sealing.ts';

const day = 86_400_000;
/** A user who comes back every day signs in once a month. */
const sessionMs = 30 * day;
const idleMs = 14 * day;
/** So soon a client asks again whose answer was lost. */
const repetitionMs = 10_000;

/** Where a request comes from. */
export interface Origin {
  address: string;
  userAgent: string;
}

export interface OpenedSession {
  session: Session;
  user: User;
  /** Shown once. */
  refreshToken: string;
}

const addToken = (em: EntityManager, session: Session): string => {
  const refreshToken = newSecret('refreshToken');
  const { tenantId, id: sessionId } = session;
  em.persist(
    em.create(RefreshToken, { tenantId, sessionId, tokenHash: hashSecret(refreshToken), sealedExchange: null }),
  );
  return refreshToken;
};

/** What one exchange answered, and the client that it answered. */
interface Exchange {
  successor: string;
  network: string;
  userAgent: string;
}

const exchangeContext = ({ id }: RefreshToken): string => `refresh token ${id}`;

/** Keeps what a token was exchanged for; what its predecessors were is forgotten, as their client has had its answer. */
const keepExchange = async (em: EntityManager, keys: KeyRing, token: RefreshToken, exchange: Exchange) => {
  const { sessionId } = token;
  await em.nativeUpdate(RefreshToken, { sessionId, sealedExchange: { $ne: null } }, { sealedExchange: null });
  token.sealedExchange = seal(keys, JSON.stringify(exchange), exchangeContext(token));
};

/** The successor of a used token, where its client asks once more because the answer was lost. */
const repeatedSuccessor = (keys: KeyRing, token: RefreshToken, { address, userAgent }: Origin): string | undefined => {
  const { usedAt, sealedExchange } = token;
  if (!usedAt || sealedExchange === null || usedAt.getTime() + repetitionMs < Date.now()) return undefined;
  const kept = JSON.parse(unseal(keys, sealedExchange, exchangeContext(token))) as Exchange;
  return kept.network === networkOf(address) && kept.userAgent === userAgent ? kept.successor : undefined;
};

/** Begins a session; the caller flushes. */
export const openSession = (em: EntityManager, user: User, origin: Origin): OpenedSession => {
  const expiresAt = new Date(Date.now() + sessionMs);
  const session = em.create(Session, { ...origin, tenantId: user.tenantId, userId: user.id, expiresAt });
  em.persist(session);
  return { session, user, refreshToken: addToken(em, session) };
};

/** @param except a session that goes on. */
export const endSessions = (em: EntityManager, userId: string, because: SessionEnd, except?: string) =>
  em.nativeUpdate(
    Session,
    { userId, revokedAt: null, ...(except !== undefined && { id: { $ne: except } }) },
    { revokedAt: new Date(), revokedBecause: because },
  );

export const endSession = (em: EntityManager, id: string, because: SessionEnd) =>
  em.nativeUpdate(Session, { id, revokedAt: null }, { revokedAt: new Date(), revokedBecause: because });

const isOver = ({ revokedAt, expiresAt }: Session): boolean => revokedAt !== null || expiresAt.getTime() < Date.now();
const isIdle = ({ createdAt }: RefreshToken): boolean => createdAt.getTime() + idleMs < Date.now();

/**
 * Exchanges a refresh token for its successor. One that was exchanged before is in two hands: the session ends, for the
 * thief as for the user. Only the client that exchanged it gets the same successor again, for some seconds and until it has
 * used it: its answer may have been lost on the way.
 * @param onReuse called in the transaction that ends the session.
 * @throws AppError `auth.refresh_invalid`.
 */
export const refreshSession = async (
  { orm, keys }: { orm: MikroORM; keys: KeyRing },
  refreshToken: string,
  origin: Origin,
  onReuse: (em: EntityManager, user: User) => void,
): Promise<OpenedSession> => {
  // SYSTEM: the token is how we learn the tenant.
  const refreshed = await systemEm(orm).transactional(async (em) => {
    const tokenHash = hashSecret(refreshToken);
    // Two exchanges at the same time: the second waits, and then sees that the token is used.
    const token = await em.findOne(RefreshToken, { tokenHash }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const session = token && (await em.findOne(Session, token.sessionId));
    if (!session || isOver(session) || isIdle(token)) return undefined;
    const user = await em.findOne(User, { id: session.userId, deactivatedAt: null });
    if (!user) return undefined;
    const repeated = repeatedSuccessor(keys, token, origin);
    if (repeated !== undefined) return { session, user, refreshToken: repeated };
    if (token.usedAt) {
      await endSession(em, session.id, 'refresh_reused');
      onReuse(em, user);
      return undefined;
    }
    const successor = addToken(em, session);
    const { address, userAgent } = origin;
    await keepExchange(em, keys, token, { successor, network: networkOf(address), userAgent });
    session.lastUsedAt = token.usedAt = new Date();
    return { session, user, refreshToken: successor };
  });
  if (!refreshed) throw new AppError('auth.refresh_invalid');
  return refreshed;
};

/** Who the token speaks for, today. @throws AppError `auth.required` when the session is over or the user deactivated. */
export const identityOf = async (orm: MikroORM, { userId, tenantId, sessionId }: AccessClaims): Promise<Identity> => {
  const [row] = await tenantEm(orm, tenantId).execute<Pick<User, 'email' | 'role'>[]>(
    `select u.email, u.role from sessions s join users u on u.id = s.user_id and u.tenant_id = s.tenant_id
     where s.id = ? and s.user_id = ? and s.tenant_id = ? and s.revoked_at is null and s.expires_at > now()
       and u.deactivated_at is null`,
    [sessionId, userId, tenantId],
  );
  if (!row) throw refusal('session.over');
  const actor = { kind: 'user' as const, id: userId, name: row.email, sessionId };
  return { tenantId, actor, permissions: permissionsOf(row.role) };
};

export const originOf = (ctx: Context): Origin => ({
  address: ctx.ip,
  userAgent: ctx.get('user-agent').slice(0, 400),
});

/** Who has just signed in, for the audit log. */
export const identityIn = ({ session, user }: OpenedSession): Identity => ({
  tenantId: user.tenantId,
  actor: { kind: 'user', id: user.id, name: user.email, sessionId: session.id },
  permissions: permissionsOf(user.role),
});
