import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantScoped } from '../core/tenancy.ts';
import { uuidV7 } from '../core/uuid.ts';
import { createdMoment } from '../core/timestamps.ts';

const userTokenPurposes = ['invitation', 'password_reset'] as const;
export type UserTokenPurpose = (typeof userTokenPurposes)[number];

const UserTokenSchema = defineEntity({
  name: 'UserToken',
  tableName: 'user_tokens',
  ...tenantScoped,
  indexes: [{ properties: ['tenantId', 'userId'], name: 'user_tokens_by_user' }],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid(),
    userId: p.uuid(),
    purpose: p.enum(userTokenPurposes),
    /** SHA-256 in hexadecimal. */
    tokenHash: p.string().length(64).unique().hidden(),
    createdAt: createdMoment(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().strictNullable(),
  },
});

/** Lets its bearer set the user's password, once. */
export class UserToken extends UserTokenSchema.class {}
UserTokenSchema.setClass(UserToken);
