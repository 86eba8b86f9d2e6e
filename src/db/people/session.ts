import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantScoped } from '../core/tenancy.ts';
import { uuidV7 } from '../core/uuid.ts';
import { createdMoment } from '../core/timestamps.ts';

/** Why a session ended before its time. */
const sessionEnds = ['signed_out', 'refresh_reused', 'password_changed', 'deactivated'] as const;
export type SessionEnd = (typeof sessionEnds)[number];

const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  ...tenantScoped,
  indexes: [{ properties: ['tenantId', 'userId'], name: 'sessions_by_user' }],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid(),
    userId: p.uuid(),
    /** Where it was begun. */
    address: p.text(),
    userAgent: p.text(),
    createdAt: createdMoment(),
    lastUsedAt: createdMoment(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().strictNullable(),
    revokedBecause: p.enum(sessionEnds).strictNullable(),
  },
});

/** One sign-in of a user: access tokens name it, a chain of refresh tokens keeps it alive. */
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);
