import { defineEntity, p } from '@mikro-orm/postgresql';
import { roles } from '../../domain/people/permissions.ts';
import { uuidV7 } from '../core/uuid.ts';
import { tenantScoped } from '../core/tenancy.ts';
import { createdMoment } from '../core/timestamps.ts';

const UserSchema = defineEntity({
  name: 'User',
  tableName: 'users',
  ...tenantScoped,
  uniques: [{ properties: ['tenantId'], name: 'users_one_owner', where: `"role" = 'owner'` }],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid().index(),
    /** Lower case; one account per address across all tenants. */
    email: p.string().unique(),
    /** argon2id, in PHC string format. Null until an invitation is accepted. */
    passwordHash: p.string().length(255).strictNullable().hidden(),
    role: p.enum(roles),
    name: p.string(),
    createdAt: createdMoment(),
    lastLoginAt: p.datetime().strictNullable(),
    deactivatedAt: p.datetime().strictNullable(),
  },
});

/** A person who signs in to the dashboard. */
export class User extends UserSchema.class {}
UserSchema.setClass(User);
