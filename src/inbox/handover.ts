import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import type { CallEvent } from '../domain/callEvent.ts';
import { amendmentWorkflowId, callWorkflowId, rescueWorkflowId, type CallKey } from '../domain/ids.ts';
import { providerEventsSignal, type CallAmendmentWorkflow, type CallWorkflow } from '../workflows/messages.ts';
import { callPriority } from '../workflows/policies.ts';
import { searchAttributes } from '../workflows/searchAttributes.ts';
import type { WaitingEvent } from './store.ts';
import type { WebhookEventRow } from './webhookEventRow.ts';

export interface HandoverContext {
  temporal: Client;
  taskQueue: string;
  /** How patient a new call's workflow is, see `CallWorkflowInput`. */
  timing: { graceSeconds: number; watchdogSeconds: number };
}

const commonOptions = ({ taskQueue }: HandoverContext, tenantId: string) => ({
  taskQueue,
  priority: callPriority(tenantId),
  typedSearchAttributes: new TypedSearchAttributes([{ key: searchAttributes.tenantId, value: tenantId }]),
});

/**
 * Gives a call all its waiting events in one signal, starting its workflow when it is the first. After the call has
 * closed they amend it: never a second run. Resolves only when a workflow has certainly got them.
 */
export const handOver = async (
  context: HandoverContext,
  key: CallKey,
  waiting: readonly WaitingEvent[],
): Promise<void> => {
  const { temporal, timing } = context;
  const { tenantId, externalCallId } = key;
  const events = waiting.flatMap((event) => event.events);
  try {
    await temporal.workflow.signalWithStart<CallWorkflow, [CallEvent[]]>('callWorkflow', {
      ...commonOptions(context, tenantId),
      workflowId: callWorkflowId(key),
      args: [{ tenantId, externalCallId, ...timing }],
      signal: providerEventsSignal,
      signalArgs: [events],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
      staticSummary: `Call ${externalCallId}`,
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    const [firstEventId = ''] = waiting.map(({ id }) => id).toSorted();
    await temporal.workflow.start<CallAmendmentWorkflow>('callAmendmentWorkflow', {
      ...commonOptions(context, tenantId),
      workflowId: amendmentWorkflowId(key, firstEventId),
      args: [{ tenantId, externalCallId, events }],
      workflowIdConflictPolicy: 'USE_EXISTING',
      staticSummary: `Late events of call ${externalCallId}`,
    });
  }
};

/** PostgreSQL is away: Temporal keeps the webhook until it is back. */
export const rescue = async (context: HandoverContext, row: WebhookEventRow): Promise<void> => {
  await context.temporal.workflow.start<(row: WebhookEventRow) => Promise<void>>('webhookRescueWorkflow', {
    ...commonOptions(context, row.tenantId),
    workflowId: rescueWorkflowId(row),
    args: [row],
    workflowIdConflictPolicy: 'USE_EXISTING',
    staticSummary: `Write a ${row.provider} webhook (${row.eventType})`,
  });
};
