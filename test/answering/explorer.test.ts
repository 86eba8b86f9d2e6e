import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer, type Happening } from '../../src/domain/answering/answer.ts';
import { findFaults } from '../../src/domain/answering/faults.ts';
import type { AnsweringPlan } from '../../src/domain/answering/plan.ts';
import { isOpen, type Situation } from '../../src/domain/answering/situation.ts';
import {
  explore,
  momentsOf,
  nextOf,
  representatives,
  situationOf,
  troublesOf,
  waitingIn,
  type Trouble,
} from '../support/answering/explore.ts';
import { anyPlan, goodPlans, maximalPlan, rung } from '../support/answering/plans.ts';

/** Who calls, and what the tenant has: a person of a ladder who calls, forwards or is the business's own number is passed over. */
const situationsOf = (plan: AnsweringPlan): Situation[] => {
  const variants: Partial<Situation>[] = [
    {},
    { hasAssistant: false },
    { circular: [rung('', 1).number, rung('', 10).number] },
    { override: { kind: 'closed' } },
    { override: { kind: 'all-to', number: '+15145550177' } },
    { override: { kind: 'all-to', number: '+15145550177' }, circular: ['+15145550177'], hasAssistant: false },
  ];
  return representatives(plan).flatMap((moment) => variants.map((more) => situationOf(plan, moment, more)));
};

const names = Object.keys(goodPlans) as (keyof typeof goodPlans)[];

describe.each(names)('the plan %s', (name) => {
  test('has no fault, and answers every caller at every hour, whatever fails', () => {
    expect(findFaults(goodPlans[name], { hasAssistant: true })).toEqual([]);
    const troubles = situationsOf(goodPlans[name])
      .flatMap((situation) => explore(situation).troubles)
      // With the people of a ladder passed over, its key calls nobody: that is not the plan's fault.
      .filter(({ kind }) => kind !== 'deadKey');
    expect(troubles).toEqual([]);
  });
});

test('a plan as large as can be is walked through on every day in less than five seconds of a processor', () => {
  const plan = maximalPlan();
  const before = process.cpuUsage();
  expect(findFaults(plan)).toEqual([]);
  const explored = representatives(plan).map((moment) => explore(situationOf(plan, moment)));
  expect(explored.flatMap(({ troubles }) => troubles)).toEqual([]);
  expect(Math.min(...explored.map(({ answers }) => answers))).toBeGreaterThan(1_000);
  const { user, system } = process.cpuUsage(before);
  expect(user + system).toBeLessThan(5_000_000);
});

test.each([maximalPlan(), ...Object.values(goodPlans)])(
  'of an hour, only whether the business is open counts (plan %#)',
  (plan) => {
    const begun = new Map<boolean, string>();
    for (const moment of momentsOf(plan)) {
      const open = isOpen({ plan, moment });
      const first = JSON.stringify(answer(situationOf(plan, moment), { type: 'begins' }));
      expect(first).toBe(begun.get(open) ?? first);
      begun.set(open, first);
    }
    expect(new Set(begun.keys())).toEqual(new Set([true, false]));
  },
);

describe('what the explorer finds', () => {
  const unreached = (plan: AnsweringPlan): Set<string> =>
    new Set(findFaults(plan).flatMap(({ code, step }) => (code === 'step.unreachable' && step ? [step] : [])));

  /** Faults that callers meet when they do nothing or press keys, as far as any call comes there. */
  const faultsMet = (plan: AnsweringPlan, ...codes: string[]) => {
    const nowhere = unreached(plan);
    return findFaults(plan).filter(({ code, step }) => codes.includes(code) && !(step && nowhere.has(step)));
  };
  const troublesMet = (plan: AnsweringPlan, ...kinds: Trouble['kind'][]): Trouble[] =>
    representatives(plan, true)
      .flatMap((moment) => explore(situationOf(plan, moment)).troubles)
      .filter(({ kind }) => kinds.includes(kind));

  test('is what findFaults refuses, for any plan', () => {
    let good = 0;
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(troublesMet(plan, 'astray', 'loop').length > 0).toBe(
          faultsMet(plan, 'step.missing', 'step.loop').length > 0,
        );
        const dead = new Set(faultsMet(plan, 'key.dead').map(({ step, params }) => `${step}.${params['key']}`));
        expect(new Set(troublesMet(plan, 'deadKey').map(({ where }) => where))).toEqual(dead);
        const isMute = troublesMet(plan, 'silence').length > 0;
        expect(isMute && faultsMet(plan, 'text.missing').length === 0).toBe(false);
        if (findFaults(plan).length === 0) good += 1;
      }),
      { numRuns: 1_000 },
    );
    expect(good).toBeGreaterThan(5);
  });
});

/** More than any caller of a good plan who keeps pressing keys goes through. */
const longestWalk = 1_000;

/** One caller's way through a plan, with the clock of the business going on during the call. */
const walk = (plan: AnsweringPlan, choices: readonly number[]): Trouble[] => {
  const moments = momentsOf(plan);
  let happening: Happening = { type: 'begins' };
  let turn = 0;
  const choose = (count: number): number => (choices[turn++ % choices.length] ?? 0) % count;
  for (let steps = 0; steps < longestWalk; steps += 1) {
    const situation = situationOf(plan, moments[choose(moments.length)]!, { hasAssistant: choose(4) > 0 });
    const instructions = answer(situation, happening);
    const troubles = troublesOf(situation, happening, instructions).filter(({ kind }) => kind !== 'deadKey');
    if (troubles.length > 0) return troubles;
    const waiting = waitingIn(instructions);
    const nexts = waiting ? nextOf(waiting) : [];
    if (nexts.length === 0) return [];
    happening = nexts[choose(nexts.length)]!.happening;
    // A caller may press keys as long as a call lasts: what counts is where it leads when the caller stops.
    if (steps > 20) happening = nexts.find(({ unaided }) => unaided)?.happening ?? happening;
  }
  return [{ kind: 'loop', where: 'a walk' }];
};

test('10,000 callers who do anything at all are answered by plans without faults', () => {
  let [answered, troubled] = [0, 0];
  fc.assert(
    fc.property(anyPlan, fc.array(fc.nat(1_000), { minLength: 5, maxLength: 60 }), (plan, choices) => {
      const troubles = walk(plan, choices);
      const faults = findFaults(plan);
      expect({ troubles: faults.length === 0 ? troubles : [] }).toEqual({ troubles: [] });
      if (faults.length === 0) answered += 1;
      else if (troubles.length > 0) troubled += 1;
    }),
    { numRuns: 10_000 },
  );
  expect(answered).toBeGreaterThan(100);
  expect(troubled).toBeGreaterThan(100);
});

test('a call begins where the hour says', () => {
  const plan = goodPlans.staffFirst;
  for (const moment of momentsOf(plan)) {
    const [, , dial] = answer(situationOf(plan, moment), { type: 'begins' });
    expect(dial?.do).toBe(isOpen({ plan, moment }) ? 'dialPerson' : 'dialAssistant');
  }
});
