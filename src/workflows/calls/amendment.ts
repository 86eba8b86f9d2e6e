import { setHandler } from '@temporalio/workflow';
import { CallSession } from '../../domain/calls/session.ts';
import type { CallKey } from '../../domain/ids.ts';
import { providerEventsSignal } from '../../temporal/messages.ts';
import { CallRecord } from './saving.ts';

/** Webhooks that came after their call had closed: joined into its row. Events that they give rise to for the first time are delivered. */
export async function callAmendmentWorkflow(call: CallKey): Promise<void> {
  const record = new CallRecord(call, new CallSession(call.externalCallId));
  setHandler(providerEventsSignal, (events, eventIds) => record.hear({ events, eventIds }));
  while (!record.isSavedAs('closed')) await record.save('closed');
}
