import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Permission } from '../../domain/people/permissions.ts';
import { tenantScoped } from '../core/tenancy.ts';
import { uuidV7 } from '../core/uuid.ts';
import { createdMoment } from '../core/timestamps.ts';

const ApiKeySchema = defineEntity({
  name: 'ApiKey',
  tableName: 'api_keys',
  ...tenantScoped,
  indexes: [{ properties: ['tenantId', 'createdAt', 'id'], name: 'api_keys_by_time' }],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid(),
    name: p.string(),
    /** The beginning of the key, by which people recognise theirs. */
    prefix: p.string().length(16),
    /** SHA-256 in hexadecimal. */
    keyHash: p.string().length(64).unique().hidden(),
    scopes: p.json<Permission[]>(),
    createdBy: p.uuid(),
    createdAt: createdMoment(),
    expiresAt: p.datetime().strictNullable(),
    lastUsedAt: p.datetime().strictNullable(),
    revokedAt: p.datetime().strictNullable(),
  },
});

/** How a machine signs in for a tenant. */
export class ApiKey extends ApiKeySchema.class {}
ApiKeySchema.setClass(ApiKey);
