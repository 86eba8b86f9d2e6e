import { LockMode } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { inE164 } from '../../contract/calls/phoneNumber.ts';
import { queueEvents } from '../../db/deliveries/queue.ts';
import { WorkItem } from '../../db/entities.ts';
import { insertWorkItem } from '../../db/workItems/create.ts';
import { workItemEvent } from '../../db/workItems/events.ts';
import { languages } from '../../domain/text/languages.ts';
import {
  isOverdue,
  workItemKinds,
  workItemPriorities,
  workItemStates,
  workItemStatuses,
} from '../../domain/workItems/workItem.ts';
import { deliverAfterCommit } from '../deliveries/wakeAfterCommit.ts';
import { ById, Id, listOf } from '../http/fields.ts';
import { checkIfMatch } from '../http/ifMatch.ts';
import { assertActive } from '../people/members.ts';
import { recordAudit } from '../routing/audit.ts';
import { contains, searchIn } from '../routing/contains.ts';
import { defineList } from '../routing/lists/defineList.ts';
import { defineRoute } from '../routing/route.ts';
import { changeItem } from './change.ts';
import { exampleWorkItem, WorkItemView } from './view.ts';

const tags = ['Work items'];

const Text = z.string().normalize('NFC').trim().min(1).max(5_000);
const CallerName = z.string().normalize('NFC').trim().min(1).max(200).nullable();
const CallerNumber = inE164(z.string().trim()).nullable().describe('E.164; punctuation is removed');
const Result = z.string().normalize('NFC').trim().min(1).max(5_000).nullable();

const present = (item: WorkItem) =>
  Object.assign({}, item, { overdue: isOverdue(item, new Date()), callId: item.externalCallId });

const conditionOf = (state: (typeof workItemStates)[number]) =>
  state === 'overdue' ? { status: 'open' as const, dueAt: { $lt: new Date() } } : { status: state };

export const [listWorkItems, exportWorkItems] = defineList(
  {
    path: '/dashboard/work-items',
    permission: 'work_items:read',
    plural: 'work items',
    operations: ['listWorkItems', 'exportWorkItems'],
    description: 'The next due first.',
    tags,
    filters: {
      status: listOf(workItemStates, 'How they are; those that are overdue are open, too'),
      kind: listOf(workItemKinds, 'What is to be done'),
      priority: listOf(workItemPriorities, 'How urgent they are'),
      ownerId: Id.optional().describe('The user who is to do them'),
      callId: z.string().max(200).optional().describe('The call that they were promised on'),
      search: searchIn('what is to be done, what came of it, or the name or number of a caller'),
    },
    view: WorkItemView,
    sorts: ['dueAt', 'createdAt', 'finishedAt'],
    defaultSort: 'dueAt',
    example: exampleWorkItem,
  },
  {
    entity: WorkItem,
    where: ({ query: { status = [], kind = [], priority = [], ownerId, callId, search } }) => [
      ...(status.length > 0 ? [{ $or: status.map(conditionOf) }] : []),
      ...(kind.length > 0 ? [{ kind: { $in: kind } }] : []),
      ...(priority.length > 0 ? [{ priority: { $in: priority } }] : []),
      ...(ownerId === undefined ? [] : [{ ownerId }]),
      ...(callId === undefined ? [] : [{ externalCallId: callId }]),
      ...(search === undefined ? [] : [contains<WorkItem>(['text', 'result', 'callerName', 'callerNumber'], search)]),
    ],
    present: (items) => items.map(present),
  },
);

export const getWorkItem = defineRoute(
  {
    method: 'get',
    path: '/dashboard/work-items/:id',
    permission: 'work_items:read',
    operationId: 'getWorkItem',
    summary: 'Get a work item',
    tags,
    params: ById,
    response: WorkItemView,
    errors: ['resource.not_found'],
    examples: { response: exampleWorkItem },
  },
  async ({ em, params }) => present(await em.findOneOrFail(WorkItem, params.id)),
);

const { kind, text, callerNumber, callerName, language, dueAt, priority } = exampleWorkItem;

export const createWorkItem = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/dashboard/work-items',
    permission: 'work_items:write',
    operationId: 'createWorkItem',
    summary: 'Create a work item',
    tags,
    status: 201,
    body: z.object({
      kind: z.enum(workItemKinds),
      text: Text,
      callerNumber: CallerNumber.default(null),
      callerName: CallerName.default(null),
      language: z.enum(languages).nullable().default(null),
      ownerId: Id.nullable().default(null),
      dueAt: z.iso.datetime({ offset: true }),
      priority: z.enum(workItemPriorities).default('normal'),
    }),
    response: WorkItemView,
    examples: { body: { kind, text, callerNumber, callerName, language, dueAt, priority }, response: exampleWorkItem },
  },
  async (request) => {
    const { em, ctx, auth, body } = request;
    await assertActive(em, body.ownerId, 'body.ownerId');
    const item = await insertWorkItem(em, auth.tenantId, { ...body, dueAt: new Date(body.dueAt) });
    const event = workItemEvent('work_item.created', item, new Date());
    deliverAfterCommit(request, await queueEvents(em, auth.tenantId, [event]));
    // The audit log is never erased, so it gets none of what a caller wants.
    recordAudit(em, { ctx, auth }, { action: 'work_item.created', targetType: 'work_item', targetId: item.id });
    return present(item);
  },
);

export const changeWorkItem = defineRoute(
  {
    method: 'patch',
    writes: true,
    path: '/dashboard/work-items/:id',
    permission: 'work_items:write',
    operationId: 'changeWorkItem',
    summary: 'Change a work item',
    description:
      'Assign it, give it another time, end it as done or cancelled, or open it again, which forgets who had ended it. The audit log names the fields that changed; of what a caller wants it keeps nothing.',
    tags,
    params: ById,
    body: z.object({
      ownerId: Id.nullable().exactOptional(),
      dueAt: z.iso.datetime({ offset: true }).exactOptional(),
      priority: z.enum(workItemPriorities).exactOptional(),
      status: z.enum(workItemStatuses).exactOptional(),
      result: Result.exactOptional(),
    }),
    response: WorkItemView,
    errors: ['resource.not_found', 'resource.changed'],
    examples: {
      body: { status: 'done', result: 'Passe vendredi à 9 h.' },
      response: {
        ...exampleWorkItem,
        status: 'done',
        result: 'Passe vendredi à 9 h.',
        finishedAt: '2026-01-15T16:20:00.000Z',
        finishedBy: 'odile@example.com',
      },
    },
  },
  async (request) => {
    const { em, ctx, auth, params, body } = request;
    const item = await em.findOneOrFail(WorkItem, params.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    checkIfMatch(ctx, WorkItemView.parse(present(item)));
    await assertActive(em, body.ownerId, 'body.ownerId');
    const now = new Date();
    const { action, ended, fields } = changeItem(item, body, auth.actor.name, now);
    if (fields.length === 0) return present(item);
    await em.flush();
    if (ended) deliverAfterCommit(request, await queueEvents(em, auth.tenantId, [workItemEvent(ended, item, now)]));
    recordAudit(em, { ctx, auth }, { action, targetType: 'work_item', targetId: item.id, after: { fields } });
    return present(item);
  },
);
