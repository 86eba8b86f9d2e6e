/** Migrates the database of the product's own environment, adds the tenant of the first argument. */
import { MikroORM } from '@mikro-orm/postgresql';
import { readConfig } from '../../../src/config.ts';
import { Tenant } from '../../../src/db/entities.ts';
import { saveSettings } from '../../../src/db/tenants/integrations.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { ormOptions } from '../../../src/db/options.ts';
import { systemEm, tenantEm } from '../../../src/db/core/tenancy.ts';
import type { Subscription } from '../callbacks.ts';

const config = readConfig(process.env);
const { tenantSlug: slug, accountSid, authToken } = JSON.parse(process.argv[2] ?? '') as Subscription;

await migrate(config);

await using orm = await MikroORM.init(ormOptions(config.database.url));
// SYSTEM: a tenant cannot make itself.
const tenant = await systemEm(orm).transactional(async (em) => em.create(Tenant, { slug, name: 'Bench' }));
const settings = { accountSid, authToken, phoneNumbers: ['+15145550100'] };
await tenantEm(orm, tenant.id).transactional((em) =>
  saveSettings(em, config.encryptionKeys, tenant.id, 'twilio', settings),
);
