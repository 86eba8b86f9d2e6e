import { defineEntity, p } from '@mikro-orm/postgresql';
import { providerNames } from '../../domain/providers.ts';
import { tenantScoped } from '../core/tenancy.ts';
import { uuidV7 } from '../core/uuid.ts';
import { updatedMoment } from '../core/timestamps.ts';

const IntegrationSchema = defineEntity({
  name: 'Integration',
  tableName: 'integrations',
  ...tenantScoped,
  uniques: [{ properties: ['tenantId', 'kind'] }],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid(),
    kind: p.enum(providerNames),
    /** JSON, encrypted as a whole; `findIntegration` opens it. */
    sealedSettings: p.text().hidden(),
    updatedAt: updatedMoment(),
  },
});

/** A tenant's account with a provider, and its settings. */
export class Integration extends IntegrationSchema.class {}
IntegrationSchema.setClass(Integration);
