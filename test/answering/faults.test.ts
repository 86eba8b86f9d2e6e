import { describe, expect, test } from 'vitest';
import { findFaults, type PlanFacts } from '../../src/domain/answering/faults.ts';
import { badPlansOf } from '../support/answering/mutants.ts';
import { frame, goodPlans, rung, text } from '../support/answering/plans.ts';

const facts: PlanFacts = { circularNumbers: ['+15145550100'], hasAssistant: true };

const planted = Object.entries(goodPlans).flatMap(([name, plan]) => badPlansOf(plan).map((bad) => ({ name, bad })));

test('hundreds of bad plans are planted', () => {
  expect(planted.length).toBeGreaterThan(200);
});

describe.each(Object.keys(goodPlans) as (keyof typeof goodPlans)[])('of %s', (name) => {
  test('the good plan has no fault', () => {
    expect(findFaults(goodPlans[name], facts)).toEqual([]);
  });

  test.each(planted.filter((one) => one.name === name).map(({ bad }) => bad))(
    '$what is refused: $code',
    ({ plan, code, path, hour }) => {
      const known = code === 'assistant.missing' ? { ...facts, hasAssistant: false } : facts;
      const found = findFaults(plan, known).filter((fault) => fault.code === code && fault.path === path);
      expect(found).not.toEqual([]);
      expect(hour === undefined || found.some((fault) => fault.hour?.state === hour)).toBe(true);
    },
  );
});

test('a dead key is refused with its hour and step', () => {
  const plan = {
    ...frame,
    start: { open: 'menu', closed: 'menu' },
    steps: {
      menu: { type: 'menu', prompt: text('le menu'), choices: { '4': 'office' }, otherwise: 'voicemail' },
      office: { type: 'staff', rungs: [rung('Bureau', 1, { during: 'open' })], otherwise: 'voicemail' },
      voicemail: { type: 'voicemail' },
    },
  } as const;
  expect(findFaults(plan)).toEqual([
    {
      code: 'key.dead',
      path: 'steps.menu.choices.4',
      step: 'menu',
      hour: { state: 'closed', weekday: 'monday', time: '00:00' },
      params: { key: '4', name: 'office' },
    },
  ]);
});

test('a circle is told once, and a person who is never called by name', () => {
  const plan = {
    ...frame,
    start: { open: 'b', closed: 'voicemail' },
    steps: {
      a: { type: 'assistant', otherwise: 'b' },
      b: { type: 'staff', rungs: [rung('Nuit', 1, { during: 'closed' }), rung('Jour', 2)], otherwise: 'a' },
      voicemail: { type: 'voicemail' },
    },
  } as const;
  expect(findFaults(plan)).toEqual([
    { code: 'step.loop', path: 'steps.a', step: 'a', params: { steps: 'a, b' } },
    { code: 'rung.never_called', path: 'steps.b.rungs.0', step: 'b', params: { name: 'Nuit' } },
  ]);
});

test('a key is not dead where the call is passed on to people who work', () => {
  const plan = {
    ...frame,
    start: { open: 'menu', closed: 'menu' },
    steps: {
      menu: { type: 'menu', prompt: text('le menu'), choices: { '4': 'office' }, otherwise: 'voicemail' },
      office: { type: 'staff', rungs: [rung('Bureau', 1, { during: 'open' })], otherwise: 'wait' },
      wait: { type: 'say', text: text('un instant'), next: 'on-call' },
      'on-call': { type: 'staff', rungs: [rung('Josée', 2)], otherwise: 'voicemail' },
      voicemail: { type: 'voicemail' },
    },
  } as const;
  expect(findFaults(plan)).toEqual([]);
});
