import type { AppContext } from '../context.ts';
import { findIntegration } from '../db/tenants/integrations.ts';
import { tenantEm } from '../db/core/tenancy.ts';
import type { TenantId } from '../domain/ids.ts';
import type { ProviderName } from '../domain/providers.ts';
import type { IntegrationSettings } from '../providers/provider.ts';

/** The settings of a tenant's integration; undefined without an account at this provider. */
export const openIntegration = async <Kind extends ProviderName>(
  { orm, keys }: Pick<AppContext, 'orm' | 'keys'>,
  tenantId: TenantId,
  kind: Kind,
): Promise<IntegrationSettings[Kind] | undefined> =>
  (await findIntegration(tenantEm(orm, tenantId), keys, kind)) as IntegrationSettings[Kind] | undefined;
