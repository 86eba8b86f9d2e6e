import * as fc from 'fast-check';
import {
  menuKeys,
  weekdays,
  type AnsweringPlan,
  type Interval,
  type Rung,
  type SpokenText,
  type Step,
  type Weekday,
} from '../../../src/domain/answering/plan.ts';

export const text = (what: string): SpokenText => ({ fr: `Voici ${what}.`, en: `Here is ${what}.` });

export const rung = (name: string, last: number, more: Partial<Rung> = {}): Rung => ({
  name,
  number: `+1514555${String(last).padStart(4, '0')}`,
  ringSeconds: 20,
  ...more,
});

const week = (intervals: readonly Interval[]): Record<Weekday, readonly Interval[]> =>
  Object.fromEntries(weekdays.map((day) => [day, intervals])) as Record<Weekday, readonly Interval[]>;

export const officeHours = {
  ...week([
    { from: '08:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ]),
  saturday: [{ from: '09:00', to: '12:00' }],
  sunday: [],
};

/** Everything but where the call goes. */
export const frame: Omit<AnsweringPlan, 'steps' | 'start'> = {
  timeZone: 'America/Toronto',
  languages: ['fr', 'en'],
  greeting: text('Plomberie Essai'),
  hours: officeHours,
  specialDays: [{ date: '2026-12-24', intervals: [{ from: '08:00', to: '12:00' }] }],
  recording: 'never',
  limits: { longestCallSeconds: 3600, longestSilenceSeconds: 30, fruitlessTurns: 3 },
};

const emergency: NonNullable<AnsweringPlan['emergency']> = {
  words: { fr: ['odeur de gaz', 'feu', 'monoxyde'], en: ['gas leak', 'fire', 'carbon monoxide'] },
  step: 'on-call',
  gasCompany: { name: 'Gaz Essai', number: '+15145550911' },
};

const onCall: Step = {
  type: 'staff',
  rungs: [rung('Josée', 10), rung('Marc', 11, { extension: 'ww204' })],
  otherwise: 'voicemail',
};

const menu: Step = {
  type: 'menu',
  prompt: text('le menu'),
  choices: { '1': 'assistant', '2': 'office', '3': 'opening', '9': 'on-call' },
  otherwise: 'voicemail',
};

/** One of each way to answer; all of them are good. */
export const goodPlans = {
  assistantFirst: {
    ...frame,
    recording: 'announced',
    start: { open: 'assistant', closed: 'assistant' },
    steps: {
      assistant: { type: 'assistant', otherwise: 'office' },
      office: { type: 'staff', rungs: [rung('Bureau', 1, { during: 'open' })], otherwise: 'voicemail' },
      voicemail: { type: 'voicemail' },
    },
  },
  staffFirst: {
    ...frame,
    start: { open: 'office', closed: 'assistant' },
    steps: {
      office: { type: 'staff', rungs: [rung('Bureau', 1)], otherwise: 'assistant' },
      assistant: { type: 'assistant', otherwise: 'voicemail' },
      voicemail: { type: 'voicemail', greeting: text('la boîte vocale') },
    },
  },
  menu: {
    ...frame,
    recording: 'asked',
    emergency,
    start: { open: 'menu', closed: 'night' },
    steps: {
      menu,
      night: {
        type: 'menu',
        prompt: text('la nuit'),
        choices: { '1': 'on-call', '*': 'night' },
        otherwise: 'assistant',
      },
      assistant: { type: 'assistant', otherwise: 'on-call' },
      office: { type: 'staff', rungs: [rung('Bureau', 1), rung('Atelier', 2)], otherwise: 'menu-again' },
      'menu-again': {
        type: 'menu',
        prompt: text('la suite'),
        choices: { '1': 'menu', '2': 'farewell' },
        otherwise: 'voicemail',
      },
      opening: { type: 'say', text: text('nos heures'), next: 'farewell' },
      'on-call': onCall,
      voicemail: { type: 'voicemail' },
      farewell: { type: 'goodbye', text: text('la fin') },
    },
  },
  englishOnly: {
    ...frame,
    languages: ['en'],
    emergency: { words: { en: ['fire'] }, step: 'on-call' },
    start: { open: 'hello', closed: 'on-call' },
    steps: {
      hello: { type: 'say', text: { en: 'One moment.' }, next: 'on-call' },
      'on-call': onCall,
      voicemail: { type: 'voicemail' },
    },
  },
} as const satisfies Record<string, AnsweringPlan>;

/** As large as a plan can be: 30 steps, menus of all keys, ladders of ten, eight intervals a day. */
export const maximalPlan = (): AnsweringPlan => {
  const name = (index: number): string => `s${index}`;
  const last = 29;
  const next = (index: number): string => name(Math.min(index + 1, last));
  const ladder = Array.from({ length: 10 }, (_, index) =>
    rung(`P${index}`, index, index % 3 === 1 ? { during: 'open' } : index % 3 === 2 ? { during: 'closed' } : {}),
  );
  const stepAt = (index: number): Step => {
    if (index === last) return { type: 'voicemail', greeting: text('la boîte vocale') };
    switch (index % 4) {
      case 0:
        return {
          type: 'menu',
          prompt: text('le menu'),
          choices: Object.fromEntries(menuKeys.map((key, at) => [key, name((index + at * 3 + 1) % (last + 1))])),
          otherwise: next(index),
        };
      case 1:
        return { type: 'staff', rungs: ladder, otherwise: next(index) };
      case 2:
        return { type: 'assistant', otherwise: next(index) };
      default:
        return { type: 'say', text: text('une phrase'), next: next(index) };
    }
  };
  const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
  return {
    ...frame,
    hours: week(Array.from({ length: 8 }, (_, index) => ({ from: clock(index * 3), to: clock(index * 3 + 2) }))),
    recording: 'asked',
    emergency: { ...emergency, step: name(1) },
    limits: { ...frame.limits, fruitlessTurns: 10 },
    start: { open: name(0), closed: name(4) },
    steps: Object.fromEntries(Array.from({ length: last + 1 }, (_, index) => [name(index), stepAt(index)])),
  };
};

const names = ['a', 'b', 'c', 'd', 'e'] as const;
const anyName = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.constant('lost') },
);
/** Mostly forwards, so that many plans have no circle. */
const nameAfter = (index: number) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...names.slice(index + 1), 'end') },
    { weight: 1, arbitrary: anyName },
  );

const someText: fc.Arbitrary<SpokenText> = fc.oneof(
  { weight: 25, arbitrary: fc.constant(text('ceci')) },
  { weight: 1, arbitrary: fc.constantFrom<SpokenText>({}, { fr: 'Oui.' }, { fr: ' … ', en: '!' }) },
);
const someRung: fc.Arbitrary<Rung> = fc
  .record({ last: fc.integer({ min: 0, max: 9 }), during: fc.constantFrom(undefined, undefined, 'open', 'closed') })
  .map(({ last, during }) => rung('Quelqu’un', last, during === undefined ? {} : { during: during as 'open' }));

const stepAfter = (index: number): fc.Arbitrary<Step> =>
  fc.oneof(
    fc.record({ type: fc.constant('assistant' as const), otherwise: nameAfter(index) }),
    fc.record({
      type: fc.constant('staff' as const),
      rungs: fc.array(someRung, { minLength: 1, maxLength: 3 }),
      otherwise: nameAfter(index),
    }),
    fc.record({
      type: fc.constant('menu' as const),
      prompt: someText,
      choices: fc.dictionary(fc.constantFrom('1', '2', '*'), anyName, { maxKeys: 3 }),
      otherwise: nameAfter(index),
    }),
    fc.record({ type: fc.constant('say' as const), text: someText, next: nameAfter(index) }),
    fc.constant<Step>({ type: 'voicemail' }),
    fc.record({ type: fc.constant('goodbye' as const), text: someText }),
  );

/** Plans of five steps and an end: some are good, some lead nowhere or round. */
export const anyPlan: fc.Arbitrary<AnsweringPlan> = fc
  .record({
    steps: fc.tuple(...names.map((_, index) => stepAfter(index))),
    open: anyName,
    closed: anyName,
    recording: fc.constantFrom<AnsweringPlan['recording']>('never', 'announced', 'asked'),
    emergency: fc.option(anyName, { nil: undefined }),
    greeting: someText,
    fruitlessTurns: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ steps, open, closed, recording, emergency: step, greeting, fruitlessTurns }) => ({
    ...frame,
    greeting,
    recording,
    ...(step !== undefined && { emergency: { ...emergency, step } }),
    limits: { ...frame.limits, fruitlessTurns },
    start: { open, closed },
    steps: { ...Object.fromEntries(names.map((name, index) => [name, steps[index]!])), end: { type: 'voicemail' } },
  }));
