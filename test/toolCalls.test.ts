import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemEm } from '../src/db/core/tenancy.ts';
import { callWorkflowId } from '../src/temporal/ids.ts';
import { callTool } from '../src/temporal/start/calls.ts';
import { startWorker } from '../src/worker/worker.ts';
import { historyText } from './support/histories.ts';
import { aboutCall, recordsOf } from './support/records.ts';
import { completedCall, twilioFormUntilTaken } from './support/send.ts';
import { startStack, until, withoutAssistant, type Stack } from './support/stack.ts';
import { askTools, effectsOf, newCallId, newToolId, takeMessage, toolCalls, type AskedTool } from './support/tools.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startStack(withoutAssistant)));
afterAll(() => stack.stop());

const ask = (callSid: string, tools: AskedTool[], fields?: Record<string, unknown>) =>
  askTools(stack, toolCalls(callSid, tools, fields));
const end = (callSid: string) =>
  twilioFormUntilTaken(stack.baseUrl, `/webhooks/twilio/${stack.tenant.slug}`, completedCall(callSid));

const payloadOf = (name: string): { message: object } =>
  JSON.parse(readFileSync(new URL(`fixtures/payloads/vapi/${name}.json`, import.meta.url), 'utf8'));

/** As the tenant's own: its tool calls and call ids are no other test's. */
const inCallOf = (message: object, callSid: string) => {
  const { call } = message as { call: object };
  return { ...message, call: { ...call, id: randomUUID(), phoneCallProviderId: callSid } };
};

test('each tool of one webhook is answered, in order; what was promised is a row, with its event', async () => {
  const callSid = newCallId();
  const results = await askTools(stack, inCallOf(payloadOf('tool-calls-message-and-sms').message, callSid));
  expect(results).toEqual([
    { toolCallId: 'call_ms1', name: 'take_message', result: expect.stringMatching(/^C’est noté.*It is noted.*$/) },
    { toolCallId: 'call_sm1', name: 'send_sms', error: expect.stringMatching(/rien n’a été fait.*nothing was done/) },
  ]);
  const { items, calls, events } = await effectsOf(stack, 'call_ms1');
  expect(items).toMatchObject([
    {
      kind: 'message',
      text: 'Rappeler avant midi',
      callerNumber: '+15145550173',
      status: 'open',
      priority: 'normal',
      externalCallId: callSid,
      language: null,
    },
  ]);
  expect(calls).toHaveLength(1);
  expect(events.map(({ eventType }) => eventType)).toEqual(['work_item.created']);
  const delivered = await until('the event', async () =>
    stack.standins.n8n.deliveries().find(({ eventId }) => eventId === events[0]?.eventId),
  );
  expect(delivered.verified).toBe(true);
  expect((await effectsOf(stack, 'call_sm1')).calls).toEqual([]);
});

test('the sentence names what was committed', async () => {
  const request = { id: newToolId(), name: 'request_callback', args: { reason: 'Fournaise', urgent: true } };
  const [answer] = await ask(newCallId(), [request]);
  const { items } = await effectsOf(stack, request.id);
  expect(items).toMatchObject([
    { kind: 'callback', priority: 'emergency', callerNumber: '+15145550173', language: 'fr' },
  ]);
  const hour = new Intl.DateTimeFormat('fr-CA', { hour: 'numeric', timeZone: 'America/Toronto' });
  const spoken = hour.format(items[0]?.dueAt).replaceAll(/\s/g, ' ').replace(/^0/, '');
  expect(answer?.result).toMatch(/^C’est noté : une personne de l’équipe vous rappelle d’ici .*\.$/);
  expect(answer?.result).toContain(spoken);
});

test.each<[string, AskedTool['args'], RegExp]>([
  ['take_message', {}, /le message/],
  ['take_message', { message: 'a', callbackNumber: 'x' }, /le numéro/],
  ['transfer_to_human', { reason: 'urgence' }, /rien n’a été fait/],
  ['bookAppointment', {}, /rien n’a été fait/],
])('%s with %j leaves no row, and claims nothing', async (name, args, error) => {
  const id = newToolId();
  const [answer] = await ask(newCallId(), [{ id, name, args }]);
  expect(answer).toEqual({ toolCallId: id, name, error: expect.stringMatching(error) });
  expect(await effectsOf(stack, id)).toEqual({ items: [], calls: [], events: [] });
});

test('what the business has not said is not invented', async () => {
  const [answer] = await ask(newCallId(), [{ id: newToolId(), name: 'get_business_info', args: { topic: 'prices' } }]);
  expect(answer?.result).toBe(
    'Entreprise : Plomberie Essai. L’entreprise n’a pas précisé ses prix : n’inventez rien, proposez de prendre un message.',
  );
});

test('the same call five times at once, and again in other words, has one effect and one answer', async () => {
  const callSid = newCallId();
  const tool = takeMessage();
  // Five copies of one webhook, and others that ask for the same: Vapi repeats itself with another snapshot.
  const answers = await Promise.all([
    ...Array.from({ length: 5 }, () => ask(callSid, [tool])),
    ask(callSid, [tool], { timestamp: 1_795_442_531_001 }),
    ask(callSid, [tool, tool], { timestamp: 1_795_442_531_002 }),
  ]);
  const results = new Set(answers.flat().map(({ result }) => result));
  expect([...results]).toEqual([expect.stringContaining('C’est noté')]);
  const { items, calls, events } = await effectsOf(stack, tool.id);
  expect([items.length, calls.length, events.length]).toEqual([1, 1, 1]);
});

test('a tool call that comes after its call has closed is answered, and its repetition the same', async () => {
  const callSid = newCallId();
  const before = takeMessage();
  const [first] = await ask(callSid, [before]);
  await end(callSid);
  await stack.closedCall(callSid);
  await stack.app.temporal.workflow
    .getHandle(callWorkflowId({ tenantId: stack.tenant.id, externalCallId: callSid }))
    .result();
  expect(await ask(callSid, [before], { timestamp: 1 })).toEqual([first]);
  const late = takeMessage();
  const [answer] = await ask(callSid, [late]);
  expect(answer?.result).toContain('C’est noté');
  expect(await ask(callSid, [late], { timestamp: 1 })).toEqual([answer]);
  for (const { id } of [before, late]) expect((await effectsOf(stack, id)).items).toHaveLength(1);
});

test('each tenant has its own, also under the same id', async () => {
  const other = await stack.createTenant();
  const tool = takeMessage();
  const message = toolCalls(newCallId(), [tool]);
  await Promise.all([askTools(stack, message), askTools(stack, message, other.slug)]);
  const [mine] = (await effectsOf(stack, tool.id)).items;
  const [theirs] = (await effectsOf(stack, tool.id, other.id)).items;
  expect(mine?.tenantId).toBe(stack.tenant.id);
  expect(theirs?.tenantId).toBe(other.id);
  expect(mine?.id).not.toBe(theirs?.id);
});

test('Temporal shows the tool call, and keeps nothing that the caller said', async () => {
  const callSid = newCallId();
  const tool = takeMessage(newToolId(), 'Ma fournaise est en panne');
  await ask(callSid, [tool]);
  const workflowId = callWorkflowId({ tenantId: stack.tenant.id, externalCallId: callSid });
  const kept = await historyText(stack.app.temporal, workflowId);
  expect(kept).toContain(tool.id);
  expect(kept).toContain('work_item.noted');
  expect(['fournaise', '5145550173', 'Lebœuf'].filter((said) => kept.includes(said))).toEqual([]);
});

const starter = () => {
  const { temporal, config } = stack.app;
  return { temporal, taskQueue: config.temporal.taskQueue, timing: config.call };
};

describe('without a worker', () => {
  test('the API answers by itself, and what the next worker finds has no second effect', async () => {
    await stack.worker.stop();
    const callSid = newCallId();
    const tool = takeMessage();
    const [answer] = await ask(callSid, [tool]);
    expect(answer?.result).toContain('C’est noté');
    stack.worker = await startWorker(stack.app);
    // The update that waited is refused or has found the row: whichever, the next one gets the same answer.
    await end(callSid);
    await stack.closedCall(callSid);
    expect(await ask(callSid, [tool], { timestamp: 1 })).toEqual([answer]);
    expect((await effectsOf(stack, tool.id)).items).toHaveLength(1);
  });

  test('an update that comes to a worker after its time leaves no row', async () => {
    const callSid = newCallId();
    const tool = takeMessage();
    // Stored, and not asked for yet.
    const { externalId } = await recordsOf(stack.app, stack.tenant.id).event({
      ...aboutCall(callSid),
      provider: 'vapi',
      eventType: 'tool-calls',
      payload: { message: toolCalls(callSid, [tool]) },
    });
    await stack.worker.stop();
    const expiresAt = new Date(Date.now() + 500);
    const webhook = { provider: 'vapi' as const, externalId };
    const call = { toolCallId: tool.id, name: tool.name, webhook, expiresAt: expiresAt.toISOString() };
    const asked = callTool(starter(), { tenantId: stack.tenant.id, externalCallId: callSid }, call).catch(
      (error: unknown) => error,
    );
    await until('its time to pass', () => Promise.resolve(new Date() > expiresAt));
    stack.worker = await startWorker(stack.app);
    expect(String((await asked) as Error)).toMatch(/Update failed|expired/i);
    expect(await effectsOf(stack, tool.id)).toEqual({ items: [], calls: [], events: [] });
  });
});

test('work whose time has passed is told once, and again after it got another time', async () => {
  const tool = takeMessage();
  await ask(newCallId(), [tool]);
  const [item] = (await effectsOf(stack, tool.id)).items;
  const overdueEvents = async () =>
    (await effectsOf(stack, tool.id)).events.filter(({ eventType }) => eventType === 'work_item.overdue');
  const move = (minutes: number) =>
    systemEm(stack.app.orm).execute(
      `update work_items set due_at = now() - make_interval(mins => ?), overdue_told_at = null where id = ?`,
      [minutes, item?.id],
    );
  await move(10);
  await until('the first', async () => (await overdueEvents()).length === 1);
  await move(5);
  await until('the second', async () => (await overdueEvents()).length === 2);
  const { events } = await effectsOf(stack, tool.id);
  expect(new Set(events.map(({ sequence }) => sequence))).toEqual(new Set([1, 2, 3]));
});
