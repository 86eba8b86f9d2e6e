import type { WorkItem } from '../../db/entities.ts';
import type { WorkItemPriority, WorkItemStatus } from '../../domain/workItems/workItem.ts';

export interface WorkItemChange {
  ownerId?: string | null;
  /** ISO 8601. */
  dueAt?: string;
  priority?: WorkItemPriority;
  status?: WorkItemStatus;
  result?: string | null;
}

interface Changed {
  /** For the audit log. */
  action: string;
  /** The event that follows. */
  ended: 'work_item.done' | 'work_item.cancelled' | undefined;
  /** Names of what has another value now. */
  fields: string[];
}

const endings = {
  open: { action: 'work_item.reopened', ended: undefined },
  done: { action: 'work_item.done', ended: 'work_item.done' },
  cancelled: { action: 'work_item.cancelled', ended: 'work_item.cancelled' },
} as const satisfies Record<WorkItemStatus, Omit<Changed, 'fields'>>;

const isSame = (one: unknown, other: unknown): boolean =>
  one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other;

/** @param by the user or key that changes it. */
export const changeItem = (item: WorkItem, change: WorkItemChange, by: string | null, now: Date): Changed => {
  const { dueAt, ...rest } = change;
  const wanted = { ...rest, ...(dueAt !== undefined && { dueAt: new Date(dueAt) }) };
  const before = new Map<string, unknown>(Object.entries(item));
  const fields = Object.entries(wanted).flatMap(([field, value]) => (isSame(before.get(field), value) ? [] : [field]));
  Object.assign(item, wanted);
  // A new due time is announced again when it passes.
  if (fields.includes('dueAt')) item.overdueToldAt = null;
  if (!fields.includes('status')) return { action: 'work_item.changed', ended: undefined, fields };
  const isOpen = item.status === 'open';
  item.finishedAt = isOpen ? null : now;
  item.finishedBy = isOpen ? null : by;
  return { ...endings[item.status as WorkItemStatus], fields };
};
