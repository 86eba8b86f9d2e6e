import { defineEntity, p } from '@mikro-orm/postgresql';
import { retentionLimits } from '../../domain/tenants/retention.ts';
import { uuidV7 } from '../core/uuid.ts';
import { appRole, systemRole } from '../core/tenancy.ts';
import { createdMoment, updatedMoment } from '../core/timestamps.ts';

const isSelf = `id = nullif(current_setting('app.tenant_id', true), '')::uuid`;

const { callMonths, logDays } = retentionLimits;

const TenantSchema = defineEntity({
  name: 'Tenant',
  tableName: 'tenants',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'own_tenant', roles: [appRole], using: isSelf, check: isSelf },
    { name: 'system', roles: [systemRole], using: 'true', check: 'true' },
  ],
  checks: [
    {
      name: 'tenants_call_retention_check',
      expression: `call_retention_months between ${callMonths.least} and ${callMonths.most}`,
    },
    {
      name: 'tenants_log_retention_check',
      expression: `log_retention_days between ${logDays.least} and ${logDays.most}`,
    },
  ],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    /** Stands in the webhook URLs. */
    slug: p.string().length(63).unique(),
    name: p.string(),
    /** IANA name; days of the metrics are cut here. */
    timeZone: p.string().default('America/Toronto'),
    /** How long calls are kept. */
    callRetentionMonths: p.integer().default(callMonths.usual),
    /** How long webhooks, events, deliveries and attempts are kept. */
    logRetentionDays: p.integer().default(logDays.usual),
    createdAt: createdMoment(),
    /** By this the processes of the API notice another name. */
    updatedAt: updatedMoment(),
  },
});

/** A business that lets us answer its phone. */
export class Tenant extends TenantSchema.class {}
TenantSchema.setClass(Tenant);
