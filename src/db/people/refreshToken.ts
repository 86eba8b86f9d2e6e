import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantScoped } from '../core/tenancy.ts';
import { uuidV7 } from '../core/uuid.ts';
import { createdMoment } from '../core/timestamps.ts';

const RefreshTokenSchema = defineEntity({
  name: 'RefreshToken',
  tableName: 'refresh_tokens',
  ...tenantScoped,
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid(),
    sessionId: p.uuid().index(),
    /** SHA-256 in hexadecimal: the token has 256 random bits, guessing needs no slowing down. */
    tokenHash: p.string().length(64).unique().hidden(),
    createdAt: createdMoment(),
    /** Exchanged for its successor. Seen again after that, it was stolen, unless its client repeats itself. */
    usedAt: p.datetime().strictNullable(),
    /** The successor and the client that it was given to, sealed; kept until the successor is used. */
    sealedExchange: p.text().strictNullable().hidden(),
  },
});

/** One link of a session's chain; each is good for one exchange, which its client may repeat for some seconds. */
export class RefreshToken extends RefreshTokenSchema.class {}
RefreshTokenSchema.setClass(RefreshToken);
