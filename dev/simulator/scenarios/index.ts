import type { Carrier } from '../../../src/domain/providers.ts';
import type { Scenario } from '../scenario.ts';
import { setStage, type StageOptions } from '../stage.ts';
import type { WebhookToSend } from '../webhook.ts';
import { booked } from './booked.ts';
import { busy } from './busy.ts';
import { message } from './message.ts';
import { missed } from './missed.ts';
import { transferred } from './transferred.ts';
import { voicemail } from './voicemail.ts';

export const scenarios = { booked, message, missed, busy, transferred, voicemail } as const satisfies Record<
  string,
  Scenario
>;
export type ScenarioName = keyof typeof scenarios;
export const scenarioNames = Object.keys(scenarios) as ScenarioName[];

const isScenario = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name);

/** `booked`, and with the carrier in front: `signalwire-booked`; `twilio-inbound` is the everyday call. */
export const findScenario = (name: string): { name: ScenarioName; provider?: Carrier } | undefined => {
  const [, provider, rest = ''] = /^(?:(twilio|signalwire)-)?(.+)$/.exec(name.toLowerCase()) ?? [];
  const found = rest === 'inbound' ? 'booked' : rest;
  if (!isScenario(found)) return undefined;
  return provider ? { name: found, provider: provider as Carrier } : { name: found };
};

/**
 * The webhooks of a call in the order in which the vendors would send them, signed. Pure: the same options give the same
 * bytes.
 */
export const buildScenario = (name: ScenarioName, options: StageOptions = {}): WebhookToSend[] =>
  scenarios[name].webhooks(setStage(options)).toSorted((a, b) => a.atSeconds - b.atSeconds);
