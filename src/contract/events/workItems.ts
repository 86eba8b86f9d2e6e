import { z } from 'zod';
import { languages } from '../../domain/text/languages.ts';
import { workItemKinds, workItemPriorities, workItemStatuses } from '../../domain/workItems/workItem.ts';
import { defineEvent, test } from './entry.ts';

const WorkItemData = z
  .object({
    workItemId: z.guid(),
    kind: z.enum(workItemKinds),
    text: z.string().describe('What the caller wants'),
    callerNumber: z.string().nullable().describe('E.164; null where it is not known'),
    callerName: z.string().nullable(),
    language: z.enum(languages).nullable().describe('What the caller speaks; null where it is not known'),
    ownerId: z.guid().nullable().describe('The user who is to do it; null: any of them'),
    dueAt: z.iso.datetime().describe('As it was promised to the caller'),
    priority: z.enum(workItemPriorities),
    status: z.enum(workItemStatuses),
    result: z.string().nullable().describe('What came of it'),
    callId: z.string().nullable().describe('Of the call that it was promised on; null where a person made it'),
    test,
  })
  .meta({ id: 'WorkItemEventData' });
export type WorkItemData = z.infer<typeof WorkItemData>;

const exampleItem: WorkItemData = {
  workItemId: '019b7c40-0000-7000-8000-0000000000d7',
  kind: 'callback',
  text: 'The furnace stopped; would like to know when a technician can come.',
  callerNumber: '+15145550142',
  callerName: 'Marie Tremblay',
  language: 'fr',
  ownerId: '019b7c40-0000-7000-8000-0000000000e1',
  dueAt: '2026-01-15T17:00:00.000Z',
  priority: 'normal',
  status: 'open',
  result: null,
  callId: 'CA0123456789abcdef0123456789abcdef',
};

const finished = { ...exampleItem, result: 'Comes on Friday at 9.' };

export const workItemEvents = {
  'work_item.created': defineEvent({
    availability: 'sent',
    subject: 'work_item',
    version: 1,
    description: 'Something was promised to a caller, or noted by a person: a message to pass on, a call back.',
    data: WorkItemData,
    example: exampleItem,
    exampleEventId: `${exampleItem.workItemId}:work-item-created`,
  }),
  'work_item.overdue': defineEvent({
    availability: 'sent',
    subject: 'work_item',
    version: 1,
    description:
      'Its time has passed, and it is neither done nor cancelled. Again where it gets another time that passes.',
    data: WorkItemData,
    example: exampleItem,
    exampleEventId: `${exampleItem.workItemId}:work-item-overdue:1768496400000`,
  }),
  'work_item.done': defineEvent({
    availability: 'sent',
    subject: 'work_item',
    version: 1,
    description: 'A person has done it. Again where it was reopened.',
    data: WorkItemData,
    example: { ...finished, status: 'done' },
    exampleEventId: `${exampleItem.workItemId}:work-item-done:1768492800000`,
  }),
  'work_item.cancelled': defineEvent({
    availability: 'sent',
    subject: 'work_item',
    version: 1,
    description: 'A person has decided that it needs not be done. Again where it was reopened.',
    data: WorkItemData,
    example: { ...finished, status: 'cancelled', result: 'Called again, and booked.' },
    exampleEventId: `${exampleItem.workItemId}:work-item-cancelled:1768492800000`,
  }),
};
