import { carrierOf } from '../carrier.ts';
import type { Scenario } from '../scenario.ts';

/** The assistant has no free line. `busy` comes under the carrier's `completed` event, since it has no event of its own. */
export const busy: Scenario = {
  name: 'busy',
  summary: 'the line is busy',
  status: 'busy',
  outcome: 'MISSED',
  durationSeconds: 0,
  carrierPriceUsd: null,
  assistantCostUsd: null,
  assistant: null,
  webhooks: (stage) => {
    const carrier = carrierOf(stage);
    return [
      carrier.voiceRequest(0),
      ...carrier.leg('assistant', 1, undefined, 2, 'busy'),
      carrier.dialAction(2.2, 'busy', 0, 'busy'),
      carrier.ended(3, 'busy', 0),
    ];
  },
};
