import type { Language } from '../text/languages.ts';

/** A text in each language of its plan: a plan that lacks one is refused. */
export type SpokenText = Partial<Record<Language, string>>;

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** From the first minute to before the last, `HH:mm` on the clock of the business; `24:00` is the end of the day. */
export interface Interval {
  from: string;
  to: string;
}

/** A day with hours of its own: a holiday that is worked, a week of vacation, an afternoon off. */
interface SpecialDay {
  /** `YYYY-MM-DD` */
  date: string;
  /** None: closed all day. */
  intervals: readonly Interval[];
}

/** Provinces whose public holidays can be kept. */
export const holidayRegions = ['QC', 'ON', 'NB'] as const;
export type HolidayRegion = (typeof holidayRegions)[number];

export const menuKeys = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*'] as const;
export type MenuKey = (typeof menuKeys)[number];

/** A person who may take a call. */
export interface Rung {
  /** Whom a work item or a timeline names. */
  name: string;
  /** E.164. */
  number: string;
  /** Digits that are dialled once the number has answered, `w` waits half a second. */
  extension?: string;
  /** How long it rings. */
  ringSeconds: number;
  /** When this person is called; absent: always. */
  during?: 'open' | 'closed';
}

/** One thing that a caller meets. Every step but the last ones names where the call goes when it does not succeed. */
export type Step =
  | { type: 'assistant'; otherwise: string }
  /** One after the other; a call counts as taken once the person has pressed a key. */
  | { type: 'staff'; rungs: readonly Rung[]; otherwise: string }
  | { type: 'menu'; prompt: SpokenText; choices: Partial<Record<MenuKey, string>>; otherwise: string }
  | { type: 'say'; text: SpokenText; next: string }
  /** The last one: takes a message. */
  | { type: 'voicemail'; greeting?: SpokenText }
  /** The last one: says goodbye. */
  | { type: 'goodbye'; text?: SpokenText };

export const recordingConsents = ['never', 'announced', 'asked'] as const;
type RecordingConsent = (typeof recordingConsents)[number];

export interface Emergency {
  words: Partial<Record<Language, readonly string[]>>;
  /** Callers who come here are first told to call 911 and the gas company. */
  step: string;
  /** Of the region: named to callers. */
  gasCompany?: { name: string; /** E.164. */ number: string };
}

/** How a business's phone is answered: plain data, the same for a number or all of a tenant's. */
export interface AnsweringPlan {
  /** IANA name. */
  timeZone: string;
  /** The first is spoken first. */
  languages: readonly Language[];
  /** One short sentence, before anything else is heard. */
  greeting: SpokenText;
  hours: Record<Weekday, readonly Interval[]>;
  /** Public holidays on which the business is closed. */
  holidays?: HolidayRegion;
  /** Outrank holidays and hours. */
  specialDays: readonly SpecialDay[];
  /** Never: not recorded. Announced: the caller is told. Asked: the caller agrees first, and is answered either way. */
  recording: RecordingConsent;
  /** Where a call begins. */
  start: { open: string; closed: string };
  steps: Readonly<Record<string, Step>>;
  /** What callers say in an emergency, and who is called then: before anything else. */
  emergency?: Emergency;
  limits: {
    longestCallSeconds: number;
    longestSilenceSeconds: number;
    /** Turns in which a caller pressed or said nothing that helped. */
    fruitlessTurns: number;
  };
}
