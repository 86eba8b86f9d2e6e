import { defineEntity, p } from '@mikro-orm/postgresql';
import { languages } from '../../domain/text/languages.ts';
import { workItemKinds, workItemPriorities, workItemStatuses } from '../../domain/workItems/workItem.ts';
import { tenantScoped } from '../core/tenancy.ts';
import { createdMoment, updatedMoment } from '../core/timestamps.ts';
import { uuidV7 } from '../core/uuid.ts';

const WorkItemSchema = defineEntity({
  name: 'WorkItem',
  tableName: 'work_items',
  ...tenantScoped,
  indexes: [
    { name: 'work_items_by_due', properties: ['tenantId', 'dueAt', 'id'] },
    { name: 'work_items_by_call', properties: ['tenantId', 'externalCallId'] },
    {
      name: 'work_items_untold',
      expression:
        "create index work_items_untold on work_items (due_at) where status = 'open' and overdue_told_at is null",
    },
  ],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid(),
    kind: p.enum(workItemKinds),
    /** What the caller wants, as the assistant or a person wrote it down. */
    text: p.text(),
    /** E.164. */
    callerNumber: p.string().length(16).strictNullable(),
    callerName: p.text().strictNullable(),
    /** The user who is to do it; null: any of them. */
    ownerId: p.uuid().strictNullable(),
    /** As it was promised. */
    dueAt: p.datetime(),
    priority: p.enum(workItemPriorities).default('normal'),
    status: p.enum(workItemStatuses).default('open'),
    /** What came of it. */
    result: p.text().strictNullable(),
    finishedAt: p.datetime().strictNullable(),
    /** As it was then: an e-mail address, a key's name. */
    finishedBy: p.text().strictNullable(),
    /** See `CallKey`; null where a person made it. */
    externalCallId: p.text().strictNullable(),
    toolCallId: p.text().strictNullable(),
    /** What the caller speaks. */
    language: p.enum(languages).strictNullable(),
    /** When `work_item.overdue` was queued for its present `dueAt`. */
    overdueToldAt: p.datetime().hidden().strictNullable(),
    createdAt: createdMoment(),
    updatedAt: updatedMoment(),
  },
});

/** What was promised to a caller, or noted by a person: ends done or cancelled. */
export class WorkItem extends WorkItemSchema.class {}
WorkItemSchema.setClass(WorkItem);
