import type { CallOutcome } from '../../src/domain/calls/observation.ts';
import type { Carrier } from '../../src/domain/providers.ts';
import type { Stage } from './stage.ts';
import type { AssistantPart } from './vapi.ts';
import type { WebhookToSend } from './webhook.ts';

/** What the dashboard must say in the end. */
export interface ExpectedCall {
  status: 'completed' | 'busy' | 'no-answer';
  outcome: CallOutcome;
  durationSeconds: number;
  /** Carrier and assistant together, US cents; null for a call that costs nothing. */
  providerCostCents: number | null;
  aiHandled: boolean;
}

/** A call to play: data, and the webhooks as a story in order. */
export interface Scenario {
  name: string;
  summary: string;
  status: ExpectedCall['status'];
  outcome: CallOutcome;
  /** As the carrier counts it. */
  durationSeconds: number;
  /** What the carrier charges for the inbound call, in US dollars; null: unanswered calls are never rated. */
  carrierPriceUsd: Record<Carrier, number> | null;
  /** What Vapi charges; null: it never talked. */
  assistantCostUsd: number | null;
  assistant: ((stage: Stage) => AssistantPart) | null;
  /** The message that the caller left. */
  voicemailSeconds?: number;
  webhooks(stage: Stage): WebhookToSend[];
}

export const expectedOf = (scenario: Scenario, carrier: Carrier): ExpectedCall => {
  const parts = [scenario.carrierPriceUsd?.[carrier], scenario.assistantCostUsd ?? undefined].filter(
    (usd) => usd !== undefined,
  );
  return {
    status: scenario.status,
    outcome: scenario.outcome,
    durationSeconds: scenario.durationSeconds,
    // Rounded to the four decimals that are kept: floats do not add up.
    providerCostCents:
      parts.length === 0 ? null : Math.round(parts.reduce((sum, usd) => sum + usd, 0) * 1_000_000) / 10_000,
    aiHandled: scenario.assistant !== null,
  };
};
