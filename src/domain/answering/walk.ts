import { answer, takingKey, type Happening } from './answer.ts';
import type { Instruction, Utterance } from './instruction.ts';
import type { Situation } from './situation.ts';

/** What the caller, or whom the call is put through to, does where an answer waits. */
export type Reply =
  /** The person or the assistant talked with the caller until the call ended. */
  | { type: 'talked' }
  /** The person or the assistant did not take the call. */
  | { type: 'not-taken' }
  | { type: 'pressed'; key: string }
  | { type: 'said'; text: string }
  /** Neither a key nor a word. */
  | { type: 'silent' }
  | { type: 'message-left' };

/** What an answer waits for, after what it says. */
export type Pause = Exclude<Instruction, { do: 'say' }>;

/** One answer, as a caller hears it. */
export interface Heard {
  says: Utterance[];
  /** The call ends where this hangs up. */
  waits: Pause;
}

/** Until its first pause: what comes after that is for callers who stay silent. */
const heardIn = (instructions: readonly Instruction[]): Heard => {
  const says: Utterance[] = [];
  for (const instruction of instructions) {
    if (instruction.do !== 'say') {
      if (instruction.do === 'ask') says.push(...instruction.utterances);
      return { says, waits: instruction };
    }
    says.push(instruction.utterance);
  }
  return { says, waits: { do: 'hangUp' } };
};

/** What happens on the call when its pause ends like this; undefined where it cannot. */
export const happeningAfter = (pause: Pause, reply: Reply): Happening | undefined => {
  switch (pause.do) {
    case 'hangUp':
      return undefined;
    case 'takeMessage':
      return reply.type === 'message-left' ? { type: 'messageLeft' } : undefined;
    case 'dialAssistant':
    case 'dialPerson': {
      const { mark, position } = pause.back;
      if ((reply.type !== 'talked' && reply.type !== 'not-taken') || !position) return undefined;
      const whom = pause.do === 'dialAssistant' ? 'assistant' : mark === 'after-override' ? 'override' : 'rung';
      return { type: 'dialled', whom, position, talked: reply.type === 'talked' };
    }
    case 'ask': {
      const { mark, position } = pause.back;
      if (!position || !['pressed', 'said', 'silent'].includes(reply.type)) return undefined;
      const key = reply.type === 'pressed' ? reply.key : undefined;
      if (mark === 'consent') return { type: 'consented', position, agreed: key === takingKey };
      return {
        type: 'chosen',
        position,
        ...(key !== undefined && { key }),
        ...(reply.type === 'said' && pause.listen && { speech: reply.text }),
      };
    }
  }
};

/**
 * What a caller hears from the ring on, when each pause ends as the replies say. Ends with the call, with the replies, or with the
 * first of them that does not fit its pause.
 */
export const walk = (situation: Situation, replies: readonly Reply[]): Heard[] => {
  const heard = [heardIn(answer(situation, { type: 'begins' }))];
  for (const reply of replies) {
    const happening = happeningAfter(heard.at(-1)!.waits, reply);
    if (!happening) break;
    heard.push(heardIn(answer(situation, happening)));
  }
  return heard;
};
