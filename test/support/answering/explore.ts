import { answer, type Happening } from '../../../src/domain/answering/answer.ts';
import type { Instruction, Utterance } from '../../../src/domain/answering/instruction.ts';
import type { LocalMoment } from '../../../src/domain/answering/moment.ts';
import { menuKeys, weekdays, type AnsweringPlan } from '../../../src/domain/answering/plan.ts';
import { beginningAt, type QuestionMark } from '../../../src/domain/answering/position.ts';
import { isOpen, type Situation } from '../../../src/domain/answering/situation.ts';

/**
 * Silence: nothing is heard, or nothing follows. Astray: the call left its plan, or went round until it was ended.
 * Loop: doing nothing brings the caller back. Dead key: a key that was to reach people calls none.
 */
export interface Trouble {
  kind: 'silence' | 'astray' | 'loop' | 'deadKey';
  where: string;
}

/** What may happen next. Unaided: the caller does nothing, and whatever is dialled fails. */
interface Next {
  happening: Happening;
  unaided: boolean;
}

type Waiting = Extract<Instruction, { do: 'ask' | 'dialAssistant' | 'dialPerson' | 'takeMessage' }>;

const isHeard = (utterance: Utterance): boolean => 'sentence' in utterance || /[\p{L}\p{N}]/u.test(utterance.text);

const isWaiting = (instruction: Instruction): instruction is Waiting => 'back' in instruction;

/** What a carrier stops at: verbs after it are for callers who stay silent. */
export const waitingIn = (instructions: readonly Instruction[]): Waiting | undefined => instructions.find(isWaiting);

const dialledBy: Partial<Record<QuestionMark, Extract<Happening, { type: 'dialled' }>['whom']>> = {
  'after-assistant': 'assistant',
  'after-rung': 'rung',
  'after-override': 'override',
};

/** Everything that a carrier may report back from there. */
export const nextOf = (waiting: Waiting): Next[] => {
  const { mark, position } = waiting.back;
  if (waiting.do === 'takeMessage') return [{ happening: { type: 'messageLeft' }, unaided: false }];
  if (!position) return [];
  const whom = dialledBy[mark];
  if (whom)
    return [
      { happening: { type: 'dialled', whom, position, talked: false }, unaided: true },
      { happening: { type: 'dialled', whom, position, talked: true }, unaided: false },
    ];
  if (mark === 'consent')
    return [
      { happening: { type: 'consented', position, agreed: false }, unaided: true },
      { happening: { type: 'consented', position, agreed: true }, unaided: false },
    ];
  return [
    { happening: { type: 'chosen', position }, unaided: true },
    ...[...menuKeys, '#'].map((key): Next => ({ happening: { type: 'chosen', position, key }, unaided: false })),
    ...['euh', 'il y a le feu ici', 'I have a gas leak'].map((speech): Next => ({
      happening: { type: 'chosen', position, speech },
      unaided: false,
    })),
  ];
};

const whereOf = (happening: Happening): string =>
  'position' in happening ? `${happening.type} at ${happening.position.step}` : happening.type;

/** What is wrong with one answer by itself. */
export const troublesOf = (situation: Situation, happening: Happening, instructions: Instruction[]): Trouble[] => {
  const { plan } = situation;
  const where = whereOf(happening);
  const last = instructions.at(-1);
  const mute = instructions.some((instruction) => {
    if (instruction.do === 'say') return !isHeard(instruction.utterance);
    return instruction.do === 'ask' && !instruction.utterances.every(isHeard);
  });
  const talked = happening.type === 'dialled' && happening.talked;
  // A ringing phone is heard; a line that is cut, or a beep, without a word is not an answer.
  const wordless = instructions[0]?.do === 'hangUp' || instructions[0]?.do === 'takeMessage';
  const unending = !last || !(last.do === 'hangUp' || (isWaiting(last) && last.do !== 'takeMessage'));
  const ungreeted = happening.type === 'begins' && instructions[0]?.do !== 'say';
  const message = instructions.find(({ do: what }) => what === 'takeMessage') as Waiting | undefined;
  const troubles: Trouble[] = [];
  if (mute || unending || ungreeted || (wordless && !talked)) troubles.push({ kind: 'silence', where });
  if (message && !message.back.position) troubles.push({ kind: 'astray', where });
  if (happening.type === 'chosen' && happening.key !== undefined) {
    const step = plan.steps[happening.position.step];
    const to = step?.type === 'menu' ? step.choices[happening.key as '1'] : undefined;
    if (to !== undefined && plan.steps[to]?.type === 'staff' && waitingIn(instructions)?.do !== 'dialPerson')
      troubles.push({ kind: 'deadKey', where: `${happening.position.step}.${happening.key}` });
  }
  return troubles;
};

/** Two happenings are the same where only the steps behind them differ. */
const nodeOf = (happening: Happening): string => {
  if (!('position' in happening)) return happening.type;
  const { type, position } = happening;
  const { step, rung, turn, consent } = position;
  const what = 'talked' in happening ? happening.talked : 'agreed' in happening ? happening.agreed : '';
  const said = 'key' in happening ? happening.key : 'speech' in happening ? happening.speech : '';
  return [type, 'whom' in happening ? happening.whom : '', step, rung, turn, consent, what, said].join('|');
};

/** All answers of a plan in one situation, whatever fails and whatever the caller does. */
export const explore = (situation: Situation): { troubles: Trouble[]; answers: number } => {
  const troubles: Trouble[] = [];
  const seen = new Map<string, 'open' | 'done'>();
  const { emergency } = situation.plan;
  const waitingFor: Happening[] = [{ type: 'begins' }];
  // As an assistant does.
  if (emergency) waitingFor.push({ type: 'arrives', position: beginningAt(emergency.step) });
  const visit = (happening: Happening): void => {
    const node = nodeOf(happening);
    const state = seen.get(node);
    if (state === 'open') troubles.push({ kind: 'loop', where: whereOf(happening) });
    if (state) return;
    seen.set(node, 'open');
    const instructions = answer(situation, happening);
    troubles.push(...troublesOf(situation, happening, instructions));
    const waiting = waitingIn(instructions);
    for (const { happening: next, unaided } of waiting ? nextOf(waiting) : []) {
      // What a caller does may lead back here, and is no circle.
      if (unaided) visit(next);
      else waitingFor.push(next);
    }
    seen.set(node, 'done');
  };
  // The shortest ways first: a caller who presses keys long enough is sent to the end of any plan.
  for (const next of waitingFor) visit(next);
  return { troubles, answers: seen.size };
};

/** Every minute at which anything may change, and the one before; a holiday; the plan's special days. */
export const momentsOf = ({ hours, specialDays }: AnsweringPlan): LocalMoment[] => {
  const minutes = new Set<number>([0, 1439]);
  for (const intervals of [...Object.values(hours), ...specialDays.map((day) => day.intervals)])
    for (const time of intervals.flatMap(({ from, to }) => [from, to])) {
      const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
      for (const near of [minute - 1, minute]) if (near >= 0 && near < 1440) minutes.add(near);
    }
  const days = [
    ...weekdays.map((weekday, index) => ({ date: `2026-11-${String(23 + index)}`, weekday })),
    { date: '2026-06-24', weekday: 'wednesday' as const, holiday: 'Fête nationale du Québec' },
    ...specialDays.map(({ date }) => ({ date, weekday: 'thursday' as const })),
  ];
  return days.flatMap((day) => [...minutes].map((minute) => ({ ...day, minute })));
};

export const situationOf = (plan: AnsweringPlan, moment: LocalMoment, more: Partial<Situation> = {}): Situation => ({
  plan,
  moment,
  hasAssistant: true,
  circular: [],
  ...more,
});

/** One moment of each state and, where days are told apart, of each day. */
export const representatives = (plan: AnsweringPlan, sameDays = false): LocalMoment[] => {
  const found = new Map<string, LocalMoment>();
  for (const moment of momentsOf(plan)) found.set(`${isOpen({ plan, moment })} ${sameDays ? '' : moment.date}`, moment);
  return [...found.values()];
};
