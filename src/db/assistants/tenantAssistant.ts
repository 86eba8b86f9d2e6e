import { defineEntity, p } from '@mikro-orm/postgresql';
import type { DriftedField } from '../../domain/assistants/drift.ts';
import { tenantScoped } from '../core/tenancy.ts';
import { updatedMoment } from '../core/timestamps.ts';

const TenantAssistantSchema = defineEntity({
  name: 'TenantAssistant',
  tableName: 'assistants',
  ...tenantScoped,
  properties: {
    tenantId: p.uuid().primary(),
    /** The vendor's; null until the first sync has come through. */
    externalId: p.text().strictNullable(),
    /** The vendor's, by the tool's name. */
    toolIds: p.json<Record<string, string>>().defaultRaw(`'{}'`),
    /** What the vendor had otherwise after the last sync. */
    drift: p.json<DriftedField[]>().defaultRaw(`'[]'`),
    /** The vendor's ids of assistants that are the tenant's besides. */
    duplicates: p.json<string[]>().defaultRaw(`'[]'`),
    syncedAt: p.datetime().strictNullable(),
    /** One sync at a time: the row is there, and claimed, before the vendor is asked. */
    claimedUntil: p.datetime().hidden().strictNullable(),
    updatedAt: updatedMoment(),
  },
});

/** A tenant's assistant as its vendor has it. */
export class TenantAssistant extends TenantAssistantSchema.class {}
TenantAssistantSchema.setClass(TenantAssistant);
