import { createHash, randomUUID } from 'node:crypto';
import { WorkflowNotFoundError, type WorkflowExecutionInfo, type WorkflowHandle } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import type { AppContext } from '../context.ts';
import type { WebhookEndpoint } from '../db/entities/index.ts';
import { recoveryWorkflowId, type TenantId } from '../domain/ids.ts';
import { emptyProgress, type RecoveryFilter, type RecoveryProgress } from '../domain/recovery.ts';
import { AppError } from '../errors.ts';
import type { WebhookRecoveryWorkflow } from '../workflows/messages.ts';
import { recoveryPriority } from '../workflows/policies.ts';
import { searchAttributes } from '../workflows/searchAttributes.ts';
import { Id } from './views/fields.ts';
import type { RecoveryStatus } from './views/recovery.ts';

export interface Recovery extends RecoveryProgress {
  id: string;
  endpointId: string | null;
  status: RecoveryStatus;
  startedAt: Date;
  endedAt: Date | null;
}

/** @throws AppError `resource.conflict`: what is sent there now would be held. */
export const assertReceives = (endpoint: WebhookEndpoint | null): void => {
  if (!endpoint) throw new AppError('resource.conflict', { detail: 'The endpoint was removed.' });
  if (endpoint.disabledAt)
    throw new AppError('resource.conflict', { detail: 'The endpoint is disabled: enable it first.' });
};

const answerMs = 5_000;
export const mostListed = 50;

/** @throws AppError `resource.not_found`, or `service.unavailable` where Temporal does not answer. */
const ask = async <T>({ temporal }: AppContext, question: () => Promise<T>): Promise<T> => {
  try {
    return await temporal.withDeadline(Date.now() + answerMs, question);
  } catch (error) {
    const code = error instanceof WorkflowNotFoundError ? 'resource.not_found' : 'service.unavailable';
    throw new AppError(code, undefined, { cause: error });
  }
};

/** The same for requests that repeat an `Idempotency-Key`, also where nobody remembers the first one's answer. */
export const recoveryIdOf = (key: string, actorId: string, body: unknown): string => {
  if (key === '') return randomUUID();
  const hash = createHash('sha256')
    .update(JSON.stringify([actorId, key, body]))
    .digest('hex');
  return hash.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5');
};

const statusOf = (name: string): RecoveryStatus => {
  switch (name) {
    case 'COMPLETED':
      return 'completed';
    case 'CANCELLED':
      return 'canceled';
    case 'FAILED':
    case 'TERMINATED':
    case 'TIMED_OUT':
      return 'failed';
    default:
      return 'running';
  }
};

/** What it tells of itself, as far as it has come. */
interface Memo {
  progress?: RecoveryProgress;
  startedAt?: string;
  endpointId?: string | null;
}

type Execution = Pick<WorkflowExecutionInfo, 'status' | 'startTime' | 'closeTime' | 'memo'>;

const toRecovery = ({ status, startTime, closeTime, memo }: Execution, id: string): Recovery => {
  const { progress = emptyProgress, startedAt, endpointId = null } = (memo ?? {}) as Memo;
  return {
    id,
    endpointId,
    status: statusOf(status.name),
    // A long one goes on in another run, which begins later.
    startedAt: startedAt === undefined ? startTime : new Date(startedAt),
    endedAt: closeTime ?? null,
    ...progress,
  };
};

const describe = async (handle: WorkflowHandle, id: string): Promise<Recovery> =>
  toRecovery(await handle.describe(), id);

const handleOf = ({ temporal }: AppContext, tenantId: TenantId, id: string): WorkflowHandle =>
  temporal.workflow.getHandle(recoveryWorkflowId(tenantId, id));

/** One that runs already under this id goes on as it is. */
export const startRecovery = (ctx: AppContext, tenantId: TenantId, id: string, filter: RecoveryFilter) =>
  ask(ctx, async () => {
    const handle = await ctx.temporal.workflow.start<WebhookRecoveryWorkflow>('webhookRecoveryWorkflow', {
      workflowId: recoveryWorkflowId(tenantId, id),
      taskQueue: ctx.config.temporal.taskQueue,
      args: [{ tenantId, filter }],
      workflowIdConflictPolicy: 'USE_EXISTING',
      priority: recoveryPriority(tenantId),
      typedSearchAttributes: new TypedSearchAttributes([{ key: searchAttributes.tenantId, value: tenantId }]),
      memo: { startedAt: filter.startedAt, endpointId: filter.endpointId } satisfies Memo,
      staticSummary: `Deliver again what was missed since ${filter.since}`,
    });
    return describe(handle, id);
  });

export const findRecovery = (ctx: AppContext, tenantId: TenantId, id: string): Promise<Recovery> =>
  ask(ctx, () => describe(handleOf(ctx, tenantId, id), id));

/**
 * Newest first: those that run, and those that ended last among those that Temporal still keeps, `mostListed` at most.
 * One that has just begun, or ended, may take a second to show.
 */
export const findRecoveries = (ctx: AppContext, tenantId: TenantId): Promise<Recovery[]> => {
  // It stands between quotes: nothing but an id may.
  const isOurs = `${searchAttributes.tenantId.name} = '${Id.parse(tenantId)}'`;
  const query = `WorkflowType = 'webhookRecoveryWorkflow' AND ${isOurs} AND ExecutionStatus != 'ContinuedAsNew'`;
  const prefix = recoveryWorkflowId(tenantId, '');
  return ask(ctx, async () => {
    const found = new Map<string, Recovery>();
    for await (const run of ctx.temporal.workflow.list({ query, pageSize: mostListed })) {
      const id = run.workflowId.slice(prefix.length);
      // The newest run comes first: an earlier one of the same recovery tells nothing more.
      if (run.workflowId.startsWith(prefix) && !found.has(id)) found.set(id, toRecovery(run, id));
      if (found.size === mostListed) break;
    }
    return [...found.values()].toSorted((one, other) => other.startedAt.getTime() - one.startedAt.getTime());
  });
};

/** It ends after the page at hand. */
export const cancelRecovery = (ctx: AppContext, tenantId: TenantId, id: string) =>
  ask(ctx, () => handleOf(ctx, tenantId, id).cancel());
