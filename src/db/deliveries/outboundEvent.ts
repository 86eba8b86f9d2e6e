import { defineEntity, p } from '@mikro-orm/postgresql';
import type { SubjectKind } from '../../domain/subject.ts';
import { tenantScoped } from '../core/tenancy.ts';
import { uuidV7 } from '../core/uuid.ts';
import { createdMoment } from '../core/timestamps.ts';

const OutboundEventSchema = defineEntity({
  name: 'OutboundEvent',
  tableName: 'outbound_events',
  ...tenantScoped,
  uniques: [{ properties: ['tenantId', 'eventId'] }],
  indexes: [
    { properties: ['tenantId', 'createdAt', 'id'], name: 'outbound_events_by_time' },
    { properties: ['tenantId', 'subjectId'], name: 'outbound_events_by_subject' },
  ],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid(),
    /** Built from the business: the same however often the event is derived. */
    eventId: p.text(),
    eventType: p.text(),
    /** What it is about; both null where it is about the account. */
    subjectKind: p.text().$type<SubjectKind>().strictNullable(),
    subjectId: p.text().strictNullable(),
    /** Its place among the events about its subject, from 1. */
    sequence: p.integer().strictNullable(),
    occurredAt: p.datetime(),
    /** The exact text of `data`, which the signature in the body covers. */
    data: p.text(),
    createdAt: createdMoment(),
  },
});

/** Something that happened, kept for the endpoints of today and for those that ask for it later. */
export class OutboundEvent extends OutboundEventSchema.class {}
OutboundEventSchema.setClass(OutboundEvent);
