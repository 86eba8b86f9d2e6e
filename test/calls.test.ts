import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carriers, type Carrier } from '../src/domain/providers.ts';
import type { Disorder } from '../src/dev/simulator/order.ts';
import { playScenario, type PlayReport } from '../src/dev/simulator/play.ts';
import { buildScenario, scenarioNames, type ScenarioName } from '../src/dev/simulator/scenarios/index.ts';
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

    const events = await stack.webhookEvents(callSid);
    expect(events).toHaveLength(
      buildScenario(scenario, { provider: carrier }).length - Number(disorder.dropLast ?? false),
    );
    // The mark follows the signal: a call may close in between.
    await until('every webhook to be marked', async () =>
      (await stack.webhookEvents(callSid)).every((event) => event.relayedAt !== null),
    );

    const deliveries = await until('all deliveries', async () => {
      const found = await stack.deliveries(callSid);
      return found.every(({ status }) => status === 'delivered') ? found : null;
    });
    const received = stack.standins.n8n.deliveries().filter(({ id }) => deliveries.some((one) => one.id === id));
    expect(new Set(received.map(({ eventId }) => eventId))).toEqual(new Set(deliveries.map(({ eventId }) => eventId)));
    expect(new Set(received.map(({ id }) => id)).size).toBe(deliveries.length);
    expect(received.every(({ verified }) => verified)).toBe(true);

    const order = disorder.shuffle ? 'disorderly' : 'orderly';
    await saveHistory(stack.ctx.temporal, `call/${stack.tenant.id}/${callSid}`, `${scenario}-${carrier}-${order}`);
  });
});
