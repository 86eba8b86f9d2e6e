import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo } from '../dev/simulator/demo.ts';
import { playScenario } from '../dev/simulator/play.ts';
import { amendmentWorkflowId, callWorkflowId } from '../src/temporal/ids.ts';
import { historyText } from './support/histories.ts';
import { twilioFormUntilTaken } from './support/send.ts';
import { publicUrl, startStack, until, type Stack } from './support/stack.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startStack()));
afterAll(() => stack.stop());

/** Every text in a JSON value that could say something of a person. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? value.length > 3
      ? [value]
      : []
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(textsIn)
      : [];

test.each([false, true])('Temporal keeps nothing that was said of people, with asked answers: %s', async (dropLast) => {
  const { callSid } = await playScenario({
    scenario: 'booked',
    provider: 'twilio',
    dropLast,
    tenant: stack.tenant.slug,
    baseUrl: stack.baseUrl,
    publicUrl,
    standinsUrl: stack.standins.n8n.url,
    speed: Number.POSITIVE_INFINITY,
    account: null,
  });
  const call = await stack.closedCall(callSid);
  const key = { tenantId: stack.tenant.id, externalCallId: callSid };
  // The row is closed a moment before its workflow: what comes in between goes to the workflow itself.
  await stack.app.temporal.workflow.getHandle(callWorkflowId(key)).result();
  const late = {
    AccountSid: demo.twilio.accountSid,
    CallSid: callSid,
    RecordingSid: 'RElate',
    RecordingUrl: 'https://api.twilio.com/recordings/RElate',
    RecordingStatus: 'completed',
    RecordingDuration: '12',
  };
  await twilioFormUntilTaken(stack.baseUrl, `/webhooks/twilio/${stack.tenant.slug}`, late);
  const amended = await until('the late recording', async () => {
    const found = await stack.findCall(callSid);
    return found?.recordings.some(({ recordingId }) => recordingId === 'RElate') ? found : null;
  });

  const said = [
    call.from,
    call.to,
    ...(call.transcript?.split('\n') ?? []),
    call.summary,
    ...textsIn(call.structuredData),
    ...amended.recordings.map(({ url }) => url),
  ].filter((text): text is string => typeof text === 'string' && text.trim().length > 3);
  expect(said.length).toBeGreaterThan(8);
  for (const workflowId of [callWorkflowId(key), amendmentWorkflowId(key)]) {
    await stack.app.temporal.workflow.getHandle(workflowId).result();
    const kept = await historyText(stack.app.temporal, workflowId);
    // It is read at all.
    expect(kept.includes('providerEvents') && kept.includes('\\"type\\":\\"recording\\"')).toBe(true);
    expect(said.filter((text) => kept.includes(text))).toEqual([]);
  }
});
