import type { Weekday } from './plan.ts';

/** Why a plan is refused. Codes are public. */
export const faultCodes = [
  /** It names a step that does not exist. */
  'step.missing',
  /** No call comes there. */
  'step.unreachable',
  /** When nothing succeeds, a call goes round these steps for ever. */
  'step.loop',
  /** More than a call goes through. */
  'steps.too_many',
  /** The key leads to people of whom none is called at that hour. */
  'key.dead',
  'menu.no_choices',
  /** A text that is said lacks a language of the plan. */
  'text.missing',
  'languages.none',
  'languages.repeated',
  'hours.empty',
  'hours.overlap',
  'hours.never_open',
  'special_day.repeated',
  /** The number leads back to the business: the call would ring in a circle. */
  'number.circular',
  /** No call comes to this person. */
  'rung.never_called',
  /** The plan lacks words for an emergency in one of its languages. */
  'emergency.words_missing',
  /** In an emergency, no person is called at that hour. */
  'emergency.unattended',
  /** The plan goes to an assistant, and the tenant has none. */
  'assistant.missing',
  'limits.silence_longer_than_call',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** What is wrong with a plan, and where. */
export interface Fault {
  code: FaultCode;
  /** Dotted: `steps.menu.choices.1`, `hours.monday`. */
  path: string;
  /** The step where a caller meets it. */
  step?: string;
  /** When a caller meets it, where it depends on the hour. */
  hour?: FaultHour;
  params: Record<string, string>;
}

export interface FaultHour {
  state: 'open' | 'closed';
  /** The first such moment of a week; absent where the weekly hours have none, as only holidays do. */
  weekday?: Weekday;
  /** `HH:mm` */
  time?: string;
}
