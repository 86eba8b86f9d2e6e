import { defineEntity, p } from '@mikro-orm/postgresql';
import { overrideKinds, overrideSources } from '../../domain/answering/override.ts';
import { tenantScoped } from '../core/tenancy.ts';
import { createdMoment, updatedMoment } from '../core/timestamps.ts';
import { uuidV7 } from '../core/uuid.ts';

const StoredOverrideSchema = defineEntity({
  name: 'StoredOverride',
  tableName: 'answering_overrides',
  ...tenantScoped,
  indexes: [
    // One at a time.
    {
      name: 'answering_overrides_open',
      expression:
        'create unique index answering_overrides_open on answering_overrides (tenant_id) where ended_at is null',
    },
  ],
  checks: [
    {
      name: 'answering_overrides_number_check',
      expression: `(kind = 'all-to') = (number is not null)`,
    },
  ],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid(),
    kind: p.enum(overrideKinds),
    /** Who gets all calls (E.164); null unless the kind is `all-to`. */
    number: p.string().length(16).strictNullable(),
    /** It ends by itself then. */
    until: p.datetime(),
    reason: p.text().default(''),
    source: p.enum(overrideSources),
    setById: p.text().strictNullable(),
    /** As it was then: an e-mail address, a key's name. */
    setByName: p.text().strictNullable(),
    createdAt: createdMoment(),
    /** When it was taken back, or another took its place. */
    endedAt: p.datetime().strictNullable(),
    /** By this the processes of the API notice it. */
    updatedAt: updatedMoment(),
  },
});

/** "Closed until 14:00", "all calls to me": an exception to a tenant's plans. */
export class StoredOverride extends StoredOverrideSchema.class {}
StoredOverrideSchema.setClass(StoredOverride);
