import type { Language } from '../text/languages.ts';
import type { Return } from './position.ts';

/** Sentences that every business has in common; their words are in `src/words/voice.ts`. */
export type StandardSentence =
  | 'leaveMessage'
  | 'thanks'
  | 'recordingAnnounced'
  | 'recordingAsked'
  | 'notUnderstood'
  | 'emergency'
  | 'takeCall';

/** Something to say: the plan's own text, or a standard sentence. */
export type Utterance = { language: Language } & ({ text: string } | { sentence: StandardSentence });

/** What a carrier does next, in any carrier's words. */
export type Instruction =
  | { do: 'say'; utterance: Utterance }
  /** Waits for one key, or for words. Without either, the carrier comes back all the same. */
  | { do: 'ask'; utterances: Utterance[]; seconds: number; listen?: Listening; back: Return }
  | {
      do: 'dialAssistant';
      ringSeconds: number;
      longestSeconds: number;
      record: boolean;
      consent?: boolean;
      back: Return;
    }
  /** The person presses a key before the caller is put through. */
  | {
      do: 'dialPerson';
      number: string;
      extension?: string;
      ringSeconds: number;
      longestSeconds: number;
      record: boolean;
      back: Return;
    }
  | { do: 'takeMessage'; longestSeconds: number; silenceSeconds: number; back: Return }
  | { do: 'hangUp' };

/** Words that are listened for, besides keys. */
interface Listening {
  language: Language;
  hints: readonly string[];
}
