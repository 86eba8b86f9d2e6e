import type { TenantId } from '../../domain/ids.ts';
import type { Permission } from '../../domain/people/permissions.ts';
import { refusal } from '../../errors.ts';

interface UserActor {
  kind: 'user';
  id: string;
  /** The e-mail address. */
  name: string;
  sessionId: string;
}

interface ApiKeyActor {
  kind: 'api_key';
  id: string;
  name: string;
}

/** Who is asking, and what they may do. */
export interface Identity {
  tenantId: TenantId;
  actor: UserActor | ApiKeyActor;
  permissions: readonly Permission[];
}

/** The person who is asking. @throws AppError `auth.forbidden` for a machine. */
export const personOf = ({ actor }: Identity): UserActor => {
  if (actor.kind === 'user') return actor;
  throw refusal('person.required');
};

/** What a caller must show: nothing, the operator's key, any valid token, or a token that carries the permission. */
export type Access = 'public' | 'operator' | 'signed-in' | Permission;
