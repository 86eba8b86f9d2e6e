import { expect, test } from 'vitest';
import { arrange } from './order.ts';
import { buildScenario } from './scenarios/index.ts';

const webhooks = buildScenario('voicemail');
const keys = (groups: { key: string }[][]): string[] => groups.flat().map(({ key }) => key);
const seeds = Array.from({ length: 50 }, (_none, seed) => seed);

test('by itself the order is the true one', () => {
  expect(keys(arrange(webhooks))).toEqual(webhooks.map(({ key }) => key));
});

const disorder = (seed: number) => keys(arrange(webhooks, { shuffle: true, duplicate: true, seed }));

test('a seed gives the same disorder again, another seed another', () => {
  expect(disorder(7)).toEqual(disorder(7));
  expect(disorder(7)).not.toEqual(disorder(8));
});

test.each(seeds)('shuffled, nothing is lost and nothing comes before its cause (seed %i)', (seed) => {
  const order = keys(arrange(webhooks, { shuffle: true, seed }));
  expect(order.toSorted()).toEqual(webhooks.map(({ key }) => key).toSorted());
  const early = webhooks.filter(({ key, after }) => after && order.indexOf(after) > order.indexOf(key));
  expect(early).toEqual([]);
});

test('the last word of the call comes first in some disorder', () => {
  expect(seeds.some((seed) => keys(arrange(webhooks, { shuffle: true, seed }))[0] === 'ended')).toBe(true);
});

test('each webhook is sent two or three times', () => {
  const sent = keys(arrange(webhooks, { shuffle: true, duplicate: true, seed: 3 }));
  const counts = webhooks.map(({ key }) => sent.filter((one) => one === key).length);
  expect(new Set(counts)).toEqual(new Set([2, 3]));
});

test("the carrier's last word is lost, also when repeated", () => {
  const sent = keys(arrange(webhooks, { shuffle: true, duplicate: true, dropLast: true }));
  expect(sent).not.toContain('ended');
  expect(new Set(sent).size).toBe(webhooks.length - 1);
});
