import type { CarrierCallState } from '../standins/carrierCalls.ts';
import type { VapiCallState } from '../standins/vapiApi.ts';
import type { Scenario } from './scenario.ts';
import type { Stage } from './stage.ts';
import { vapiOf } from './vapi.ts';

interface StandinUrls {
  twilioUrl: string;
  signalwireUrl: string;
  vapiUrl: string;
}

const put = async (url: string, body: unknown): Promise<void> => {
  const response = await fetch(url, { method: 'PUT', body: JSON.stringify(body), signal: AbortSignal.timeout(2_000) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
};

/** How long a price takes. Minutes in life, which would be too long to wait for here. */
const ratedAfterMs = 1_500;

/** What the carrier's REST API says about the call, while it is played (`liveForMs`) and after. */
const carrierState = (scenario: Scenario, stage: Stage, liveForMs: number): CarrierCallState => ({
  accountSid: stage.accountSid,
  status: scenario.status,
  direction: 'inbound',
  from: stage.from,
  to: stage.to,
  startTime: stage.at(0).toISOString(),
  durationSeconds: scenario.durationSeconds,
  price: scenario.carrierPriceUsd?.[stage.carrier] ?? null,
  liveForMs,
  ratedAfterMs,
  recordings:
    scenario.voicemailSeconds === undefined
      ? []
      : [{ sid: stage.recordingSid, durationSeconds: scenario.voicemailSeconds }],
});

export const vapiState = (scenario: Scenario, stage: Stage, liveForMs: number): VapiCallState | undefined =>
  scenario.assistant
    ? {
        apiKey: stage.accounts.vapi.apiKey,
        liveForMs,
        call: vapiOf(stage, scenario.assistant(stage)).resource() as VapiCallState['call'],
      }
    : undefined;

/**
 * Registers the call with the stand-ins, so that they can answer when the instance asks about the call.
 * @returns why not, in words, where they are not there (a real carrier has no such door).
 */
export const register = async (
  scenario: Scenario,
  stage: Stage,
  standinsUrl: string,
  liveForMs: number,
): Promise<string | undefined> => {
  let urls: StandinUrls;
  try {
    const response = await fetch(`${standinsUrl}/__standin`, { signal: AbortSignal.timeout(2_000) });
    urls = (await response.json()) as StandinUrls;
  } catch {
    return `no stand-ins at ${standinsUrl}: the carrier's REST API will not know this call, so its cost may stay unknown`;
  }
  const { accounts, carrier } = stage;
  const carrierUrl = carrier === 'twilio' ? urls.twilioUrl : urls.signalwireUrl;
  await put(`${carrierUrl}/__standin/accounts/${stage.accountSid}`, {
    secret: carrier === 'twilio' ? accounts.twilio.authToken : accounts.signalwire.apiToken,
  });
  await put(`${carrierUrl}/__standin/calls/${stage.callSid}`, carrierState(scenario, stage, liveForMs));
  const vapi = vapiState(scenario, stage, liveForMs);
  if (vapi) {
    await put(`${urls.vapiUrl}/__standin/accounts/${accounts.vapi.apiKey}`, { secret: accounts.vapi.apiKey });
    await put(`${urls.vapiUrl}/__standin/calls/${stage.vapiCallId}`, vapi);
  }
  return undefined;
};
