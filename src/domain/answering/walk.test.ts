import { expect, test } from 'vitest';
import { examplePlan } from '../../contract/answering/examplePlan.ts';
import { findFaults } from './faults.ts';
import type { LocalMoment } from './moment.ts';
import type { Situation } from './situation.ts';
import { walk, type Reply } from './walk.ts';

const monday: LocalMoment = { date: '2026-01-12', weekday: 'monday', minute: 600 };
const situation: Situation = { plan: examplePlan, moment: monday, hasAssistant: true, circular: [] };

/** What the call waits for after each reply, and where. */
const course = (replies: Reply[], changed: Partial<Situation> = {}): string[] =>
  walk({ ...situation, ...changed }, replies).map(({ waits }) =>
    waits.do === 'hangUp' ? 'hangUp' : `${waits.do} ${waits.back.position?.step ?? ''}`.trim(),
  );

const notTaken: Reply = { type: 'not-taken' };
const silent: Reply = { type: 'silent' };

test('the example has no faults', () => {
  expect(findFaults(examplePlan, { hasAssistant: true })).toEqual([]);
});

test.each<[string, Reply[], string[]]>([
  ['only the beginning', [], ['dialAssistant assistant']],
  ['the assistant talks', [{ type: 'talked' }], ['dialAssistant assistant', 'hangUp']],
  [
    'an emergency',
    [notTaken, { type: 'pressed', key: '1' }, notTaken, { type: 'talked' }],
    ['dialAssistant assistant', 'ask menu', 'dialPerson on-call', 'dialPerson on-call', 'hangUp'],
  ],
  [
    'an emergency, in words',
    [notTaken, { type: 'said', text: 'Au feu!' }],
    ['dialAssistant assistant', 'ask menu', 'dialPerson on-call'],
  ],
  [
    'silence, then a message',
    [notTaken, silent, silent, silent, { type: 'message-left' }],
    ['dialAssistant assistant', 'ask menu', 'ask menu', 'ask menu', 'takeMessage voicemail', 'hangUp'],
  ],
  ['a reply that does not fit', [{ type: 'pressed', key: '1' }, notTaken], ['dialAssistant assistant']],
])('%s', (_what, replies, expected) => {
  expect(course(replies)).toEqual(expected);
});

test('consent is asked for first, and the call goes on either way', () => {
  const plan = { ...examplePlan, recording: 'asked' as const };
  expect(course([{ type: 'pressed', key: '1' }], { plan })).toEqual(['ask assistant', 'dialAssistant assistant']);
  expect(course([silent], { plan })).toEqual(['ask assistant', 'dialAssistant assistant']);
});

test('an override is tried before the plan', () => {
  const override = { kind: 'all-to', number: '+15145550199' } as const;
  expect(course([notTaken], { override })).toEqual(['dialPerson assistant', 'dialAssistant assistant']);
});
