import { languages } from '../text/languages.ts';
import { isEmergency } from './emergency.ts';
import { stepNamed } from './graph.ts';
import type { Instruction, StandardSentence, Utterance } from './instruction.ts';
import { type AnsweringPlan, type SpokenText, type Step } from './plan.ts';
import { beginningAt, type Position } from './position.ts';
import { isOnDuty, isOpen, startStep, type Situation } from './situation.ts';

/** What has just happened on a call. */
export type Happening =
  | { type: 'begins' }
  /** The call was sent to a step, by whatever decided so. */
  | { type: 'arrives'; position: Position }
  /** A person has the caller put through to a number. */
  | { type: 'transferred'; to: string }
  /** The assistant or a person was dialled. Talked: with the caller, rather than picked up only. */
  | { type: 'dialled'; whom: 'assistant' | 'rung' | 'override' | 'transfer'; position: Position; talked: boolean }
  | { type: 'chosen'; position: Position; key?: string; speech?: string }
  | { type: 'consented'; position: Position; agreed: boolean }
  | { type: 'messageLeft' };

const assistantRingSeconds = 20;
const personRingSeconds = 25;
const keySeconds = 6;
const messageSeconds = 180;
const messageSilenceSeconds = 5;

/** It ends a call that a faulty plan, or a caller who keeps pressing keys, would keep going round. */
const maxHops = 90;

const sayAll = (
  languages: AnsweringPlan['languages'],
  of: (language: AnsweringPlan['languages'][number]) => Utterance,
) => languages.map((language): Instruction => ({ do: 'say', utterance: of(language) }));

const sentence = ({ plan }: Situation, name: StandardSentence): Instruction[] =>
  sayAll(plan.languages, (language) => ({ language, sentence: name }));

/** A text in each language of the plan; the standard sentence where it is missing. */
const utterances = ({ plan }: Situation, text: SpokenText | undefined, otherwise: StandardSentence): Utterance[] =>
  plan.languages.map((language) => {
    const own = text?.[language];
    return own === undefined ? { language, sentence: otherwise } : { language, text: own };
  });

const say = (situation: Situation, text: SpokenText | undefined, otherwise: StandardSentence): Instruction[] =>
  utterances(situation, text, otherwise).map((utterance): Instruction => ({ do: 'say', utterance }));

const goodbye = (situation: Situation, text?: SpokenText): Instruction[] => [
  ...say(situation, text, 'thanks'),
  { do: 'hangUp' },
];

const takeMessage = (situation: Situation, position?: Position, greeting?: SpokenText): Instruction[] => [
  ...say(situation, greeting, 'leaveMessage'),
  {
    do: 'takeMessage',
    longestSeconds: Math.min(messageSeconds, situation.plan.limits.longestCallSeconds),
    silenceSeconds: messageSilenceSeconds,
    back: { mark: 'after-voicemail', ...(position && { position }) },
  },
  // Reached when the caller stays silent.
  ...goodbye(situation),
];

/** Lives come first: in every language, whatever the plan speaks. */
const warning = ({ plan }: Situation): Instruction[] =>
  sayAll([...new Set([...plan.languages, ...languages])], (language) => ({ language, sentence: 'emergency' }));

const isRecorded = ({ plan }: Situation, { consent }: Position): boolean =>
  plan.recording === 'announced' || (plan.recording === 'asked' && consent);

const connection = (situation: Situation, position: Position) => ({
  longestSeconds: situation.plan.limits.longestCallSeconds,
  record: isRecorded(situation, position),
});

const dialAssistant = (situation: Situation, position: Position): Instruction => ({
  do: 'dialAssistant',
  ringSeconds: assistantRingSeconds,
  ...connection(situation, position),
  // Of the other plans the assistant knows without being told.
  ...(situation.plan.recording === 'asked' && { consent: position.consent }),
  back: { mark: 'after-assistant', position },
});

/** The next of a ladder who is called at this moment, from the position's rung on. */
const dialRung = (
  situation: Situation,
  { rungs }: Extract<Step, { type: 'staff' }>,
  position: Position,
): Instruction | undefined => {
  const open = isOpen(situation);
  const index = rungs.findIndex(
    (rung, at) => at >= position.rung && isOnDuty(rung, open) && !situation.circular.includes(rung.number),
  );
  const rung = rungs[index];
  return (
    rung && {
      do: 'dialPerson',
      number: rung.number,
      ...(rung.extension !== undefined && { extension: rung.extension }),
      ringSeconds: rung.ringSeconds,
      ...connection(situation, position),
      back: { mark: 'after-rung', position: { ...position, rung: index } },
    }
  );
};

const askMenu = (
  situation: Situation,
  { prompt }: Extract<Step, { type: 'menu' }>,
  position: Position,
  before: Utterance[] = [],
): Instruction[] => {
  const { plan } = situation;
  // A recogniser knows one language at a time: each turn listens in the next.
  const language = plan.languages[position.turn % plan.languages.length];
  const hints = (language && plan.emergency?.words[language]) ?? [];
  return [
    {
      do: 'ask',
      utterances: [...before, ...utterances(situation, prompt, 'notUnderstood')],
      seconds: keySeconds,
      ...(language && hints.length > 0 && { listen: { language, hints } }),
      back: { mark: 'menu', position },
    },
  ];
};

const enter = (situation: Situation, from: Position, name: string): Instruction[] => {
  const step = stepNamed(situation.plan, name);
  if (!step || from.hops >= maxHops) return takeMessage(situation);
  const position: Position = { ...from, step: name, rung: 0, turn: 0, hops: from.hops + 1 };
  const isForEmergencies = situation.plan.emergency?.step === name;
  return [...(isForEmergencies ? warning(situation) : []), ...meet(situation, step, position)];
};

const meet = (situation: Situation, step: Step, position: Position): Instruction[] => {
  switch (step.type) {
    case 'assistant':
      return situation.hasAssistant ? [dialAssistant(situation, position)] : enter(situation, position, step.otherwise);
    case 'staff': {
      const dial = dialRung(situation, step, position);
      return dial ? [dial] : enter(situation, position, step.otherwise);
    }
    case 'menu':
      return askMenu(situation, step, position);
    case 'say':
      return [...say(situation, step.text, 'thanks'), ...enter(situation, position, step.next)];
    case 'voicemail':
      return takeMessage(situation, position, step.greeting);
    case 'goodbye':
      return goodbye(situation, step.text);
  }
};

/** The number to which all calls go for a while is tried before the plan. */
const start = (situation: Situation, position: Position): Instruction[] => {
  const { override, circular } = situation;
  if (override?.kind !== 'all-to' || circular.includes(override.number))
    return enter(situation, position, position.step);
  return [
    {
      do: 'dialPerson',
      number: override.number,
      ringSeconds: personRingSeconds,
      ...connection(situation, position),
      back: { mark: 'after-override', position },
    },
  ];
};

/** Where the number does not answer, the caller leaves a message. */
const transfer = (situation: Situation, to: string): Instruction[] =>
  situation.circular.includes(to)
    ? takeMessage(situation)
    : [
        {
          do: 'dialPerson',
          number: to,
          ringSeconds: personRingSeconds,
          ...connection(situation, beginningAt(startStep(situation))),
          back: { mark: 'after-transfer' },
        },
      ];

const begin = (situation: Situation): Instruction[] => {
  const { recording, greeting, languages } = situation.plan;
  const position = beginningAt(startStep(situation));
  const greeted = say(situation, greeting, 'thanks');
  if (recording === 'never') return [...greeted, ...start(situation, position)];
  if (recording === 'announced')
    return [...greeted, ...sentence(situation, 'recordingAnnounced'), ...start(situation, position)];
  const question = languages.map((language): Utterance => ({ language, sentence: 'recordingAsked' }));
  return [...greeted, { do: 'ask', utterances: question, seconds: keySeconds, back: { mark: 'consent', position } }];
};

const afterDial = (
  situation: Situation,
  { whom, position, talked }: Extract<Happening, { type: 'dialled' }>,
): Instruction[] => {
  if (talked) return [{ do: 'hangUp' }];
  if (whom === 'transfer') return takeMessage(situation);
  if (whom === 'override') return enter(situation, position, position.step);
  const step = stepNamed(situation.plan, position.step);
  if (step?.type === 'staff') return meet(situation, step, { ...position, rung: position.rung + 1 });
  return enter(situation, position, step?.type === 'assistant' ? step.otherwise : '');
};

const afterMenu = (
  situation: Situation,
  { position, key, speech }: Extract<Happening, { type: 'chosen' }>,
): Instruction[] => {
  const { emergency, limits } = situation.plan;
  if (emergency && speech !== undefined && isEmergency(emergency, speech))
    return enter(situation, position, emergency.step);
  const step = stepNamed(situation.plan, position.step);
  if (step?.type !== 'menu') return enter(situation, position, position.step);
  const choices: Record<string, string | undefined> = step.choices;
  const chosen = key !== undefined && Object.hasOwn(choices, key) ? choices[key] : undefined;
  if (chosen !== undefined) return enter(situation, position, chosen);
  const turn = position.turn + 1;
  if (turn >= limits.fruitlessTurns) return enter(situation, position, step.otherwise);
  const isWrong = key !== undefined || speech !== undefined;
  const before = isWrong ? utterances(situation, undefined, 'notUnderstood') : [];
  return askMenu(situation, step, { ...position, turn }, before);
};

/** What the caller meets next: never nothing, and never more than a bounded number of steps. Pure. */
export const answer = (situation: Situation, happening: Happening): Instruction[] => {
  switch (happening.type) {
    case 'begins':
      return begin(situation);
    case 'arrives':
      return enter(situation, happening.position, happening.position.step);
    case 'transferred':
      return transfer(situation, happening.to);
    case 'dialled':
      return afterDial(situation, happening);
    case 'chosen':
      return afterMenu(situation, happening);
    case 'consented':
      return start(situation, { ...happening.position, consent: happening.agreed });
    case 'messageLeft':
      return goodbye(situation);
  }
};

/** A person has picked up who may take the call: asked first, since a machine presses no key. */
export const screen = (plan: Pick<AnsweringPlan, 'languages'>): Utterance[] =>
  plan.languages.map((language) => ({ language, sentence: 'takeCall' }));

/** The key with which a person takes a call. */
export const takingKey = '1';
