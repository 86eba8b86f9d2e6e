import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallObservation } from '../src/domain/calls/observation.ts';
import { CallSession } from '../src/domain/calls/session.ts';
import { carriers, type Carrier } from '../src/domain/providers.ts';
import { buildScenario, scenarioNames, type ScenarioName } from '../dev/simulator/scenarios/index.ts';
import { createProviders } from '../src/providers/registry.ts';
import type { ParsedWebhook } from '../src/providers/provider.ts';

const unreachable = 'http://127.0.0.1:9';
const providers = createProviders({
  providerUrls: { twilio: unreachable, signalwire: unreachable, vapi: unreachable },
});

/** The webhooks of a played call that are kept, as the providers' adapters understand them. */
const heard = (name: ScenarioName, provider: Carrier): ParsedWebhook[] =>
  buildScenario(name, { provider })
    .map(({ provider: sender, url, headers, body, atSeconds }) =>
      providers[sender].parse({
        url,
        headers: Object.fromEntries(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value])),
        rawBody: Buffer.from(body),
        receivedAt: new Date(Date.UTC(2026, 10, 20, 15) + atSeconds * 1000),
      }),
    )
    .filter(({ isChatter }) => !isChatter);

const settle = (events: readonly CallObservation[]) => {
  const session = new CallSession('call');
  session.merge(events);
  return session.snapshot();
};

const played = scenarioNames.flatMap((name) => carriers.map((carrier) => [name, carrier] as const));

describe.each(played)('%s over %s', (name, carrier) => {
  const webhooks = heard(name, carrier);
  const events = webhooks.flatMap((webhook) => webhook.events);
  const told = settle(events);

  test('is one call, however many providers report it', () => {
    expect(new Set(webhooks.map((webhook) => webhook.externalCallId)).size).toBe(1);
    expect(told.status).not.toBe('queued');
    expect(told.outcome).not.toBeNull();
  });

  test('ends the same for every order and repetition of its webhooks', () => {
    const order = fc.shuffledSubarray([...events, ...events], { minLength: events.length });
    fc.assert(
      fc.property(order, (shuffled) => {
        // Some may come only in the second copy: complete the set, at the end.
        expect(settle([...shuffled, ...events])).toEqual(told);
        expect(settle([...events.toReversed(), ...shuffled])).toEqual(told);
      }),
    );
  });

  test('has webhooks with different ids', () => {
    expect(new Set(webhooks.map((webhook) => webhook.externalId)).size).toBe(webhooks.length);
  });
});
