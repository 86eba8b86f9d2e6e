import { isTerminalStatus, type CallStatus } from './observation.ts';
import type { CallFacts } from './facts.ts';

/** Something that was said, and will not change any more. */
export interface SpokenLine {
  speaker: 'caller' | 'assistant';
  text: string;
  /** ISO 8601 in UTC. */
  at: string;
}

/** What an assistant tells of a call while it lasts; its report makes all of it superfluous. */
export interface LiveNews {
  assistantCallId: string;
  /** Where the call takes commands, without asking who sends them: a secret. */
  controlUrl?: string;
  line?: SpokenLine;
}

/** How many of a call's latest lines are kept. */
export const keptLines = 6;

export const liveStatuses = ['queued', 'ringing', 'in-progress'] as const satisfies readonly CallStatus[];

/** With whom or what the caller is. */
export const callSteps = ['ringing', 'answered', 'assistant', 'transferring', 'person'] as const;
export type CallStep = (typeof callSteps)[number];

/** Where a call that is not over has got to. */
export const stepOf = (status: CallStatus, { legs, assistantStatus }: CallFacts): CallStep => {
  if (status === 'queued' || status === 'ringing') return 'ringing';
  const all = Object.values(legs ?? {});
  const hasLeg = (role: string, legStatus: string) => all.some((leg) => leg.role === role && leg.status === legStatus);
  if (hasLeg('person', 'answered')) return 'person';
  if (hasLeg('person', 'ringing')) return 'transferring';
  if (assistantStatus && isTerminalStatus(assistantStatus.value)) return 'answered';
  return assistantStatus?.value === 'in-progress' || hasLeg('assistant', 'answered') ? 'assistant' : 'answered';
};
