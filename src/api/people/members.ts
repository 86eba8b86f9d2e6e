import type { User } from '../../db/entities.ts';
import { mayGrant, type Role } from '../../domain/people/permissions.ts';
import { AppError, refusal } from '../../errors.ts';
import type { Identity } from '../access/identity.ts';

export const memberStatuses = ['invited', 'active', 'deactivated'] as const;
export type MemberStatus = (typeof memberStatuses)[number];

export const memberStatusOf = ({ deactivatedAt, passwordHash }: User): MemberStatus => {
  if (deactivatedAt) return 'deactivated';
  return passwordHash === null ? 'invited' : 'active';
};

/** @throws AppError `auth.forbidden`. */
export const assertMayGrant = ({ permissions }: Identity, role: Role): void => {
  if (mayGrant(permissions, role)) return;
  throw refusal(role === 'owner' ? 'owner.not_given' : 'role.above_yours');
};

/**
 * A user who may not give a role may not take it away either, nor hold an invitation to it.
 * @throws AppError `user.owner_protected`, or `auth.forbidden`, also for oneself: that would saw off one's own branch.
 */
export const assertMayManage = ({ permissions, actor }: Identity, { id, role }: User): void => {
  if (role === 'owner') throw new AppError('user.owner_protected');
  if (id === actor.id) throw refusal('user.yourself');
  if (!mayGrant(permissions, role)) throw refusal('user.above_you');
};
