import type { EntityManager } from '@mikro-orm/postgresql';
import type { TenantId } from '../../domain/ids.ts';
import { WorkItem } from './workItem.ts';

type Given = Pick<WorkItem, 'kind' | 'text' | 'dueAt'> &
  Partial<
    Pick<
      WorkItem,
      'callerNumber' | 'callerName' | 'ownerId' | 'priority' | 'language' | 'externalCallId' | 'toolCallId'
    >
  >;

/** What a new one does not say yet. */
const unsaid = {
  callerNumber: null,
  callerName: null,
  ownerId: null,
  priority: 'normal',
  status: 'open',
  result: null,
  finishedAt: null,
  finishedBy: null,
  externalCallId: null,
  toolCallId: null,
  language: null,
  overdueToldAt: null,
} as const;

/** An open one, which is in the database. @param em the tenant's own. */
export const insertWorkItem = async (em: EntityManager, tenantId: TenantId, given: Given): Promise<WorkItem> => {
  const item = em.create(WorkItem, { tenantId, ...unsaid, ...given });
  await em.persist(item).flush();
  return item;
};
