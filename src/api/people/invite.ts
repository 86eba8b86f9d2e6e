import type { EntityManager } from '@mikro-orm/postgresql';
import { User } from '../../db/entities.ts';
import { createOneTimeToken, type OneTimeToken } from '../../db/people/oneTimeTokens.ts';
import type { TenantId } from '../../domain/ids.ts';
import type { Role } from '../../domain/people/permissions.ts';
import { refusal } from '../../errors.ts';
import { recordAudit, type AuditedRequest } from '../routing/audit.ts';
import { memberStatusOf } from './members.ts';

const lifetimeMs = 7 * 86_400_000;

interface Invitation extends OneTimeToken {
  /** Where the invited sets a password. */
  url: string;
}

export interface Invited {
  user: User;
  invitation: Invitation;
}

/** Who invites, and where the invited will find us. */
export interface Inviter extends AuditedRequest {
  publicUrl: string;
}

interface Invitee {
  tenantId: TenantId;
  email: string;
  name: string;
  role: Role;
}

const issue = async (em: EntityManager, publicUrl: string, user: User): Promise<Invited> => {
  const { token, expiresAt } = await createOneTimeToken(em, user, 'invitation', lifetimeMs);
  // In the fragment it reaches no server's log.
  return { user, invitation: { token, expiresAt, url: `${publicUrl}/#/invitation/${token}` } };
};

/** Adds a user who can sign in as soon as they accept. @throws UniqueConstraintViolationException for a known address. */
export const inviteUser = async (em: EntityManager, inviter: Inviter, invitee: Invitee): Promise<Invited> => {
  const user = em.create(User, { ...invitee, passwordHash: null, lastLoginAt: null, deactivatedAt: null });
  await em.persist(user).flush();
  const { tenantId, ...after } = invitee;
  recordAudit(em, inviter, { tenantId, action: 'user.invited', targetType: 'user', targetId: user.id, after });
  return issue(em, inviter.publicUrl, user);
};

/**
 * Makes another invitation; the one before ends.
 * @param user locked, so that it does not accept meanwhile.
 * @throws AppError `resource.conflict` for a user who has accepted, or is deactivated.
 */
export const inviteAgain = async (em: EntityManager, inviter: Inviter, user: User): Promise<Invited> => {
  const status = memberStatusOf(user);
  if (status !== 'invited') throw refusal('user.not_invited', { status });
  const { tenantId, id: targetId, email } = user;
  recordAudit(em, inviter, { tenantId, action: 'invitation.renewed', targetType: 'user', targetId, after: { email } });
  return issue(em, inviter.publicUrl, user);
};
