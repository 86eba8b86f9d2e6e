import { carrierOf } from '../carrier.ts';
import type { Scenario } from '../scenario.ts';

/** The assistant cannot be reached; the caller leaves a message. The carrier calls that `completed`. */
export const voicemail: Scenario = {
  name: 'voicemail',
  summary: 'the assistant cannot be reached and the caller leaves a message',
  status: 'completed',
  outcome: 'VOICEMAIL',
  durationSeconds: 47,
  carrierPriceUsd: { twilio: 0.0085, signalwire: 0.0066 },
  assistantCostUsd: null,
  assistant: null,
  voicemailSeconds: 23,
  webhooks: (stage) => {
    const carrier = carrierOf(stage);
    return [
      carrier.voiceRequest(0),
      ...carrier.leg('assistant', 1, undefined, 16, 'failed'),
      carrier.dialAction(16.2, 'failed', 0, 'in-progress', ['Record']),
      carrier.recordAction(46.5, 23),
      carrier.ended(47, 'completed', 47),
      carrier.recordingReady(49, 23),
    ];
  },
};
