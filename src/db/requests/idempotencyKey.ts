import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantScoped } from '../core/tenancy.ts';

const IdempotencyKeySchema = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_keys',
  ...tenantScoped,
  properties: {
    tenantId: p.uuid().primary(),
    /** Whose key it is: two users may choose the same. */
    actor: p.string().primary(),
    key: p.string().primary(),
    /** SHA-256 in hexadecimal of method, path and body. */
    requestHash: p.string().length(64),
    /** Null while the first request runs. */
    status: p.integer().strictNullable(),
    /** The answer's body, sealed: it may hold what is shown once only. */
    sealedBody: p.text().strictNullable().hidden(),
    /** A process that died in the middle does not keep the key for ever. */
    lockedUntil: p.datetime(),
    expiresAt: p.datetime().index(),
  },
});

/** The first answer to a request, kept for those that repeat it. */
export class IdempotencyKey extends IdempotencyKeySchema.class {}
IdempotencyKeySchema.setClass(IdempotencyKey);
