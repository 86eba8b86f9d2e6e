import type { CallDirection, CallOutcome, CallStatus } from './callEvent.ts';
import type { CallFacts } from './callFacts.ts';

interface EndedCall {
  status: CallStatus;
  direction: CallDirection;
  facts: CallFacts;
  aiHandled: boolean;
  durationSeconds: number;
}

const leftVoicemail = ({ recordings, report }: CallFacts): boolean =>
  report?.value.endedClass === 'voicemail' ||
  Object.values(recordings ?? {}).some((recording) => recording.value.voicemail);

const reachedPerson = ({ legs, report }: CallFacts): boolean =>
  report?.value.endedClass === 'transferred' ||
  Object.values(legs ?? {}).some((leg) => leg.role === 'person' && leg.status === 'answered');

const nobodyTook = ({ legs }: CallFacts): boolean => {
  const tried = Object.values(legs ?? {});
  return tried.length > 0 && tried.every((leg) => leg.status === 'unanswered');
};

/** What the business got out of a call that is over: the best thing that happened wins. */
export const outcomeOf = ({ status, direction, facts, aiHandled, durationSeconds }: EndedCall): CallOutcome => {
  const unreached = direction === 'INBOUND' ? 'MISSED' : 'NO_ANSWER';
  if (facts.report?.value.booked) return 'BOOKED';
  if (reachedPerson(facts)) return 'TRANSFERRED';
  if (leftVoicemail(facts)) return 'VOICEMAIL';
  if (status === 'failed') return 'FAILED';
  if (status === 'busy' || status === 'no-answer') return unreached;
  if (status === 'canceled') return direction === 'INBOUND' ? 'MISSED' : 'CANCELED';
  switch (facts.report?.value.endedClass) {
    case 'abandoned':
      return 'ABANDONED';
    case 'no-answer':
    case 'busy':
      return unreached;
    case 'canceled':
      return 'CANCELED';
    case 'failed':
      return aiHandled && facts.report.value.transcript ? 'COMPLETED' : 'FAILED';
    case 'completed':
    case 'transferred':
    case 'voicemail':
    case undefined:
      return !aiHandled && (nobodyTook(facts) || durationSeconds === 0) ? unreached : 'COMPLETED';
  }
};
