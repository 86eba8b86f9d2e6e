import type { AppContext } from '../context.ts';
import { Integration, type IntegrationKind } from '../db/entities.ts';
import { readSettings } from '../db/tenants/integrations.ts';
import { tenantEm } from '../db/core/tenancy.ts';
import type { TenantId } from '../domain/ids.ts';
import type { ProviderSettings } from '../providers/provider.ts';

/** The tenant's settings for one integration; undefined when it has none. */
export const openIntegration = async <Kind extends IntegrationKind>(
  { orm, keys }: Pick<AppContext, 'orm' | 'keys'>,
  tenantId: TenantId,
  kind: Kind,
  em = tenantEm(orm, tenantId),
): Promise<ProviderSettings[Kind] | undefined> => {
  const integration = await em.findOne(Integration, { tenantId, kind });
  return integration ? ((await readSettings(em, keys, integration)) as ProviderSettings[Kind]) : undefined;
};
