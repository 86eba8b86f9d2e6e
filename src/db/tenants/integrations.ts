import type { EntityManager } from '@mikro-orm/postgresql';
import type { TenantId } from '../../domain/ids.ts';
import { Integration, type IntegrationKind } from './integration.ts';
import { seal, unseal, type KeyRing } from '../core/sealing.ts';

const contextOf = (tenantId: TenantId, kind: IntegrationKind): string => `${tenantId}/${kind}`;

/** The settings as they were saved. The caller knows their type by the kind. */
export const openSettings = (keys: KeyRing, integration: Integration): unknown =>
  JSON.parse(unseal(keys, integration.sealedSettings, contextOf(integration.tenantId, integration.kind)));

/** Creates or replaces; the caller flushes. `em` must be the tenant's. */
export const saveSettings = async (
  em: EntityManager,
  keys: KeyRing,
  tenantId: TenantId,
  kind: IntegrationKind,
  settings: unknown,
): Promise<void> => {
  const sealedSettings = seal(keys, JSON.stringify(settings), contextOf(tenantId, kind));
  const existing = await em.findOne(Integration, { tenantId, kind });
  if (existing) existing.sealedSettings = sealedSettings;
  else em.persist(em.create(Integration, { tenantId, kind, sealedSettings }));
};
