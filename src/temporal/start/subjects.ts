import { impersonal } from '../../domain/calls/impersonal.ts';
import type { CallObservation } from '../../domain/calls/observation.ts';
import type { TenantId } from '../../domain/ids.ts';
import type { Subject, SubjectKind } from '../../domain/subject.ts';
import { signalCall, type CallStarter } from './calls.ts';

type Handover = (
  starter: CallStarter,
  tenantId: TenantId,
  id: string,
  events: CallObservation[],
  eventIds: string[],
) => Promise<void>;

/** How the workflow of each kind of subject gets what was reported about it. A new kind is one more entry. */
const handovers = {
  call: (starter, tenantId, externalCallId, events, eventIds) =>
    signalCall(starter, { tenantId, externalCallId }, events.map(impersonal), eventIds),
} as const satisfies Partial<Record<SubjectKind, Handover>>;

/** The kinds whose subjects have a workflow: webhooks can be about no others. */
export type ReportedKind = keyof typeof handovers;

/**
 * Gives the subject's workflow its events in one signal. Resolves only when a workflow has certainly got them.
 * @param eventIds of the stored webhooks.
 * @throws Error where the kind has no workflow here, as in rows that a later version has written.
 */
export const signalSubject = async (
  starter: CallStarter,
  tenantId: TenantId,
  { kind, id }: Subject,
  events: CallObservation[],
  eventIds: string[],
): Promise<void> => {
  const handover = (handovers as Partial<Record<SubjectKind, Handover>>)[kind];
  if (!handover) throw new Error(`no workflow takes events about a ${kind}`);
  await handover(starter, tenantId, id, events, eventIds);
};
