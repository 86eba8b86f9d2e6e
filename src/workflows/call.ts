import { condition, setCurrentDetails, setHandler, upsertSearchAttributes } from '@temporalio/workflow';
import type { CallStage } from '../activities/index.ts';
import { CallSession } from '../domain/callSession.ts';
import { askForPrice, askProviders } from './asking.ts';
import { callStateQuery, providerEventsSignal, type CallWorkflowInput } from './messages.ts';
import { maxUnansweredQuestions } from './policies.ts';
import { describeForOperators, searchAttributesOf } from './readable.ts';
import { saveCall } from './saving.ts';
import { Silence } from './silence.ts';

/** One phone call, from its first webhook until its cost is known. Wiring only: what a call is stands in `CallSession`. */
export async function callWorkflow(input: CallWorkflowInput): Promise<string> {
  const session = new CallSession(input.externalCallId);
  const silence = new Silence();
  let news = false;
  let shown = '';

  setHandler(providerEventsSignal, (events) => {
    session.merge(events);
    silence.heard();
    news = true;
  });
  setHandler(callStateQuery, () => session.snapshot());

  const show = () => {
    const call = session.snapshot();
    const attributes = searchAttributesOf(call);
    setCurrentDetails(describeForOperators(call));
    // Each upsert is an event in the history: only when something changed.
    if (JSON.stringify(attributes) !== shown) upsertSearchAttributes(attributes);
    shown = JSON.stringify(attributes);
  };

  const save = async (stage: CallStage) => {
    news = false;
    show();
    const { wasClosed } = await saveCall({ ...input, facts: session.facts, stage });
    return wasClosed;
  };

  /** Returns when the call is over and nobody is expected to say more. */
  const follow = async () => {
    let unanswered = 0;
    for (;;) {
      // The history of this call's first run is gone (retention): the event only amends it.
      if (news && (await save('live'))) return;
      if (session.isComplete()) return;
      const seconds = session.isTerminal() ? input.graceSeconds : input.watchdogSeconds;
      if (await silence.brokenBy(() => news, seconds * 1000)) continue;
      if (session.isTerminal()) {
        // Vapi never sends a lost report again, and a carrier's webhooks may not be set up: ask once.
        session.merge(await askProviders(input.tenantId, session.silentWitnesses()));
        if (session.isTerminal()) return;
      } else {
        const answers = await askProviders(input.tenantId, session.witnesses());
        unanswered = answers.length > 0 ? 0 : unanswered + 1;
        if (unanswered === maxUnansweredQuestions) session.giveUp(new Date().toISOString());
        session.merge(answers);
      }
      silence.heard();
      news = true;
    }
  };

  await follow();
  await save('settled');

  let priced = false;
  const pricing = askForPrice(input.tenantId, session).then((events) => {
    session.merge(events);
    priced = true;
  });
  while (!priced) {
    await condition(() => priced || news);
    if (news) await save('settled');
  }
  await pricing;
  do await save('closed');
  while (news);
  return describeForOperators(session.snapshot());
}
