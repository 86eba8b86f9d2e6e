/** What a person of the business has to do: pass a message on, call back. */
export const workItemKinds = ['message', 'callback'] as const;
export type WorkItemKind = (typeof workItemKinds)[number];

export const workItemPriorities = ['emergency', 'normal'] as const;
export type WorkItemPriority = (typeof workItemPriorities)[number];

export const workItemStatuses = ['open', 'done', 'cancelled'] as const;
export type WorkItemStatus = (typeof workItemStatuses)[number];

/** As lists filter them: `overdue` are the open ones whose time has passed. */
export const workItemStates = ['open', 'overdue', 'done', 'cancelled'] as const;

export const isOverdue = ({ status, dueAt }: { status: WorkItemStatus; dueAt: Date }, now: Date): boolean =>
  status === 'open' && dueAt < now;
