import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import type { CallObservation } from '../../domain/calls/observation.ts';
import { CallSession } from '../../domain/calls/session.ts';
import type { CallKey } from '../../domain/ids.ts';
import { amendmentWorkflowId, callWorkflowId } from '../ids.ts';
import { providerEventsSignal, type CallAmendmentWorkflow, type CallTiming, type CallWorkflow } from '../messages.ts';
import { callPriority } from '../policies.ts';
import { searchAttributesOf } from '../readable.ts';
import { ofTenant, tenantAttribute, type Starter } from './starter.ts';

export interface CallStarter extends Starter {
  timing: CallTiming;
}

/** The call as it would begin with these events: set at its start, an attribute costs no event of the history. */
const firstAttributes = ({ tenantId, externalCallId }: CallKey, events: CallObservation[]): TypedSearchAttributes => {
  const session = new CallSession(externalCallId);
  session.merge(events);
  return new TypedSearchAttributes([tenantAttribute(tenantId), ...searchAttributesOf(session.snapshot())]);
};

/**
 * Signals a call's workflow, starting it when these events are the call's first. After the call has closed they go to its
 * one amendment, never to a second run. Resolves only when a workflow has certainly got them.
 * @param events impersonal: Temporal knows no number, name or transcript.
 * @param eventIds of the stored webhooks.
 */
export const signalCall = async (
  { temporal, taskQueue, timing }: CallStarter,
  { tenantId, externalCallId }: CallKey,
  events: CallObservation[],
  eventIds: string[],
): Promise<void> => {
  const key = { tenantId, externalCallId };
  const news = {
    taskQueue,
    priority: callPriority(tenantId),
    signal: providerEventsSignal,
    signalArgs: [events, eventIds] as [CallObservation[], string[]],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
  };
  try {
    await temporal.workflow.signalWithStart<CallWorkflow, [CallObservation[], string[]]>('callWorkflow', {
      ...news,
      workflowId: callWorkflowId(key),
      args: [{ ...key, ...timing }],
      typedSearchAttributes: firstAttributes(key, events),
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      staticSummary: `Call ${externalCallId}`,
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    await temporal.workflow.signalWithStart<CallAmendmentWorkflow, [CallObservation[], string[]]>(
      'callAmendmentWorkflow',
      {
        ...news,
        workflowId: amendmentWorkflowId(key),
        args: [key],
        typedSearchAttributes: ofTenant(tenantId),
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        staticSummary: `Late events of call ${externalCallId}`,
      },
    );
  }
};
