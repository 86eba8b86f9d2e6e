import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { signed } from './carrier.ts';
import { signIn, waitForCall, type ShownCall } from './dashboard.ts';
import { defaultStandinsUrl } from '../standins/ports.ts';
import { demo } from './demo.ts';
import { arrange, type Disorder } from './order.ts';
import { register } from './register.ts';
import { expectedOf, type ExpectedCall } from './scenario.ts';
import { buildScenario, scenarios, type ScenarioName } from './scenarios/index.ts';
import { send, type Sent } from './send.ts';
import { setStage, type Stage, type StageOptions } from './stage.ts';
import type { CallbackName, WebhookToSend } from './webhook.ts';

export interface PlayOptions extends Omit<StageOptions, 'startedAt'>, Disorder {
  scenario: ScenarioName;
  /** Where the instance listens. Default `http://localhost:3000`. */
  baseUrl?: string;
  /** Of the n8n stand-in, which knows the others; null: without stand-ins. */
  standinsUrl?: string | null;
  /** So many times faster than life; Infinity without any pause. */
  speed?: number;
  /** Null: only send, do not ask the dashboard what became of it. */
  account?: { email: string; password: string } | null;
  /** Patience with an instance that has not closed the call yet. */
  waitSeconds?: number;
  onSent?: (sent: Sent) => void;
  onNote?: (note: string) => void;
}

export interface PlayReport {
  scenario: ScenarioName;
  callSid: string;
  vapiCallId: string;
  expected: ExpectedCall;
  sent: Sent[];
  /** As the dashboard shows it in the end. */
  call: ShownCall | undefined;
  /** Empty when every webhook was taken and the call ended as expected. */
  problems: string[];
}

/** Money, not floats: four decimals are kept. Nothing charged and nothing known are the same here. */
const sameCents = (a: number | null, b: number | null): boolean => Math.abs((a ?? 0) - (b ?? 0)) < 0.00005;

const differences = (expected: ExpectedCall, call: ShownCall | undefined): string[] => {
  if (!call) return ['the dashboard does not know the call'];
  const { providerCostCents, ...rest } = expected;
  const wrong = Object.entries(rest).filter(([name, value]) => call[name] !== value);
  return [
    ...wrong.map(([name, value]) => `${name} is ${String(call[name])}, not ${String(value)}`),
    ...(sameCents(call.providerCostCents, providerCostCents)
      ? []
      : [`providerCostCents is ${call.providerCostCents}, not ${providerCostCents}`]),
  ];
};

/** The webhook as it is sent to the URL that the TwiML named, signed anew for that URL. */
const addressed = (
  webhook: WebhookToSend,
  callbacks: Partial<Record<CallbackName, string>>,
  stage: Stage,
): WebhookToSend => {
  const url = webhook.follows && callbacks[webhook.follows];
  if (!url) return webhook;
  return { ...webhook, url, headers: { ...webhook.headers, ...signed(stage, url, webhook.body) } };
};

/** @returns what was answered, in the order of sending. */
const sendAll = async (
  groups: WebhookToSend[][],
  stage: Stage,
  baseUrl: string,
  pauseMs: (group: number) => number,
  onSent: (sent: Sent) => void,
): Promise<Sent[]> => {
  const callbacks: Partial<Record<CallbackName, string>> = {};
  const all: Sent[] = [];
  for (const [index, group] of groups.entries()) {
    await sleep(pauseMs(index));
    const sent = await Promise.all(group.map((webhook) => send(addressed(webhook, callbacks, stage), baseUrl)));
    for (const one of sent) {
      Object.assign(callbacks, one.callbacks);
      onSent(one);
    }
    all.push(...sent);
  }
  return all;
};

/** Plays one call over real HTTP: registers it with the stand-ins, sends its webhooks, looks at the dashboard. */
export const playScenario = async (options: PlayOptions): Promise<PlayReport> => {
  const {
    scenario: name,
    baseUrl = 'http://localhost:3000',
    speed = 40,
    standinsUrl = defaultStandinsUrl,
    onSent = () => {},
    onNote = () => {},
  } = options;
  const account =
    options.account === undefined ? { email: demo.users[0].email, password: demo.password } : options.account;
  const scenario = scenarios[name];
  const stageOptions: StageOptions = { publicUrl: baseUrl, id: randomUUID(), ...options };
  const lastsMs = (buildScenario(name, stageOptions).at(-1)?.atSeconds ?? 0) * 1000;
  const playMs = lastsMs / speed;
  // However fast it is played, its last moment is now: no webhook comes from the future.
  const played: StageOptions = { ...stageOptions, startedAt: new Date(Date.now() + playMs - lastsMs) };
  const stage = setStage(played);
  const groups = arrange(buildScenario(name, played), options);
  const expected = expectedOf(scenario, stage.carrier);

  const missing = standinsUrl === null ? undefined : await register(scenario, stage, standinsUrl, playMs);
  if (missing) onNote(missing);
  const pauseMs = (index: number): number => {
    if (options.shuffle) return playMs / groups.length;
    return index === 0
      ? 0
      : (((groups[index]?.[0]?.atSeconds ?? 0) - (groups[index - 1]?.[0]?.atSeconds ?? 0)) * 1000) / speed;
  };
  const sent = await sendAll(groups, stage, baseUrl, pauseMs, onSent);
  const problems = sent.flatMap(({ label, problems: found }) => found.map((problem) => `${label}: ${problem}`));
  const report = { scenario: name, callSid: stage.callSid, vapiCallId: stage.vapiCallId, expected, sent };
  if (!account) return { ...report, call: undefined, problems };

  const dashboard = await signIn(baseUrl, account.email, account.password);
  onNote('waiting for the call to be closed…');
  const call = await waitForCall(dashboard, stage.callSid, {
    closingMs: (options.waitSeconds ?? (options.dropLast ? 180 : 30)) * 1000,
    costMs: 30_000,
    costSettled: ({ providerCostCents }) => sameCents(providerCostCents, expected.providerCostCents),
  });
  return {
    ...report,
    call,
    problems: [
      ...problems,
      ...differences(missing && call ? { ...expected, providerCostCents: call.providerCostCents } : expected, call),
    ],
  };
};
