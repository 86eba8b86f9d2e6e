import { expect, test } from 'vitest';
import { examplePlan } from '../../contract/answering/examplePlan.ts';
import { darkScript, type DarkInstruction } from './darkHour.ts';
import type { AnsweringPlan } from './plan.ts';

const inShort = (instruction: DarkInstruction): string => {
  switch (instruction.do) {
    case 'say': {
      const { utterance } = instruction;
      return `${utterance.language} ${'text' in utterance ? utterance.text : utterance.sentence}`;
    }
    case 'dialPerson':
      return `dial ${instruction.number}`;
    case 'takeMessage':
    case 'hangUp':
      return instruction.do;
  }
};
const said = (plan: AnsweringPlan, state: 'open' | 'closed', own: string[] = []) =>
  darkScript(plan, state, own).map(inShort);

const greeting = ['fr Plomberie Lavoie, bonjour!', 'en Lavoie Plumbing, hello!'];
const announced = ['fr recordingAnnounced', 'en recordingAnnounced'];
const warning = ['fr emergency', 'en emergency'];
const message = ['fr leaveMessage', 'en leaveMessage', 'takeMessage'];
const [luc, maude, office] = ['dial +15145550111', 'dial +15145550112', 'dial +15145550113'];

test('the people on call are called before a message is taken, and the office while it is open', () => {
  const begun = [...greeting, ...announced, ...warning, luc, maude];
  expect(said(examplePlan, 'closed')).toEqual([...begun, ...message]);
  expect(said(examplePlan, 'open')).toEqual([...begun, office, ...message]);
});

const withoutEmergency = ({ emergency: _none, ...plan }: AnsweringPlan): AnsweringPlan => plan;
const french = withoutEmergency({ ...examplePlan, languages: ['fr'], recording: 'asked' });

test('without emergencies a menu leads where silence leads, and consent is not given', () => {
  expect(said(french, 'open')).toEqual(['fr Plomberie Lavoie, bonjour!', 'fr leaveMessage', 'takeMessage']);
});

test('staff first, then those on call who have not been called yet', () => {
  const plan: AnsweringPlan = {
    ...examplePlan,
    languages: ['fr'],
    recording: 'never',
    start: { open: 'desk', closed: 'sorry' },
    steps: {
      ...examplePlan.steps,
      desk: {
        type: 'staff',
        rungs: [{ name: 'Maude', number: '+15145550112', ringSeconds: 20 }],
        otherwise: 'assistant',
      },
      sorry: { type: 'say', text: { fr: 'Nous sommes fermés.' }, next: 'bye' },
      bye: { type: 'goodbye' },
    },
  };
  const hello = 'fr Plomberie Lavoie, bonjour!';
  const rest = ['fr emergency', 'en emergency', luc];
  expect(said(plan, 'open')).toEqual([hello, maude, ...rest, office, 'fr leaveMessage', 'takeMessage']);
  expect(said(plan, 'closed')).toEqual([
    hello,
    'fr Nous sommes fermés.',
    ...rest,
    maude,
    'fr leaveMessage',
    'takeMessage',
  ]);
});

test('no number of the business is called', () => {
  expect(said(examplePlan, 'closed', ['+15145550111'])).not.toContain(luc);
});
