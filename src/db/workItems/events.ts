import type { NewEvent } from '../../contract/events/catalogue.ts';
import type { WorkItemData } from '../../contract/events/workItems.ts';
import type { WorkItem } from './workItem.ts';

const dataOf = (item: WorkItem): WorkItemData => ({
  workItemId: item.id,
  kind: item.kind,
  text: item.text,
  callerNumber: item.callerNumber,
  callerName: item.callerName,
  language: item.language,
  ownerId: item.ownerId,
  dueAt: item.dueAt.toISOString(),
  priority: item.priority,
  status: item.status,
  result: item.result,
  callId: item.externalCallId,
});

/** What has just happened to a work item, to be queued in the transaction that holds its row. */
export const workItemEvent = (
  eventType: 'work_item.created' | 'work_item.done' | 'work_item.cancelled' | 'work_item.overdue',
  item: WorkItem,
  now: Date,
): NewEvent => {
  // It ends again where it was reopened, and is overdue again where it was given more time.
  const occasion = { 'work_item.created': undefined, 'work_item.overdue': item.dueAt.getTime() };
  const of = eventType in occasion ? occasion[eventType as keyof typeof occasion] : now.getTime();
  return {
    eventId: [item.id, eventType.replace('.', '-').replace('_', '-'), of].filter(Boolean).join(':'),
    eventType,
    subject: { kind: 'work_item', id: item.id },
    timestamp: now.toISOString(),
    data: dataOf(item),
  };
};
