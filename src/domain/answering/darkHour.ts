import { answer } from './answer.ts';
import { anyMoment } from './defaultPlan.ts';
import type { Instruction } from './instruction.ts';
import { weekdays, type AnsweringPlan, type Interval, type Weekday } from './plan.ts';
import { beginningAt } from './position.ts';
import type { Situation } from './situation.ts';
import { happeningAfter } from './walk.ts';

/** What a carrier can do when none of our servers answers: it goes from one to the next by itself. */
export type DarkInstruction = Exclude<Instruction, { do: 'ask' | 'dialAssistant' }>;

/** Far above what a plan without faults takes. */
const maxPauses = 500;

const allDay: readonly Interval[] = [{ from: '00:00', to: '24:00' }];
const always = Object.fromEntries(weekdays.map((day) => [day, allDay])) as Record<Weekday, readonly Interval[]>;

/** Without the assistant, whose webhooks get no answer then, and as open or closed as asked for. */
const situationOf = (plan: AnsweringPlan, state: 'open' | 'closed', ownNumbers: readonly string[]): Situation => ({
  plan: { ...plan, hours: always, specialDays: [] },
  moment: anyMoment,
  ...(state === 'closed' && { override: { kind: 'closed' } }),
  hasAssistant: false,
  circular: ownNumbers,
});

/**
 * What a plan comes to when API, worker, PostgreSQL and Temporal are all down. No key is understood then: consent is not given,
 * menus are passed over, and everyone for emergencies is called before a message is taken, or the call would end.
 */
export const darkScript = (
  plan: AnsweringPlan,
  state: 'open' | 'closed',
  ownNumbers: readonly string[],
): DarkInstruction[] => {
  const situation = situationOf(plan, state, ownNumbers);
  const script: DarkInstruction[] = [];
  const dialled = new Set<string>();
  let emergency = plan.emergency;
  let instructions = answer(situation, { type: 'begins' });

  for (let pauses = 0; pauses < maxPauses; pauses += 1) {
    const at = instructions.findIndex((instruction) => instruction.do !== 'say');
    const said = (at === -1 ? instructions : instructions.slice(0, at)).filter((one) => one.do === 'say');
    const pause = instructions[at];
    const isCalled = pause?.do === 'dialPerson';
    const isMenu = pause?.do === 'ask' && pause.back.mark === 'menu';
    if (emergency && !isCalled && (isMenu || pause?.do !== 'ask')) {
      // The words with which a message is asked for, or the call ends, are not said yet.
      script.push(...(isMenu ? said : said.slice(0, -plan.languages.length)));
      instructions = answer(situation, { type: 'arrives', position: beginningAt(emergency.step) });
      emergency = undefined;
      continue;
    }
    script.push(...said);
    if (!pause || pause.do === 'say' || pause.do === 'hangUp' || pause.do === 'takeMessage') {
      script.push(pause?.do === 'takeMessage' ? pause : { do: 'hangUp' });
      return script;
    }
    if (isCalled && !dialled.has(pause.number)) {
      script.push(pause);
      dialled.add(pause.number);
    }
    const happening = happeningAfter(pause, pause.do === 'ask' ? { type: 'silent' } : { type: 'not-taken' });
    instructions = happening ? answer(situation, happening) : [];
  }
  return [...script, { do: 'hangUp' }];
};
