import { expect, test } from 'vitest';
import type { Verdict } from '../domain/deliveries/verdict.ts';
import type { SubjectKind } from '../domain/subject.ts';
import { Flow, type Outgoing } from './flow.ts';

const outgoing = (id: string, callId: string | null = null, subjectKind: SubjectKind = 'call'): Outgoing => ({
  delivery: {
    id,
    tenantId: 'tenant',
    endpointId: 'endpoint',
    subjectKind: callId === null ? null : subjectKind,
    subjectId: callId,
    attempts: 0,
    attemptsInSchedule: 0,
    nextAttemptAt: null,
    createdAt: new Date(),
    event: null,
  },
  event: { eventId: id, eventType: 'call.ended', occurredAt: new Date(), sequence: 1, data: '{}' },
  notBefore: 0,
});

const many = (count: number): Outgoing[] => Array.from({ length: count }, (_, index) => outgoing(`d${index}`));

/** A flow whose endpoint answers when the test says so. */
const flowOf = (streak = 0) => {
  const underWay = new Map<string, (verdict: Verdict) => void>();
  const sent: string[] = [];
  const flow = new Flow({
    streak,
    send: ({ delivery: { id } }) => {
      sent.push(id);
      const { promise, resolve } = Promise.withResolvers<Verdict>();
      underWay.set(id, resolve);
      return promise.then((verdict) => ({ verdict, settle: async () => undefined }));
    },
    onChange: () => undefined,
  });
  const answer = async (id: string, verdict: Verdict = 'delivered'): Promise<void> => {
    underWay.get(id)?.(verdict);
    underWay.delete(id);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { flow, sent, answer, running: () => underWay.size };
};

test('eight at once, the next as soon as one has answered', async () => {
  const { flow, sent, answer, running } = flowOf();
  flow.add(many(20));
  expect(running()).toBe(8);
  await answer('d3');
  expect(sent.at(-1)).toBe('d8');
  expect(running()).toBe(8);
});

test("a subject's events one after the other, those of others beside them", async () => {
  const { flow, sent, answer } = flowOf();
  flow.add([outgoing('a1', 'a'), outgoing('a2', 'a'), outgoing('b1', 'b'), outgoing('a3', 'a')]);
  // A message is another subject than the call of the same id.
  flow.add([outgoing('m1', 'a', 'message')]);
  expect(sent).toEqual(['a1', 'b1', 'm1']);
  await answer('a1', 'retry');
  expect(sent).toEqual(['a1', 'b1', 'm1', 'a2']);
  await answer('a2');
  expect(sent).toEqual(['a1', 'b1', 'm1', 'a2', 'a3']);
});

test('one bad event among good ones stops nothing', async () => {
  const { flow, sent, answer } = flowOf();
  flow.add(many(12));
  for (let index = 0; index < 12; index += 1) await answer(`d${index}`, index % 2 === 0 ? 'retry' : 'delivered');
  expect(sent).toHaveLength(12);
  expect(flow.isFailing).toBe(false);
});

test('after five failures in a row nothing more goes out, and the rest is handed back', async () => {
  const { flow, sent, answer } = flowOf();
  flow.add(many(20));
  for (let index = 0; index < 5; index += 1) await answer(`d${index}`, 'retryBriefly');
  expect(flow.isFailing).toBe(true);
  const before = sent.length;
  for (const id of sent.slice(5)) await answer(id, 'retry');
  expect(sent).toHaveLength(before);
  expect(flow.takeNotSent()).toEqual(
    many(20)
      .map(({ delivery }) => delivery.id)
      .filter((id) => !sent.includes(id)),
  );
  expect(flow.isIdle).toBe(true);
});

test('an endpoint that is back gets one, then two, then four', async () => {
  const { flow, sent, answer, running } = flowOf(9);
  flow.add([outgoing('probe')]);
  await answer('probe');
  flow.add(many(40));
  const rounds: number[] = [];
  while (rounds.length < 4) {
    rounds.push(running());
    for (const id of sent.slice(-running())) await answer(id);
  }
  expect(rounds[0]).toBe(2);
  expect(rounds.every((count, index) => index === 0 || count > rounds[index - 1]! || count === 8)).toBe(true);
});

test('what is under way is not sent again where its claim had run out, but is where it was asked for anew', async () => {
  const { flow, sent, answer } = flowOf();
  const once = outgoing('d0');
  once.delivery.attemptsInSchedule = 2;
  flow.add([once]);
  flow.add([{ ...once, delivery: { ...once.delivery } }]);
  expect(sent).toEqual(['d0']);
  flow.add([outgoing('d0')]);
  await answer('d0');
  expect(sent).toEqual(['d0', 'd0']);
});

test('closing waits for what is under way, and hands back the rest', async () => {
  const { flow, answer } = flowOf();
  flow.add(many(10));
  const closed = flow.close();
  for (let index = 0; index < 8; index += 1) await answer(`d${index}`);
  await closed;
  expect(flow.takeNotSent()).toEqual(['d8', 'd9']);
});

test('no more is claimed than two seconds of what the endpoint allows', () => {
  expect(flowOf().flow.room(null)).toBe(64);
  expect(flowOf().flow.room(2)).toBe(4);
  expect(flowOf().flow.room(1_000)).toBe(64);
  expect(flowOf(9).flow.room(null)).toBe(1);
});
