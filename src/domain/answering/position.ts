/** Where in a plan a call is. It travels in the URLs that carriers come back to, which they sign. */
export interface Position {
  /** Name of the step. */
  step: string;
  /** Who of a ladder is called, from 0. */
  rung: number;
  /** Turns of a menu that did not help so far. */
  turn: number;
  /** Steps that the call has been through: bounded, so that no plan keeps a call for ever. */
  hops: number;
  /** The caller agreed to be recorded, where the plan asks. */
  consent: boolean;
}

/** What the carrier was told to do, and comes back from: the names stand in URLs of calls in progress. */
const questionMarks = [
  'after-assistant',
  'after-rung',
  'after-override',
  'after-transfer',
  'menu',
  'consent',
  'after-voicemail',
] as const;
export type QuestionMark = (typeof questionMarks)[number];

/** Where the carrier comes back to. */
export interface Return {
  mark: QuestionMark;
  /** Absent where nothing depends on it any more. */
  position?: Position;
}

export const beginningAt = (step: string): Position => ({ step, rung: 0, turn: 0, hops: 0, consent: false });

/** What one of our own URLs says. */
export interface Place {
  /** What the carrier comes back from; a word that is not known any more is no mark. */
  mark?: string;
  /** The plan that the call began with. */
  version?: string;
  position?: Position;
  /** The caller's call, where the carrier asks on the leg of a person. */
  callId?: string;
}
