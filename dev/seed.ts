import { MikroORM } from '@mikro-orm/postgresql';
import { hashPassword } from '../src/api/access/passwords.ts';
import type { Config } from '../src/config.ts';
import { openDefaultEndpoint, saveDefaultEndpoint } from '../src/db/deliveries/endpoints.ts';
import { Integration, Tenant, User } from '../src/db/entities.ts';
import { saveIntegration } from '../src/db/tenants/integrations.ts';
import { ormOptions } from '../src/db/options.ts';
import { systemEm } from '../src/db/core/tenancy.ts';
import type { EndpointSettings } from '../src/contract/endpoints/endpoint.ts';
import { providerNames } from '../src/domain/providers.ts';
import { demo } from './simulator/demo.ts';

interface SeedOptions {
  /** Where the stand-in for n8n listens. */
  n8nUrl: string;
}

export interface Seeded {
  tenantId: string;
  /** False where it was there already. */
  created: boolean;
}

/** The endpoint is the one that we seeded, but the stand-in listens elsewhere now. */
const hasMoved = (saved: EndpointSettings, now: EndpointSettings): boolean => {
  if (saved.signatureSecret !== now.signatureSecret || saved.webhookUrl === now.webhookUrl) return false;
  const [before, after] = [new URL(saved.webhookUrl), new URL(now.webhookUrl)];
  return before.hostname === after.hostname && before.pathname === after.pathname;
};

/**
 * The demo tenant with its users and accounts. Safe at every start: what is there stays as the user left it, only the
 * stand-in for n8n is followed when it has moved to another port.
 */
export const seedDemo = async (
  config: Pick<Config, 'database' | 'encryptionKeys'>,
  { n8nUrl }: SeedOptions,
): Promise<Seeded> => {
  await using orm = await MikroORM.init(ormOptions(config.database.url));
  const keys = config.encryptionKeys;
  const { path, signatureSecret } = demo.n8n;
  const endpoint: EndpointSettings = { webhookUrl: `${n8nUrl}/webhook/${path}`, signatureSecret };
  // SYSTEM: the tenant does not exist yet.
  return systemEm(orm).transactional(async (em) => {
    const known = await em.findOne(Tenant, { slug: demo.tenant.slug });
    const tenant = known ?? em.create(Tenant, demo.tenant);
    await em.persist(tenant).flush();
    if (!known) {
      const passwordHash = await hashPassword(demo.password);
      for (const user of demo.users) em.persist(em.create(User, { ...user, tenantId: tenant.id, passwordHash }));
    }
    for (const kind of providerNames) {
      const isSaved = (await em.count(Integration, { tenantId: tenant.id, kind })) > 0;
      if (!isSaved) await saveIntegration(em, keys, tenant.id, kind, demo[kind], 'contested');
    }
    const saved = await openDefaultEndpoint(em, keys, tenant.id);
    if (!saved || hasMoved(saved, endpoint)) await saveDefaultEndpoint(em, keys, tenant.id, endpoint);
    await em.flush();
    return { tenantId: tenant.id, created: !known };
  });
};
