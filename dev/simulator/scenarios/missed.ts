import { carrierOf } from '../carrier.ts';
import type { Scenario } from '../scenario.ts';

/** It rings at the assistant, the call is not taken, the caller gives up. */
export const missed: Scenario = {
  name: 'missed',
  summary: 'the call is not taken and the caller hangs up',
  status: 'no-answer',
  outcome: 'MISSED',
  durationSeconds: 0,
  carrierPriceUsd: null,
  assistantCostUsd: null,
  assistant: null,
  webhooks: (stage) => {
    const carrier = carrierOf(stage);
    return [
      carrier.voiceRequest(0),
      ...carrier.leg('assistant', 1, undefined, 21, 'no-answer'),
      carrier.dialAction(21.2, 'no-answer', 0, 'no-answer'),
      carrier.ended(22, 'no-answer', 0),
    ];
  },
};
