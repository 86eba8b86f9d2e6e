import { CallSession } from '../domain/callSession.ts';
import type { AmendmentInput } from './messages.ts';
import { saveCall } from './saving.ts';

/** Webhooks that came after their call had closed: joined into its row, and their events delivered. */
export async function callAmendmentWorkflow({ tenantId, externalCallId, events }: AmendmentInput): Promise<void> {
  const session = new CallSession(externalCallId);
  session.merge(events);
  await saveCall({ tenantId, externalCallId, facts: session.facts, stage: 'closed' });
}
