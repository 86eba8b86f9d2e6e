import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantScoped } from '../core/tenancy.ts';
import { uuidV7 } from '../core/uuid.ts';
import { createdMoment } from '../core/timestamps.ts';

export const auditActors = ['user', 'api_key', 'operator', 'system'] as const;

const AuditEventSchema = defineEntity({
  name: 'AuditEvent',
  tableName: 'audit_events',
  ...tenantScoped,
  indexes: [
    { properties: ['tenantId', 'createdAt', 'id'], name: 'audit_events_by_time' },
    { properties: ['tenantId', 'targetType', 'targetId'], name: 'audit_events_by_target' },
  ],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid(),
    actor: p.enum(auditActors),
    actorId: p.text().strictNullable(),
    /** As it was then: an e-mail address, a key's name. */
    actorName: p.text().strictNullable(),
    /** `resource.past_verb` */
    action: p.text(),
    targetType: p.text(),
    targetId: p.text(),
    address: p.text().strictNullable(),
    userAgent: p.text().strictNullable(),
    requestId: p.text().strictNullable(),
    /** What changed, secrets masked. Null where there was nothing. */
    before: p.json<Record<string, unknown>>().strictNullable(),
    after: p.json<Record<string, unknown>>().strictNullable(),
    createdAt: createdMoment(),
  },
});

/** Who did what to what, from where. Only the owner of the tables can change or remove a row. */
export class AuditEvent extends AuditEventSchema.class {}
AuditEventSchema.setClass(AuditEvent);
