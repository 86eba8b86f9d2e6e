import { WithStartWorkflowOperation, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import type { CallObservation } from '../../domain/calls/observation.ts';
import { CallSession } from '../../domain/calls/session.ts';
import type { CallKey } from '../../domain/ids.ts';
import type { ToolAnswer } from '../../domain/tools/answer.ts';
import { amendmentWorkflowId, callWorkflowId } from '../ids.ts';
import {
  callToolUpdate,
  providerEventsSignal,
  type CallAmendmentWorkflow,
  type CallTiming,
  type CallToolInput,
  type CallWorkflow,
} from '../messages.ts';
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

/** How a call's one run begins, whatever is heard of it first. */
const beginning = ({ taskQueue, timing }: CallStarter, key: CallKey, events: CallObservation[]) => ({
  taskQueue,
  priority: callPriority(key.tenantId),
  workflowId: callWorkflowId(key),
  args: [{ ...key, ...timing }] as [CallKey & CallTiming],
  typedSearchAttributes: firstAttributes(key, events),
  workflowIdConflictPolicy: 'USE_EXISTING' as const,
  workflowIdReusePolicy: 'REJECT_DUPLICATE' as const,
  staticSummary: `Call ${key.externalCallId}`,
});

/**
 * Signals a call's workflow, starting it when these events are the call's first. After the call has closed they go to its
 * one amendment, never to a second run. Resolves only when a workflow has certainly got them.
 * @param events impersonal: Temporal knows no number, name or transcript.
 * @param eventIds of the stored webhooks.
 */
export const signalCall = async (
  starter: CallStarter,
  { tenantId, externalCallId }: CallKey,
  events: CallObservation[],
  eventIds: string[],
): Promise<void> => {
  const { temporal, taskQueue } = starter;
  const key = { tenantId, externalCallId };
  const news = {
    signal: providerEventsSignal,
    signalArgs: [events, eventIds] as [CallObservation[], string[]],
  };
  try {
    await temporal.workflow.signalWithStart<CallWorkflow, [CallObservation[], string[]]>('callWorkflow', {
      ...news,
      ...beginning(starter, key, events),
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    await temporal.workflow.signalWithStart<CallAmendmentWorkflow, [CallObservation[], string[]]>(
      'callAmendmentWorkflow',
      {
        ...news,
        taskQueue,
        priority: callPriority(tenantId),
        workflowId: amendmentWorkflowId(key),
        workflowIdConflictPolicy: 'USE_EXISTING',
        args: [key],
        typedSearchAttributes: ofTenant(tenantId),
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        staticSummary: `Late events of call ${externalCallId}`,
      },
    );
  }
};

/**
 * Has the call's workflow do what a tool call asks for, starting it when nothing was heard of the call yet. The same call's
 * answer comes again for as long as Temporal keeps the workflow.
 * @throws Error where the workflow has closed, refuses, or does not answer: another of the same id may be under way then.
 */
export const callTool = (starter: CallStarter, key: CallKey, call: CallToolInput): Promise<ToolAnswer> =>
  starter.temporal.workflow.executeUpdateWithStart(callToolUpdate, {
    updateId: call.toolCallId,
    args: [call],
    startWorkflowOperation: new WithStartWorkflowOperation<CallWorkflow>('callWorkflow', beginning(starter, key, [])),
  });
