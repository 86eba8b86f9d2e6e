import type { FilterQuery } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { auditActors, AuditEvent } from '../../db/entities/index.ts';
import { contains, searchIn } from '../contains.ts';
import { DateRange } from '../dateRange.ts';
import { findPage, Pagination, Paging } from '../pagination.ts';
import { defineRoute } from '../route.ts';
import { withinRange } from '../tenantRange.ts';
import { AuditEventView, exampleAuditEvent } from '../views/auditEvent.ts';
import { anyOfWords, listOf } from '../views/fields.ts';

const AuditQuery = z.object({
  ...Paging,
  ...DateRange,
  actor: listOf(auditActors, 'What kind of actor'),
  actorId: z.string().max(200).optional().describe("A user's or a key's id"),
  action: anyOfWords('Such as `settings.changed`'),
  targetType: z.string().max(200).optional().describe('Such as `user`'),
  targetId: z.string().max(200).optional(),
  search: searchIn('an action, an actor, a target, an address or a request id'),
});

export const listAuditEvents = defineRoute(
  {
    method: 'get',
    path: '/dashboard/audit',
    permission: 'audit:read',
    summary: 'List the audit log',
    description: 'Newest first. The database lets nobody change or remove an entry.',
    tags: ['Audit'],
    query: AuditQuery,
    response: z.object({ data: z.array(AuditEventView), pagination: Pagination }),
    examples: {
      response: {
        data: [exampleAuditEvent],
        pagination: { page: 1, limit: 20, total: 1, totalPages: 1, nextCursor: null },
      },
    },
  },
  async ({ em, auth, query }) => {
    const { actor, actorId, action, targetType, targetId, search } = query;
    const where: FilterQuery<AuditEvent>[] = [
      ...(await withinRange<AuditEvent>(em, auth.tenantId, 'created_at', query)),
      ...(actor?.length ? [{ actor: { $in: actor } }] : []),
      ...(actorId ? [{ actorId }] : []),
      ...(action?.length ? [{ action: { $in: action } }] : []),
      ...(targetType ? [{ targetType }] : []),
      ...(targetId ? [{ targetId }] : []),
      ...(search ? [contains<AuditEvent>(['action', 'actorName', 'targetId', 'address', 'requestId'], search)] : []),
    ];
    return findPage(em, { entity: AuditEvent, time: 'created_at', where }, query);
  },
);
