import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import type { CallEvent } from '../domain/calls/observation.ts';
import { CallSession } from '../domain/calls/session.ts';
import { amendmentWorkflowId, callWorkflowId, rescueWorkflowId, type CallKey } from '../domain/ids.ts';
import { impersonal } from '../domain/calls/impersonal.ts';
import {
  providerEventsSignal,
  type CallAmendmentWorkflow,
  type CallTiming,
  type CallWorkflow,
} from '../temporal/messages.ts';
import { callPriority } from '../temporal/policies.ts';
import { searchAttributesOf } from '../workflows/readable.ts';
import { searchAttributes } from '../temporal/searchAttributes.ts';
import type { WaitingEvent } from './store.ts';
import type { WebhookEventRow } from './webhookEventRow.ts';

export interface HandoverContext {
  temporal: Client;
  taskQueue: string;
  timing: CallTiming;
}

const tenantAttribute = (tenantId: string) => ({ key: searchAttributes.tenantId, value: tenantId });

const commonOptions = ({ taskQueue }: HandoverContext, tenantId: string) => ({
  taskQueue,
  priority: callPriority(tenantId),
});

/** The call as it would begin with these events: set at its start, an attribute costs no event of the history. */
const firstAttributes = ({ tenantId, externalCallId }: CallKey, events: CallEvent[]): TypedSearchAttributes => {
  const session = new CallSession(externalCallId);
  session.merge(events);
  return new TypedSearchAttributes([tenantAttribute(tenantId), ...searchAttributesOf(session.snapshot())]);
};

/**
 * Gives a call its waiting events in one signal, starting its workflow when they are the first. After the call has
 * closed they go to its one amendment, never to a second run. Resolves only when a workflow has certainly got them.
 */
export const handOver = async (
  context: HandoverContext,
  key: CallKey,
  waiting: readonly Pick<WaitingEvent, 'id' | 'events'>[],
): Promise<void> => {
  const { temporal, timing } = context;
  const { tenantId, externalCallId } = key;
  const events = waiting.flatMap((event) => event.events).map(impersonal);
  const news = {
    ...commonOptions(context, tenantId),
    signal: providerEventsSignal,
    signalArgs: [events, waiting.map(({ id }) => id)] as [CallEvent[], string[]],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
  };
  try {
    await temporal.workflow.signalWithStart<CallWorkflow, [CallEvent[], string[]]>('callWorkflow', {
      ...news,
      workflowId: callWorkflowId(key),
      args: [{ tenantId, externalCallId, ...timing }],
      typedSearchAttributes: firstAttributes(key, events),
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      staticSummary: `Call ${externalCallId}`,
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    await temporal.workflow.signalWithStart<CallAmendmentWorkflow, [CallEvent[], string[]]>('callAmendmentWorkflow', {
      ...news,
      workflowId: amendmentWorkflowId(key),
      args: [{ tenantId, externalCallId }],
      typedSearchAttributes: new TypedSearchAttributes([tenantAttribute(tenantId)]),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
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
    typedSearchAttributes: new TypedSearchAttributes([tenantAttribute(row.tenantId)]),
    workflowIdConflictPolicy: 'USE_EXISTING',
    staticSummary: `Write a ${row.provider} webhook (${row.eventType})`,
  });
};
