import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carriers, type Carrier } from '../src/domain/providers.ts';
import { describeCall } from '../src/domain/calls/session.ts';
import { eventsOf } from '../src/contract/events/catalogue.ts';
import type { Disorder } from '../dev/simulator/order.ts';
import { playScenario, type PlayReport } from '../dev/simulator/play.ts';
import { buildScenario, scenarioNames, type ScenarioName } from '../dev/simulator/scenarios/index.ts';
import { saveHistory } from './support/histories.ts';
import { publicUrl, startStack, until, type Stack } from './support/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(async () => {
  await stack.stop();
  expect(stack.standins.violations()).toEqual([]);
});

const play = (scenario: ScenarioName, provider: Carrier, disorder: Disorder = {}): Promise<PlayReport> =>
  playScenario({
    scenario,
    provider,
    ...disorder,
    tenant: stack.tenant.slug,
    baseUrl: stack.baseUrl,
    publicUrl,
    standinsUrl: stack.standins.n8n.url,
    speed: Number.POSITIVE_INFINITY,
    account: null,
  });

/** What Vapi says again in its report is acknowledged and not kept. */
const isChatter = (label: string): boolean => /speech-update|conversation-update|transcript/.test(label);

const orderly: Disorder = {};
/** Seed 4 has the assistant's report overtake every word of the carrier. */
const disorderly: Disorder = { shuffle: true, duplicate: true, dropLast: true, seed: 4 };

describe.each(scenarioNames)('a call that is %s', (scenario) => {
  test.concurrent.each(
    carriers.flatMap(
      (carrier) =>
        [
          [carrier, orderly],
          [carrier, disorderly],
        ] as const,
    ),
  )('over %s with %o', async (carrier, disorder) => {
    const { callSid, expected, problems } = await play(scenario, carrier, disorder);
    // The dashboard is not asked here: nothing but the webhooks' answers can be a problem.
    expect(problems.filter((problem) => !problem.startsWith('the dashboard'))).toEqual([]);

    const call = await stack.closedCall(callSid);
    expect(call).toMatchObject({
      status: expected.status,
      outcome: expected.outcome,
      durationSeconds: expected.durationSeconds,
      aiHandled: expected.aiHandled,
      provider: carrier.toUpperCase(),
    });
    expect(call.providerCostCents).toBe(expected.providerCostCents);

    const kept = buildScenario(scenario, { provider: carrier }).filter(({ label }) => !isChatter(label));
    const events = await until('all webhooks to be marked', async () => {
      const found = await stack.webhookEvents(callSid);
      return found.length > 0 && found.every(({ relayedAt }) => relayedAt !== null) ? found : null;
    });
    expect(events.filter(({ eventType }) => eventType !== 'rest.call')).toHaveLength(
      kept.length - Number(disorder.dropLast ?? false),
    );

    const told = eventsOf(describeCall(callSid, call.facts), true, call.createdAt.toISOString());
    expect(told.map(({ eventType }) => eventType)).toEqual(expect.arrayContaining(['call.started', 'call.ended']));
    const deliveries = await until('all deliveries', async () => {
      const found = await stack.deliveries(callSid);
      return found.length === told.length && found.every(({ status }) => status === 'delivered') ? found : null;
    });
    expect(new Set(deliveries.map(({ eventId }) => eventId))).toEqual(new Set(told.map(({ eventId }) => eventId)));
    const received = stack.standins.n8n.deliveries().filter(({ id }) => deliveries.some((one) => one.id === id));
    expect(new Set(received.map(({ eventId }) => eventId))).toEqual(new Set(deliveries.map(({ eventId }) => eventId)));
    expect(new Set(received.map(({ id }) => id)).size).toBe(deliveries.length);
    expect(received.every(({ verified }) => verified)).toBe(true);

    const order = disorder.shuffle ? 'disorderly' : 'orderly';
    await saveHistory(stack.app.temporal, `call/${stack.tenant.id}/${callSid}`, `${scenario}-${carrier}-${order}`);
  });
});
