import { defineEntity, p } from '@mikro-orm/postgresql';
import { providerNames } from '../../domain/providers.ts';
import { tenantScoped } from '../tenancy.ts';
import { uuidV7 } from '../uuid.ts';

export const integrationKinds = [...providerNames, 'n8n'] as const;
export type IntegrationKind = (typeof integrationKinds)[number];

const IntegrationSchema = defineEntity({
  name: 'Integration',
  tableName: 'integrations',
  ...tenantScoped,
  uniques: [{ properties: ['tenantId', 'kind'] }],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid(),
    kind: p.enum(integrationKinds),
    /** JSON, encrypted as a whole; `openSettings` reads it. */
    sealedSettings: p.text().hidden(),
    updatedAt: p
      .datetime()
      .onCreate(() => new Date())
      .onUpdate(() => new Date())
      .defaultRaw('now()'),
  },
});

/** A tenant's account with a provider, or where its events are delivered. */
export class Integration extends IntegrationSchema.class {}
IntegrationSchema.setClass(Integration);
