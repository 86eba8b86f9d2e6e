import {
  allHandlersFinished,
  condition,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { Answer, CallStage } from '../../activities/index.ts';
import { CallSession, type CallSnapshot } from '../../domain/calls/session.ts';
import { askEveryProvider, askForPrice, askProviders, unpricedCarrier } from './asking.ts';
import {
  callStateQuery,
  callToolUpdate,
  providerEventsSignal,
  type CallWorkflowInput,
} from '../../temporal/messages.ts';
import { maxUnansweredQuestions, questionPause } from '../../temporal/policies.ts';
import { describeForOperators, searchAttributesOf } from '../../temporal/readable.ts';
import { endCall, longestUntil } from './ending.ts';
import { CallRecord } from './saving.ts';
import { Silence } from './silence.ts';
import { refuseExpired, runTool } from './tools.ts';

/** Each upsert is an event in the history: only of what has changed. */
const showAttributes = (call: CallSnapshot): void => {
  const shown = workflowInfo().typedSearchAttributes;
  const changed = searchAttributesOf(call).filter(({ key, value }) => shown.get(key) !== value);
  if (changed.length > 0) upsertSearchAttributes(changed);
};

/** One phone call, from its first webhook until its cost is known. Wiring only: what a call is stands in `CallSession`. */
export async function callWorkflow(input: CallWorkflowInput): Promise<string> {
  const session = new CallSession(input.externalCallId);
  const record = new CallRecord(input, session);
  const silence = new Silence();
  let isHeard = false;

  const hear = (answer: Answer) => {
    record.hear(answer);
    silence.heard();
    isHeard = true;
    setCurrentDetails(describeForOperators(session.snapshot()));
  };
  setHandler(providerEventsSignal, (events, eventIds) => hear({ events, eventIds }));
  setHandler(callStateQuery, () => session.snapshot());
  setHandler(callToolUpdate, (call) => runTool(input, call), { validator: refuseExpired });

  const save = (stage: CallStage, options?: { patient: boolean }): Promise<boolean> => {
    // Between its end and its report a call keeps its attributes: each upsert is an event in the history.
    if (stage !== 'live' || !session.isTerminal()) showAttributes(session.snapshot());
    return record.save(stage, options);
  };

  /** Returns when the call is over and no provider is expected to say more: whether it had been closed before. */
  const follow = async (): Promise<boolean> => {
    let unanswered = 0;
    let unreached = 0;
    let wasEnded = false;
    for (;;) {
      isHeard = false;
      if (session.isComplete()) {
        // A price that is known, or never comes, closes the call at once.
        const wasClosed = await save(unpricedCarrier(session) ? 'settled' : 'closed', { patient: true });
        if (wasClosed || record.isSavedAs('settled') || record.isSavedAs('closed')) return wasClosed;
      } else if (record.hasNews && (await save('live'))) return true;
      const isOver = session.isTerminal();
      const pause = isOver ? input.graceSeconds : questionPause(input.watchdogSeconds, unreached);
      const limitAt = isOver || wasEnded ? Number.POSITIVE_INFINITY : longestUntil(input, session);
      if (await silence.brokenBy(() => isHeard, pause * 1000, limitAt)) continue;
      if (isOver) {
        // Vapi never sends a lost report again, and a carrier's webhooks may not be set up: ask once.
        const { answers } = await askProviders(input, session, session.silentProviders());
        answers.forEach(hear);
        if (session.isTerminal()) return false;
        continue;
      }
      if (Date.now() >= limitAt) {
        wasEnded = true;
        await endCall(input, session);
      }
      const { answers, isUnreachable } = await askEveryProvider(input, session);
      answers.forEach(hear);
      unreached = isUnreachable && answers.length === 0 ? unreached + 1 : 0;
      unanswered = answers.length > 0 ? 0 : unanswered + Number(!isUnreachable);
      const isLost = unanswered >= maxUnansweredQuestions || silence.lastedMs >= input.longestSilenceSeconds * 1000;
      if (isLost && answers.length === 0) session.giveUp(new Date().toISOString());
      silence.pause();
    }
  };

  const wasClosed = await follow();
  const carrier = wasClosed ? undefined : unpricedCarrier(session);
  if (carrier) {
    if (!record.isSavedAs('settled')) await save('settled');
    let isAnswered = false;
    const asking = askForPrice(input, session, carrier).then((answer) => {
      if (answer) hear(answer);
      isAnswered = true;
    });
    while (!isAnswered) {
      await condition(() => isAnswered || record.hasNews);
      if (!isAnswered) await save('settled');
    }
    await asking;
  }
  // A tool call that comes while the call closes is answered before its workflow ends.
  while (!record.isSavedAs('closed') || !allHandlersFinished()) {
    await condition(allHandlersFinished);
    if (!record.isSavedAs('closed')) await save('closed');
  }
  return describeForOperators(session.snapshot());
}
