import type { MikroORM } from '@mikro-orm/postgresql';
import { ApiKey } from '../../db/entities.ts';
import { systemEm } from '../../db/core/tenancy.ts';
import { permissions, type Permission } from '../../domain/people/permissions.ts';
import { refusal } from '../../errors.ts';
import type { Identity } from './identity.ts';
import { hashSecret } from '../../db/people/opaqueSecrets.ts';

/** Keys and accounts that a key had made would outlive its revocation; ownership is a decision between people. */
const forPeople = ['api_keys:write', 'users:write', 'ownership:transfer'] as const satisfies readonly Permission[];

/** What a key may be allowed to do. */
export type Scope = Exclude<Permission, (typeof forPeople)[number]>;
export const scopes = permissions.filter(
  (permission): permission is Scope => !forPeople.some((it) => it === permission),
);

/** A scope that a later version took away grants nothing. */
export const scopesOf = (key: Pick<ApiKey, 'scopes'>): Scope[] => scopes.filter((scope) => key.scopes.includes(scope));

export const apiKeyStatuses = ['active', 'expired', 'revoked'] as const;
export type ApiKeyStatus = (typeof apiKeyStatuses)[number];

export const statusOf = ({ expiresAt, revokedAt }: Pick<ApiKey, 'expiresAt' | 'revokedAt'>): ApiKeyStatus => {
  if (revokedAt) return 'revoked';
  return expiresAt && expiresAt.getTime() <= Date.now() ? 'expired' : 'active';
};

/** "Last used" is written at most once a minute: it is for people, who need no more. */
const lastUsedMs = 60_000;

/** Whose key it is. @throws AppError `auth.required` for one that is unknown, expired or revoked. */
export const identityOfKey = async (orm: MikroORM, key: string): Promise<Identity> => {
  // SYSTEM: the key is how we learn the tenant.
  const em = systemEm(orm);
  const found = await em.findOne(ApiKey, { keyHash: hashSecret(key) });
  if (!found) throw refusal('api_key.invalid');
  const status = statusOf(found);
  // Shown to those only who hold the key.
  if (status !== 'active') throw refusal(`api_key.${status}`);
  const now = new Date();
  if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() > lastUsedMs) {
    await em.nativeUpdate(ApiKey, { id: found.id }, { lastUsedAt: now });
  }
  return {
    tenantId: found.tenantId,
    actor: { kind: 'api_key', id: found.id, name: found.name },
    permissions: scopesOf(found),
  };
};
