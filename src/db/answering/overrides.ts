import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { AnsweringOverride, OverrideSource } from '../../domain/answering/override.ts';
import type { TenantId } from '../../domain/ids.ts';
import { Tenant } from '../tenants/tenant.ts';
import { StoredOverride } from './storedOverride.ts';

/** Who asks for an override, and where. */
export interface OverrideAuthor {
  source: OverrideSource;
  id: string | null;
  name: string | null;
}

/** The override that holds now; null where none does. @param em the tenant's own. */
export const currentOverride = (em: EntityManager): Promise<StoredOverride | null> =>
  em.findOne(StoredOverride, { endedAt: null, until: { $gt: new Date() } });

/** Ends the override that has not been ended, whether its time is over or not. @returns the one that still held. */
export const endOverride = async (em: EntityManager, tenantId: TenantId): Promise<StoredOverride | undefined> => {
  // Of two changes at the same time, the second sees the first.
  await em.findOneOrFail(Tenant, tenantId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const open = await em.findOne(StoredOverride, { endedAt: null });
  if (!open) return undefined;
  const now = new Date();
  const held = open.until > now;
  open.endedAt = held ? now : open.until;
  await em.flush();
  return held ? open : undefined;
};

/**
 * Sets an override in the place of the one before.
 * @param em the tenant's own, in a transaction.
 */
export const setOverride = async (
  em: EntityManager,
  tenantId: TenantId,
  wanted: AnsweringOverride & { reason: string },
  { source, id, name }: OverrideAuthor,
): Promise<{ before: StoredOverride | undefined; override: StoredOverride }> => {
  const before = await endOverride(em, tenantId);
  const override = em.create(StoredOverride, {
    tenantId,
    kind: wanted.kind,
    number: wanted.kind === 'all-to' ? wanted.number : null,
    until: wanted.until,
    reason: wanted.reason,
    source,
    setById: id,
    setByName: name,
    endedAt: null,
  });
  await em.persist(override).flush();
  return { before, override };
};
