import { afterAll, beforeAll, expect, test } from 'vitest';
import { playScenario } from '../dev/simulator/play.ts';
import { callWorkflowId } from '../src/temporal/ids.ts';
import { costOf } from './support/budget.ts';
import { publicUrl, startStack, type Stack } from './support/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({
    CALL_GRACE_SECONDS: '60',
    CALL_WATCHDOG_SECONDS: '600',
    CALL_PRICE_AFTER_SECONDS: '3,60',
  });
});
afterAll(() => stack.stop());

test('an AI call with seven webhooks of its carrier and four of its assistant costs Temporal little', async () => {
  const { callSid, problems } = await playScenario({
    scenario: 'booked',
    provider: 'twilio',
    tenant: stack.tenant.slug,
    baseUrl: stack.baseUrl,
    publicUrl,
    standinsUrl: stack.standins.n8n.url,
    // Slow enough for its webhooks to come one by one, as in life.
    speed: 4,
    account: null,
  });
  expect(problems).toEqual([]);
  const call = await stack.closedCall(callSid);
  expect(call).toMatchObject({ outcome: 'BOOKED', aiHandled: true });
  expect(call.providerCostCents).toBeGreaterThan(0);
  const workflowId = callWorkflowId({ tenantId: stack.tenant.id, externalCallId: callSid });
  await stack.app.temporal.workflow.getHandle(workflowId).result();
  // A save is an activity only where PostgreSQL took its time.
  const cost = await costOf(stack.app.temporal, workflowId, ['deliverFirst', 'saveCall']);
  expect(cost.actions).toBeLessThanOrEqual(14);
  expect(cost.events).toBeLessThanOrEqual(60);
});
