import type { LocalMoment } from './moment.ts';
import { weekdays, type AnsweringPlan, type Interval, type SpokenText, type Step, type Weekday } from './plan.ts';

const allDay: readonly Interval[] = [{ from: '00:00', to: '24:00' }];
const always = Object.fromEntries(weekdays.map((day) => [day, allDay])) as Record<Weekday, readonly Interval[]>;

const plan = (greeting: SpokenText, steps: Record<string, Step>, start: string): AnsweringPlan => ({
  timeZone: 'America/Toronto',
  languages: ['fr', 'en'],
  greeting,
  hours: always,
  specialDays: [],
  recording: 'never',
  start: { open: start, closed: start },
  steps,
  limits: { longestCallSeconds: 14_400, longestSilenceSeconds: 60, fruitlessTurns: 3 },
});

/** How a tenant without a plan of its own is answered: by the assistant, and where there is none, a message is taken. */
export const defaultPlan = (greeting: SpokenText, hasAssistant: boolean): AnsweringPlan => {
  const voicemail: Step = { type: 'voicemail' };
  return hasAssistant
    ? plan(greeting, { assistant: { type: 'assistant', otherwise: 'voicemail' }, voicemail }, 'assistant')
    : plan(greeting, { voicemail }, 'voicemail');
};

/** Calls of ours: a person who picks up has no message to leave, so that without the assistant there is only the goodbye. */
export const outboundPlan = (greeting: SpokenText): AnsweringPlan =>
  plan(greeting, { assistant: { type: 'assistant', otherwise: 'goodbye' }, goodbye: { type: 'goodbye' } }, 'assistant');

/** For plans that are the same at any time. */
export const anyMoment: LocalMoment = { date: '2026-01-01', weekday: 'thursday', minute: 0 };
