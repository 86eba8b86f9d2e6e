import { createHash, randomUUID } from 'node:crypto';
import { WorkflowNotFoundError, type WorkflowHandle } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import type { AppContext } from '../context.ts';
import type { WebhookEndpoint } from '../db/entities/index.ts';
import { recoveryWorkflowId, type TenantId } from '../domain/ids.ts';
import { emptyProgress, type RecoveryFilter, type RecoveryProgress } from '../domain/recovery.ts';
import { AppError } from '../errors.ts';
import type { WebhookRecoveryWorkflow } from '../workflows/messages.ts';
import { recoveryPriority } from '../workflows/policies.ts';
import { searchAttributes } from '../workflows/searchAttributes.ts';
import type { RecoveryStatus } from './views/recovery.ts';

export interface Recovery extends RecoveryProgress {
  id: string;
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

const describe = async (handle: WorkflowHandle, id: string): Promise<Recovery> => {
  const { status, startTime, closeTime, memo } = await handle.describe();
  const { progress = emptyProgress, startedAt } = (memo ?? {}) as { progress?: RecoveryProgress; startedAt?: string };
  return {
    id,
    status: statusOf(status.name),
    // A long one goes on in another run, which begins later.
    startedAt: startedAt === undefined ? startTime : new Date(startedAt),
    endedAt: closeTime ?? null,
    ...progress,
  };
};

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
      memo: { startedAt: filter.startedAt },
      staticSummary: `Deliver again what was missed since ${filter.since}`,
    });
    return describe(handle, id);
  });

export const findRecovery = (ctx: AppContext, tenantId: TenantId, id: string): Promise<Recovery> =>
  ask(ctx, () => describe(handleOf(ctx, tenantId, id), id));

/** It ends after the page at hand. */
export const cancelRecovery = (ctx: AppContext, tenantId: TenantId, id: string) =>
  ask(ctx, () => handleOf(ctx, tenantId, id).cancel());
