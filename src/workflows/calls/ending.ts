import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import type { CallSession } from '../../domain/calls/session.ts';
import type { CallWorkflowInput } from '../../temporal/messages.ts';
import { callEnd } from '../../temporal/policies.ts';

/** Until when an answered call may last, in milliseconds since 1970. Calls that began before there was a limit have none. */
export const longestUntil = ({ longestCallSeconds }: CallWorkflowInput, { facts }: CallSession): number => {
  if (longestCallSeconds === undefined || facts.answeredAt === undefined) return Number.POSITIVE_INFINITY;
  return Date.parse(facts.answeredAt) + longestCallSeconds * 1000;
};

/** Ends a call that lasts too long. Where that fails, the call goes on, and its providers are asked as before. */
export const endCall = async ({ tenantId, externalCallId }: CallWorkflowInput, session: CallSession): Promise<void> => {
  const activities = proxyActivities<Activities>({ ...callEnd, summary: 'End a call that lasts too long' });
  try {
    await activities.endCall({ tenantId, externalCallId, providers: session.informedProviders() });
  } catch {
    // The error stands in the history.
  }
};
