import { type EntityManager, type MikroORM } from '@mikro-orm/postgresql';
import type { TenantId } from '../../domain/ids.ts';

/** May do for its tenant whatever the policies below allow; owns nothing. Taken on by `tenantEm`. */
export const appRole = 'receptionist_app';
/** Sees every tenant. Taken on by `systemEm` for one transaction at a time. */
export const systemRole = 'receptionist_system';

const isOwnTenant = `tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid`;

/**
 * Spread into the entity of every tenant's table. Two locks: the ORM filter, and row level security underneath, which
 * also holds for SQL written by hand.
 */
export const tenantScoped = {
  rowLevelSecurity: 'force' as const,
  policies: [
    { name: 'own_tenant', roles: [appRole], using: isOwnTenant, check: isOwnTenant },
    { name: 'system', roles: [systemRole], using: 'true', check: 'true' },
  ],
  filters: {
    tenant: {
      name: 'tenant',
      default: true,
      cond: ({ tenantId }: { tenantId?: TenantId }) => (tenantId ? { tenantId } : {}),
    },
  },
};

/**
 * The entity manager for one tenant's work. Each of its transactions takes on the app role and names the tenant.
 * @param settings further settings of PostgreSQL that hold for each transaction.
 */
export const tenantEm = (orm: MikroORM, tenantId: TenantId, settings: Record<string, string> = {}): EntityManager => {
  const em = orm.em.fork({ session: { variables: { role: appRole, 'app.tenant_id': tenantId, ...settings } } });
  em.setFilterParams('tenant', { tenantId });
  return em;
};

/** The one door across tenants. Each use says why in a comment that starts with SYSTEM. @param settings as above. */
export const systemEm = (orm: MikroORM, settings: Record<string, string> = {}): EntityManager => {
  const em = orm.em.fork({ session: { variables: { role: systemRole, ...settings } } });
  em.setFilterParams('tenant', {});
  return em;
};
