import { z } from 'zod';
import { auditActors, AuditEvent } from '../../db/entities.ts';
import { contains, searchIn } from '../routing/contains.ts';
import { DateRange } from '../routing/dateRange.ts';
import { defineList } from '../routing/lists/defineList.ts';
import { withinRange } from '../routing/tenantRange.ts';
import { AuditEventView, exampleAuditEvent } from './view.ts';
import { anyOfWords, listOf } from '../http/fields.ts';

export const [listAuditEvents, exportAuditEvents] = defineList(
  {
    path: '/dashboard/audit',
    permission: 'audit:read',
    plural: 'audit events',
    operations: ['listAuditEvents', 'exportAuditEvents'],
    description: 'Newest first. The database refuses to change or remove an entry.',
    tags: ['Audit'],
    filters: {
      ...DateRange,
      actor: listOf(auditActors, 'Kind of actor'),
      actorId: z.string().max(200).optional().describe("A user's or a key's id"),
      action: anyOfWords('Such as `settings.changed`'),
      targetType: z.string().max(200).optional().describe('Such as `user`'),
      targetId: z.string().max(200).optional().describe('Of what was changed'),
      search: searchIn('an action, an actor, a target, an address or a request id'),
    },
    view: AuditEventView,
    sorts: ['createdAt'],
    defaultSort: '-createdAt',
    example: exampleAuditEvent,
  },
  {
    entity: AuditEvent,
    where: async ({ em, auth, query: { actor, actorId, action, targetType, targetId, search, ...range } }) => [
      ...(await withinRange<AuditEvent>(em, auth.tenantId, 'created_at', range)),
      ...(actor?.length ? [{ actor: { $in: actor } }] : []),
      ...(actorId ? [{ actorId }] : []),
      ...(action?.length ? [{ action: { $in: action } }] : []),
      ...(targetType ? [{ targetType }] : []),
      ...(targetId ? [{ targetId }] : []),
      ...(search ? [contains<AuditEvent>(['action', 'actorName', 'targetId', 'address', 'requestId'], search)] : []),
    ],
  },
);
