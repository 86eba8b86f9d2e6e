import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { tenantEm } from '../db/core/tenancy.ts';
import { uuidV7 } from '../db/core/uuid.ts';
import { ToolCall } from '../db/entities.ts';
import type { TenantId } from '../domain/ids.ts';
import type { AskingCall, ToolAnswer } from '../domain/tools/answer.ts';
import { promise, type PromisingTool } from './workItems.ts';

/** One tool call with an effect. */
export interface ToolOrder extends AskingCall {
  tenantId: TenantId;
  toolCallId: string;
  tool: PromisingTool;
  /** Until then the assistant waits; later nothing is done any more. */
  expiresAt: Date;
}

export interface RanTool {
  answer: ToolAnswer;
  /** Endpoints to wake. */
  due: string[];
}

/** The assistant has been told that nothing was done: so nothing is. */
export class ToolCallExpired extends Error {
  constructor() {
    super('the tool call came too late, and nothing was done');
    this.name = 'ToolCallExpired';
  }
}

/** A statement that takes longer would take what is left for the others. */
const wait = { statement_timeout: '3s', lock_timeout: '3s' };

const assertInTime = ({ expiresAt }: ToolOrder): void => {
  if (new Date() >= expiresAt) throw new ToolCallExpired();
};

/** Waits for another run of the same call, where there is one. @returns false where that run has committed. */
const claim = async (
  em: EntityManager,
  { tenantId, toolCallId, tool, externalCallId }: ToolOrder,
): Promise<boolean> => {
  const rows = await em.execute<unknown[]>(
    `insert into tool_calls (id, tenant_id, tool_call_id, name, external_call_id, answer) values (?, ?, ?, ?, ?, '{}')
     on conflict (tenant_id, tool_call_id) do nothing returning id`,
    [uuidV7(), tenantId, toolCallId, tool.name, externalCallId],
  );
  return rows.length > 0;
};

/**
 * Does what a tool call asks for, and keeps the answer, in one transaction: the first to commit wins, and each further run of
 * the same call gets its answer. Safe to run any number of times, by workers and by the API at once.
 * @throws ToolCallExpired where nothing was done by then; nothing is done later either.
 */
export const runTool = (orm: MikroORM, order: ToolOrder): Promise<RanTool> =>
  tenantEm(orm, order.tenantId, wait).transactional(async (em) => {
    const { tenantId, toolCallId, tool } = order;
    if (!(await claim(em, order))) {
      const { answer } = await em.findOneOrFail(ToolCall, { toolCallId });
      return { answer, due: [] };
    }
    assertInTime(order);
    const { answer, due } = await promise(em, tenantId, tool, order, toolCallId);
    await em.nativeUpdate(ToolCall, { toolCallId }, { answer });
    // PostgreSQL may have been slow: what has not been committed is taken back.
    assertInTime(order);
    return { answer, due };
  });
