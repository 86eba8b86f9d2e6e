import type { EntityManager } from '@mikro-orm/postgresql';
import { momentThere, promisedBy } from '../contract/workItems/due.ts';
import { assigneeOf, findBusiness, type Business } from '../db/business/queries.ts';
import { queueEvents } from '../db/deliveries/queue.ts';
import type { WorkItem } from '../db/entities.ts';
import { insertWorkItem } from '../db/workItems/create.ts';
import { workItemEvent } from '../db/workItems/events.ts';
import type { TenantId } from '../domain/ids.ts';
import type { AskingCall, Noted } from '../domain/tools/answer.ts';
import type { CheckedTool } from './check.ts';

/** Tools that leave something to be done by a person. */
export type PromisingTool = Extract<CheckedTool, { name: 'take_message' | 'request_callback' }>;

export interface Promised {
  answer: Noted;
  /** Endpoints to wake once it is committed. */
  due: string[];
}

const wishOf = (tool: PromisingTool) =>
  tool.name === 'take_message'
    ? ({ kind: 'message', text: tool.args.message, notBefore: undefined } as const)
    : ({ kind: 'callback', text: tool.args.reason ?? '', notBefore: tool.args.notBefore } as const);

const later = (now: Date, notBefore: string | undefined, timeZone: string): Date => {
  const wished = notBefore === undefined ? now : momentThere(notBefore, timeZone);
  return wished > now ? wished : now;
};

const noted = ({ kind, dueAt }: WorkItem, now: Date, { timeZone }: Business): Noted => ({
  code: 'work_item.noted',
  kind,
  dueAt: dueAt.toISOString(),
  notedAt: now.toISOString(),
  timeZone,
});

/** Makes the row behind a promise, with its event. @param em the tenant's own, in the transaction of the tool call. */
export const promise = async (
  em: EntityManager,
  tenantId: TenantId,
  tool: PromisingTool,
  { externalCallId, callerNumber, language }: AskingCall,
  toolCallId: string,
): Promise<Promised> => {
  const now = new Date();
  const business = await findBusiness(em, tenantId);
  const { kind, text, notBefore } = wishOf(tool);
  const priority = tool.args.urgent ? 'emergency' : 'normal';
  const { callbacks } = business.settings;
  const item = await insertWorkItem(em, tenantId, {
    kind,
    text,
    callerNumber: tool.args.callbackNumber ?? callerNumber,
    callerName: tool.args.callerName ?? null,
    ownerId: await assigneeOf(em, business.settings),
    dueAt: promisedBy(callbacks, business.timeZone, later(now, notBefore, business.timeZone), priority),
    priority,
    externalCallId,
    toolCallId,
    language,
  });
  const due = await queueEvents(em, tenantId, [workItemEvent('work_item.created', item, now)]);
  return { answer: noted(item, now, business), due };
};
