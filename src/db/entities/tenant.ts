import { defineEntity, p } from '@mikro-orm/postgresql';
import { uuidV7 } from '../uuid.ts';
import { appRole, systemRole } from '../tenancy.ts';
import { createdMoment, updatedMoment } from '../timestamps.ts';

const isSelf = `id = nullif(current_setting('app.tenant_id', true), '')::uuid`;

const TenantSchema = defineEntity({
  name: 'Tenant',
  tableName: 'tenants',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'own_tenant', roles: [appRole], using: isSelf, check: isSelf },
    { name: 'system', roles: [systemRole], using: 'true', check: 'true' },
  ],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    /** Stands in the webhook URLs. */
    slug: p.string().length(63).unique(),
    name: p.string(),
    /** IANA name; days of the metrics are cut here. */
    timeZone: p.string().default('America/Toronto'),
    createdAt: createdMoment(),
    /** By this the processes of the API notice another name. */
    updatedAt: updatedMoment(),
  },
});

/** A business that lets us answer its phone. */
export class Tenant extends TenantSchema.class {}
TenantSchema.setClass(Tenant);
